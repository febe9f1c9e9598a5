import { randomUUID } from 'node:crypto';
import type { CommentStatus } from '../../../server/store/comment-status.ts';
import type { CommentChange, SeenComment } from '../../../server/store/triage.ts';
import type { OpenDatabase, ReadCase } from './read-case.ts';

/** The most comments that are changed at once. */
const many = 200;

const by = () => ({ at: new Date(), actor: 'Kim' });

interface Seen extends SeenComment {
  status: CommentStatus;
}

/** The newest comments of the largest site, as an editor would see them in a list. */
async function newest({ store, places }: OpenDatabase, count: number): Promise<Seen[]> {
  const { siteId } = places;
  const { ids } = await store.searchComments({ siteIds: [siteId] }, 'newest', null, count);
  const work = await store.readCommentWork(ids.map((id) => ({ id, siteId })));
  return [...work].map(([id, { version, status }]) => ({ id, version, status }));
}

/** Every second time the other way, so that there is always something to change. */
const otherStatus = (status: CommentStatus): CommentChange => ({
  status: status === 'handed-over' ? 'no-action' : 'handed-over',
});

const inFourWays = (status: CommentStatus): CommentChange =>
  status === 'fixed'
    ? { status: 'in-progress', assigneeId: null, removeTags: [1], leftOut: false }
    : { status: 'fixed', assigneeId: 1, addTags: [1], leftOut: true };

async function change(
  database: OpenDatabase,
  count: number,
  wanted: (status: CommentStatus) => CommentChange,
) {
  const seen = await newest(database, count);
  const { store, places } = database;
  const last = seen.at(-1)?.status ?? 'new';
  const outcome = await store.changeComments(places.siteId, seen, wanted(last), by(), randomUUID());
  if (outcome.changed.length !== seen.length) throw new Error(JSON.stringify(outcome));
  return outcome.batch;
}

/** What editors do with comments: to see them, and to change them in one transaction. */
export const triageCases: ReadCase[] = [
  { name: 'triage: see 200', read: (database) => newest(database, many) },
  { name: 'triage: see and change one', read: (database) => change(database, 1, otherStatus) },
  {
    name: 'triage: see and change 200 in four ways',
    read: (database) => change(database, many, inFourWays),
  },
  {
    name: 'triage: the same, and undo it all',
    async read(database) {
      const batch = await change(database, many, inFourWays);
      const { store, places } = database;
      const undone = await store.undoChange(places.siteId, batch, by(), randomUUID());
      if (undone.changed.length === 0) throw new Error(JSON.stringify(undone));
    },
  },
];
