import {
  getApiInfo,
  getProblemKind,
  listOpenDailyCounts,
  listOpenPages,
} from './open-operations.ts';
import type { ReadOperation } from './read-operation.ts';
import {
  getPage,
  listComments,
  listPageDailyCounts,
  listPages,
  listSiteDailyCounts,
  listSites,
} from './token-operations.ts';

/** Every way to read something, in the order of the document. */
export const readOperations: ReadOperation[] = [
  listSites,
  listSiteDailyCounts,
  listPages,
  getPage,
  listPageDailyCounts,
  listComments,
  listOpenPages,
  listOpenDailyCounts,
  getApiInfo,
  getProblemKind,
];
