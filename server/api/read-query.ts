import type { z } from 'zod';
import { ProblemError } from '../http/problem.ts';

/** Names under which other services take a token in an address. */
const tokenNames = /^(access[-_]?token|api[-_]?key|auth(orization)?|bearer|token)$/i;

/** Numbers of the query; all other parameters are text. */
const wholeNumbers = ['limit', 'page'];

/**
 * Refuses a token in an address: there it ends up in logs and histories.
 * @throws ProblemError
 */
export function refuseTokenInAddress(search: URLSearchParams): void {
  if (![...search.keys()].some((name) => tokenNames.test(name))) return;
  throw new ProblemError(
    'token-in-address',
    'Send the token in the header Authorization: Bearer, never in an address. Revoke the one that was sent: addresses end up in logs.',
  );
}

/**
 * Reads the parameters of a request. One that is unknown is refused: misspelled it would
 * be left out without a word, and the figures would be others than those asked for.
 * @throws ProblemError that names each parameter at fault, never its value
 */
export function readQuery<Query extends z.ZodObject>(
  search: URLSearchParams,
  schema: Query,
): z.output<Query> {
  const faults = [...new Set(search.keys())]
    .filter((name) => search.getAll(name).length > 1)
    .map((field) => ({ field, detail: 'must be given once' }));
  const values = [...search].map(([name, value]): [string, unknown] =>
    wholeNumbers.includes(name) && /^\d{1,15}$/.test(value) ? [name, Number(value)] : [name, value],
  );
  const result = schema.safeParse(Object.fromEntries(values));
  if (result.success && faults.length === 0) return result.data;
  for (const issue of result.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') {
      const known = Object.keys(schema.shape).join(', ');
      const detail = known === '' ? 'is unknown here' : `is unknown here; known are ${known}`;
      // The name is the client's own text: only one that looks like a name is said again.
      for (const key of issue.keys) {
        faults.push({ field: /^[a-zA-Z]\w{0,39}$/.test(key) ? key : 'parameter', detail });
      }
    } else faults.push({ field: String(issue.path[0]), detail: issue.message });
  }
  throw invalidParameters(faults);
}

export const invalidParameters = (faults: { field: string; detail: string }[]): ProblemError =>
  new ProblemError(
    'invalid-parameters',
    `${faults.map(({ field, detail }) => `${field} ${detail}`).join('; ')}.`,
    { faults },
  );
