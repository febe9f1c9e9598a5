import type { Connection } from '../connection.ts';
import type { Store } from '../store.ts';
import { createAmendmentWindows } from './amendment-windows.ts';
import { createApiReads } from './api-reads.ts';
import { createApiTokens } from './api-tokens.ts';
import { createAuditLog } from './audit-log.ts';
import { createCountsCheck } from './counts-check.ts';
import { createEditors } from './editors.ts';
import { createExports } from './exports.ts';
import { createModeration } from './moderation.ts';
import { createPeople } from './people.ts';
import { createReviewReads } from './review-reads.ts';
import { createSecrets } from './secrets.ts';
import { createSessionStore } from './sessions.ts';
import { createSites } from './sites.ts';
import { createSuspicions } from './suspicions.ts';

/** All of the store that is the same on both engines: everything but appending. */
export const createSharedQueries = (
  connection: Connection,
): Omit<Store, 'appendResponses' | 'close'> => ({
  ...createAmendmentWindows(connection),
  ...createSites(connection),
  ...createReviewReads(connection),
  ...createEditors(connection),
  ...createSessionStore(connection),
  ...createPeople(connection),
  ...createSecrets(connection),
  ...createApiReads(connection),
  ...createApiTokens(connection),
  ...createAuditLog(connection),
  ...createCountsCheck(connection),
  ...createExports(connection),
  ...createModeration(connection),
  ...createSuspicions(connection),
});
