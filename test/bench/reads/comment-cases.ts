import { createDayOf } from '../../../server/clock.ts';
import type { CommentChoice, CommentOrder } from '../../../server/store/comment-search.ts';
import { originOf } from '../../support/generate-responses.ts';
import { readDay, type ReadPlaces } from './generated-database.ts';
import { wordsOf, type OpenDatabase, type ReadCase } from './read-case.ts';

/** How far the page tells how many comments it has found. */
const mostCounted = 1000;

/** Fifty comments with all that their cards show. */
async function find(
  { store, places }: OpenDatabase,
  choice: CommentChoice,
  order: CommentOrder = 'newest',
): Promise<void> {
  const { ids } = await store.searchComments(choice, order, null, 50);
  await store.readCommentWork(await store.findComments(places.siteIds, ids));
}

const searched = [
  ...['blanketten', 'blankett', 'deltidsanställda', 'halsodekl', 'finnsinte', '2026', '20', 'e'],
  ...['"ringde er och fick"', 'blanketten halsodekl'],
  // A word that nobody wrote, beside one that is common: `inte`.
  'internt',
];

const sinceEdit = { today: readDay, dayOf: createDayOf('Europe/Stockholm') };

/** What editors choose by, alone and together. */
const choices: [name: string, choice: (places: ReadPlaces) => Partial<CommentChoice>][] = [
  ['all', () => ({})],
  ['of a page', ({ pageId }) => ({ pageId })],
  ['of a month', ({ month }) => month.moments],
  ['left out', () => ({ leftOut: true })],
  ['new, answered no', () => ({ status: 'new', answer: 'no' })],
  ['in a section', () => ({ sections: [`${originOf(1)}/amne-1`] })],
  ['in a language of none', () => ({ language: 'fi' })],
  ['since the last edits', () => ({ sinceEdit })],
  ['fixed', () => ({ status: 'fixed' })],
  ['with a tag', ({ tagId }) => ({ tagId })],
  ['of an editor', ({ editorId }) => ({ assigneeId: editorId })],
  ['a word, answered yes', ({ siteId }) => ({ ...wordsOf(siteId, 'blankett'), answer: 'yes' })],
  ['a word of a page', ({ siteId, pageId }) => ({ ...wordsOf(siteId, 'länken'), pageId })],
  ['a word, a month', ({ siteId, month }) => ({ ...wordsOf(siteId, 'avgift'), ...month.moments })],
  ['a word, since the last edits', ({ siteId }) => ({ ...wordsOf(siteId, 'avgift'), sinceEdit })],
  ['a word, none', ({ siteId }) => ({ ...wordsOf(siteId, 'blanketten'), language: 'fi' })],
];

const counted = ['all', 'left out', 'since the last edits', 'in a section', 'a word, none'];

/** Comments across pages: by words, and by the filters that editors set. */
export const commentCases: ReadCase[] = [
  ...searched.map((typed): ReadCase => ({
    name: `search: ${typed}`,
    read: (database) => find(database, wordsOf(database.places.siteId, typed)),
  })),
  {
    name: 'search: blankett, all sites',
    read: (database) => {
      const { siteId, siteIds } = database.places;
      return find(database, { ...wordsOf(siteId, 'blankett'), siteIds });
    },
  },
  {
    name: 'search: number of blankett',
    read: ({ store, places: { siteId } }) =>
      store.countFound(wordsOf(siteId, 'blankett'), mostCounted),
  },
  ...choices.map(([name, choice]): ReadCase => ({
    name: `comments: ${name}`,
    read: (database) => {
      const { places } = database;
      return find(database, { siteIds: places.siteIds, ...choice(places) });
    },
  })),
  {
    name: 'comments: the oldest',
    read: (database) => find(database, { siteIds: database.places.siteIds }, 'oldest'),
  },
  {
    name: 'comments: a later part',
    read: ({ store, places: { siteIds, month } }) => {
      const after = { tier: 0, received: month.moments.from.getTime(), id: 0 } as const;
      return store.searchComments({ siteIds }, 'newest', after, 50);
    },
  },
  ...choices
    .filter(([name]) => counted.includes(name))
    .map(([name, choice]): ReadCase => ({
      name: `comments: number of ${name}`,
      read: ({ store, places }) =>
        store.countFound({ siteIds: places.siteIds, ...choice(places) }, mostCounted),
    })),
  {
    name: 'one comment: with its history',
    async read({ store, places: { siteIds, siteId, handledId } }) {
      const comments = await store.findComments(siteIds, [handledId]);
      await store.readCommentWork(comments);
      await store.listCommentEvents({ id: handledId, siteId });
    },
  },
  {
    name: 'one comment: those changed with it',
    read: ({ store, places: { siteIds, batch } }) => store.listBatch(siteIds, batch),
  },
];
