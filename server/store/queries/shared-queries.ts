import type { Connection } from '../connection.ts';
import type { Store } from '../store.ts';
import { createAmendmentWindows } from './amendment-windows.ts';
import { createAuditLog } from './audit-log.ts';
import { createEditors } from './editors.ts';
import { createReviewReads } from './review-reads.ts';
import { createSecrets } from './secrets.ts';
import { createSites } from './sites.ts';

/** All of the store that is the same on both engines: everything but appending. */
export const createSharedQueries = (
  connection: Connection,
): Omit<Store, 'appendResponses' | 'close'> => ({
  ...createAmendmentWindows(connection),
  ...createSites(connection),
  ...createReviewReads(connection),
  ...createEditors(connection),
  ...createSecrets(connection),
  ...createAuditLog(connection),
});
