import { findPersonalData } from '../contract/personal-data.ts';
import { ProblemError } from '../http/problem.ts';
import type { Site } from '../store/store.ts';

/**
 * Refuses a comment in which personal data can be found. It is not masked here:
 * what has been received is a public record, which the service must not alter.
 * @throws ProblemError that names the kinds found, never what was found
 */
export function checkPersonalData(comment: string | undefined, site: Site): void {
  const found = findPersonalData(comment ?? '', site.allowedNumbers);
  if (found.length === 0) return;
  const kinds = [...new Set(found.map(({ kind }) => kind))].join(', ');
  const detail = `seems to contain personal data: ${kinds}`;
  throw new ProblemError('personal-data', `comment ${detail}.`, {
    faults: [{ field: 'comment', detail }],
  });
}
