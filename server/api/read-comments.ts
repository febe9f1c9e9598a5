import type { Clock } from '../clock.ts';
import type { Comments } from '../contract/resource-schema.ts';
import { checkSite, noSuchPage, type ReadingDependencies } from './read-counts.ts';
import { sliceOf } from './paging-links.ts';
import type { ReadServer } from './serve-reads.ts';
import { listComments } from './token-operations.ts';

/** Visitors' comments, for programs with a token. Each reading is in the audit log. */
export function serveComments(
  server: ReadServer,
  { store, ids, periods, clock }: ReadingDependencies & { clock: Clock },
): void {
  server.withToken(listComments, async ({ query, site, token }) => {
    checkSite(query.site, site);
    const moments = periods.moments(query);
    const pageId = query.pageId === undefined ? undefined : ids.open('page', query.pageId);
    if (query.pageId !== undefined && pageId === undefined) throw noSuchPage();
    const filter = { siteId: site.id, pageId, ...moments };
    const { rows, total } = await store.readComments(filter, sliceOf(query));
    const part = { total, limit: query.limit, page: query.page };
    const told = { from: moments.from.toISOString(), before: moments.before.toISOString() };
    // Before anything is told: what cannot be written down is not read.
    await store.recordAudit({
      at: clock(),
      actor: `token ${token.name}`,
      siteId: site.id,
      action: 'export',
      subject: rows[0] && pageId !== undefined ? rows[0].address : null,
      detail: { by: 'api', comments: rows.length, ...told },
    });
    const body: Comments = {
      ...told,
      ...part,
      items: rows.map((row) => ({
        id: ids.seal('comment', row.id),
        pageId: ids.seal('page', row.pageId),
        pageAddress: row.address,
        received: row.received.toISOString(),
        answer: row.answer,
        rating: row.rating,
        text: row.text,
        leftOut: row.leftOut,
      })),
    };
    return { body, part };
  });
}
