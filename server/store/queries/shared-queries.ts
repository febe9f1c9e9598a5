import type { Connection } from '../connection.ts';
import type { RefusedAnswers } from '../refused-answers.ts';
import type { Store } from '../store.ts';
import { createAmendmentWindows } from './amendment-windows.ts';
import { createApiReads } from './api-reads.ts';
import { createApiTokens } from './api-tokens.ts';
import { createAuditLog } from './audit-log.ts';
import { createCommentSearch } from './comment-search/search-comments.ts';
import { createCountsCheck } from './counts-check.ts';
import { createEditors } from './editors.ts';
import { createEditorMail } from './editor-mail.ts';
import { createExports } from './exports.ts';
import { createModeration } from './moderation.ts';
import { createPageMerges } from './page-merges.ts';
import { createPageOwners } from './page-owners.ts';
import { createPeople } from './people.ts';
import { createReviewReads } from './review-reads.ts';
import { createRevisions } from './revisions.ts';
import { createSecrets } from './secrets.ts';
import { createSessionStore } from './sessions.ts';
import { createSites } from './sites.ts';
import { createSuspectedAnswers } from './suspected-answers.ts';
import { createSuspicions } from './suspicions.ts';
import { createTags } from './tags.ts';
import { createTriage } from './triage.ts';
import { createWeekChanges } from './week-changes.ts';
import { createWorkList } from './work-list.ts';

/**
 * All of the store that is the same on both engines: everything but appending and what
 * belongs to it.
 */
export const createSharedQueries = (
  connection: Connection,
): Omit<Store, 'appendResponses' | keyof RefusedAnswers | 'broadcast' | 'close'> => ({
  ...createAmendmentWindows(connection),
  ...createSites(connection),
  ...createReviewReads(connection),
  ...createWorkList(connection, createReviewReads(connection).readPages),
  ...createPageOwners(connection),
  ...createEditorMail(connection),
  ...createWeekChanges(connection),
  ...createEditors(connection),
  ...createSessionStore(connection),
  ...createPeople(connection),
  ...createSecrets(connection),
  ...createApiReads(connection),
  ...createApiTokens(connection),
  ...createAuditLog(connection),
  ...createCommentSearch(connection),
  ...createCountsCheck(connection),
  ...createExports(connection),
  ...createModeration(connection),
  ...createRevisions(connection),
  ...createPageMerges(connection),
  ...createSuspectedAnswers(connection),
  ...createSuspicions(connection),
  ...createTags(connection),
  ...createTriage(connection),
});
