import type { FieldFault } from '../contract/problem-schema.ts';
import { responseSchema, type ResponseSchema } from '../contract/response-schema.ts';
import { ProblemError } from '../http/problem.ts';
import type { Submission } from './read-submission.ts';

/** The most faults that are told at once. */
const mostFaults = 20;

export type CheckedResponse = ResponseSchema & { id: string };

/**
 * Checks every field of a submission against the contract.
 * @returns the response; one from a form without script is given an id here
 * @throws ProblemError that names each faulty field and its fault, never a value
 */
export function checkResponse({ transport, fields }: Submission): CheckedResponse {
  const result = responseSchema.safeParse(fields);
  const faults: FieldFault[] = result.success
    ? []
    : result.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((name) => ({ field: fieldName(name), detail: 'is not a known field' }))
          : [{ field: String(issue.path[0] ?? 'body'), detail: issue.message }],
      );
  if (transport === 'json' && fields['id'] === undefined) {
    faults.unshift({ field: 'id', detail: 'is required: a UUID of version 4' });
  }
  if (!result.success || faults.length > 0) {
    const told = faults.slice(0, mostFaults);
    const detail = told.map((fault) => `${fault.field} ${fault.detail}`).join('; ');
    throw new ProblemError('invalid-fields', `${detail}.`, { faults: told });
  }
  const { data } = result;
  return { ...data, id: data.id ?? crypto.randomUUID() };
}

/** The name of an unknown field is the client's own text: only a plain one is repeated. */
function fieldName(name: string): string {
  return /^[A-Za-z][A-Za-z-]{0,39}$/.test(name) ? name : 'unnamed';
}
