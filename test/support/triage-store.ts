import assert from 'node:assert/strict';
import type { By } from '../../server/store/moderation.ts';
import type { Editor, IncomingResponse, Site, Store } from '../../server/store/store.ts';
import type {
  ChangeOutcome,
  CommentChange,
  CommentDeed,
  CommentWork,
  SeenComment,
} from '../../server/store/triage.ts';
import { readRows } from './stored-rows.ts';
import { openTemporaryStore } from './temporary-store.ts';

/** When everything happens. */
export const at = new Date('2026-11-22T12:00:00Z');
export const byKim: By = { at, actor: 'Kim' };
export const byRobin: By = { at, actor: 'Robin' };

/** A real store in which editors work with comments of one site. */
export interface TriageStore {
  store: Store;
  database: string;
  site: Site;
  otherSite: Site;
  kim: Editor;
  /** An answer with a comment, or without. */
  incoming: (text: string | undefined, more?: Partial<IncomingResponse>) => IncomingResponse;
  /** Stores comments and returns them as nobody has touched them. */
  write: (...texts: string[]) => Promise<SeenComment[]>;
  change: (seen: SeenComment[], wanted: CommentChange, by?: By) => Promise<ChangeOutcome>;
  workOf: (id: number) => Promise<CommentWork>;
  deedsOf: (id: number) => Promise<CommentDeed[]>;
  /** How many comments wait, as they are counted. */
  waiting: () => number | undefined;
  /** Throws when a count is not what the answers come to. */
  rightCounts: () => Promise<void>;
  /** Who did what, the newest first. */
  audited: () => Promise<unknown[][]>;
  remove: () => Promise<void>;
}

/** Opens an empty store with two sites; Kim is an editor of the first. */
export async function openTriageStore(): Promise<TriageStore> {
  const { store, database, addSite, remove } = await openTemporaryStore();
  const site = await addSite({ key: 'example', origins: ['https://www.example.se'] });
  const otherSite = await addSite({ key: 'other', origins: ['https://other.example'] });
  const kim = await store.addEditor({ name: 'Kim', siteIds: [site.id] });

  const incoming: TriageStore['incoming'] = (text, more = {}) => ({
    key: crypto.randomUUID(),
    siteId: site.id,
    address: 'https://www.example.se/a',
    received: at,
    day: '2026-11-22',
    revisionNo: 1,
    content: { answer: 'no', survey: 'page', ...(text !== undefined && { comment: text }) },
    ...more,
  });

  return {
    ...{ store, database, site, otherSite, kim, incoming, remove },
    async write(...texts) {
      await store.appendResponses(texts.map((text) => incoming(text)));
      const rows = readRows<{ id: number }>(
        database,
        'select response_id as id from comment order by response_id',
      );
      return rows.slice(-texts.length).map(({ id }) => ({ id, version: 0 }));
    },
    change: (seen, wanted, by = byKim) => store.changeComments(site.id, seen, wanted, by),
    async workOf(id) {
      const work = (await store.readCommentWork([{ id, siteId: site.id }])).get(id);
      assert.ok(work);
      return work;
    },
    async deedsOf(id) {
      const events = await store.listCommentEvents({ id, siteId: site.id });
      return events.map(({ deed }) => deed);
    },
    waiting: () =>
      readRows<{ waiting: number }>(
        database,
        'select coalesce(sum(waiting), 0) as waiting from page_comments',
      )[0]?.waiting,
    async rightCounts() {
      assert.deepEqual(await store.findCountDifferences(), []);
    },
    async audited() {
      const entries = await store.listAudit([site.id], { limit: 50, offset: 0 });
      return entries.map(({ actor, action, detail }) => [actor, action, detail]);
    },
  };
}
