import type { z } from 'zod';
import type { Faults, Values } from './topic.ts';

/** What was written in a field of one line; nothing when it is empty. */
export const textIn = (values: Values, name: string): string | undefined =>
  values[name]?.[0]?.trim() || undefined;

/** The lines of a list that are not empty. */
export const linesIn = (values: Values, name: string): string[] =>
  (values[name] ?? []).map((line) => line.trim()).filter((line) => line !== '');

export const isChecked = (values: Values, name: string): boolean => (values[name]?.length ?? 0) > 0;

/**
 * Checks what was written.
 * @returns what it means, or each field with a fault
 */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  draft: unknown,
): { data: z.output<Schema> } | { faults: Faults } {
  const result = schema.safeParse(draft);
  if (result.success) return { data: result.data };
  const faults: Faults = new Map();
  for (const { path } of result.error.issues) {
    const [field, line] = path;
    const lines = faults.get(String(field)) ?? [];
    if (typeof line === 'number') lines.push(line);
    faults.set(String(field), lines);
  }
  return { faults };
}
