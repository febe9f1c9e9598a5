import { apiCases } from './api-cases.ts';
import { commentCases } from './comment-cases.ts';
import { deskCases } from './desk-cases.ts';
import { pageCases } from './page-cases.ts';
import type { ReadCase } from './read-case.ts';
import { workListCases } from './work-list-cases.ts';

/** Everything that the review and the API ask the store for. */
export const readCases: ReadCase[] = [
  ...workListCases,
  ...pageCases,
  ...commentCases,
  ...deskCases,
  ...apiCases,
];
