import { findPersonalData } from '../contract/personal-data.ts';
import { ProblemError } from '../http/problem.ts';
import type { Site } from '../store/store.ts';

/**
 * What all personal data has that a rule can find: a digit of any script that the rules
 * read, or an at sign in either spelling. Most comments have neither, and to look closer
 * costs as much as storing them.
 */
const worthLooking = /[\d\u0660-\u0669\u06f0-\u06f9\uff10-\uff19@]|\(at\)/i;

/**
 * Refuses a comment in which personal data can be found. It is not masked here:
 * what has been received is a public record, which the service must not alter.
 * @throws ProblemError that names the kinds found, never what was found
 */
export function checkPersonalData(comment: string | undefined, site: Site): void {
  if (comment === undefined || !worthLooking.test(comment)) return;
  const found = findPersonalData(comment, site.allowedNumbers);
  if (found.length === 0) return;
  const kinds = [...new Set(found.map(({ kind }) => kind))].join(', ');
  const detail = `seems to contain personal data: ${kinds}`;
  throw new ProblemError('personal-data', `comment ${detail}.`, {
    faults: [{ field: 'comment', detail }],
  });
}
