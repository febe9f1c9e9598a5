import assert from 'node:assert/strict';

export type Json = Record<string, unknown>;

interface Body {
  schema: Json;
  examples: Record<string, { value: unknown }>;
}

export interface Operation {
  name: string;
  path: string;
  operationId: string;
  security: unknown[];
  parameters: { name: string; in: string; required: boolean; schema: Json; example: unknown }[];
  requestBody?: { content: Record<string, Body> };
  responses: Record<string, { description: string; content?: Record<string, Body> }>;
}

/** The document of the API, as a test looks into it. */
export interface ApiDocument {
  /** The part at a path of names; fails when there is none. */
  at: (...names: string[]) => Json;
  operations: () => Operation[];
  /** Every body, with whose it is. */
  bodies: () => (Body & { name: string; type: string })[];
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of that name; fails when there is none. */
export const textIn = (part: Json, name: string): string => {
  const text = part[name];
  assert.ok(typeof text === 'string' && text.trim() !== '', name);
  return text;
};

export function createApiDocument(document: Json): ApiDocument {
  function at(...names: string[]): Json {
    let part: unknown = document;
    for (const name of names) {
      assert.ok(isObject(part) && name in part, names.join(' › '));
      part = part[name];
    }
    assert.ok(isObject(part), names.join(' › '));
    return part;
  }

  const operations = (): Operation[] =>
    Object.entries(at('paths')).flatMap(([path, item]) =>
      Object.entries(item as Json).map(([method, operation]) => ({
        parameters: [],
        ...(operation as Omit<Operation, 'name' | 'path' | 'parameters'>),
        name: `${method} ${path}`,
        path,
      })),
    );

  const bodies = () =>
    operations().flatMap(({ name, requestBody, responses }) =>
      [requestBody, ...Object.values(responses)].flatMap((holder) =>
        Object.entries(holder?.content ?? {}).map(([type, body]) => ({ name, type, ...body })),
      ),
    );

  return { at, operations, bodies };
}
