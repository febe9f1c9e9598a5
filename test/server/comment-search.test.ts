import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readSearch } from '../../server/store/comment-search/search-query.ts';
import type {
  CommentChoice,
  CommentOrder,
  CommentCursor,
} from '../../server/store/comment-search.ts';
import type { Site } from '../../server/store/store.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

let temporary: TemporaryStore;
let site: Site;
let other: Site;

beforeEach(async () => {
  temporary = await openTemporaryStore();
  site = await temporary.addSite({ key: 'one', origins: ['https://one.example'] });
  other = await temporary.addSite({ key: 'two', origins: ['https://two.example'] });
});
afterEach(() => temporary.remove());

const noon = Date.parse('2026-11-22T12:00:00Z');
const aMinute = 60_000;

interface Said {
  text: string;
  site?: Site;
  path?: string;
  answer?: 'yes' | 'no';
  language?: string;
  received?: number;
  suspicion?: string;
}

/** Comments in the order in which they come: the first has the number 1. */
async function say(...all: (Said | string)[]) {
  await temporary.store.appendResponses(
    all.map((said, number) => {
      const {
        text,
        path = '/a',
        answer = 'no',
        language = 'sv',
        ...more
      } = typeof said === 'string' ? { text: said } : said;
      const { origins, id } = more.site ?? site;
      return {
        key: crypto.randomUUID(),
        siteId: id,
        address: `${origins[0] ?? ''}${path}`,
        received: new Date(more.received ?? noon + number * aMinute),
        day: '2026-11-22',
        revisionNo: 1,
        content: { answer, comment: text, survey: 'page' as const, pageLanguage: language },
        suspicion: more.suspicion,
      };
    }),
  );
}

interface Asked extends Partial<Omit<CommentChoice, 'words'>> {
  words?: string;
  order?: CommentOrder;
}

const choiceOf = ({ words, order: _order, ...choice }: Asked): CommentChoice => ({
  siteIds: [site.id],
  ...choice,
  ...(words !== undefined && { words: readSearch(words) ?? undefined }),
});

/** The numbers of all comments that fit, part by part. */
async function find(asked: Asked, limit = 50): Promise<number[]> {
  const ids: number[] = [];
  let after: CommentCursor | null = null;
  for (;;) {
    const { order = 'newest' } = asked;
    const part = await temporary.store.searchComments(choiceOf(asked), order, after, limit);
    assert.ok(part.ids.length <= limit);
    assert.equal(part.isGivenUp, false);
    ids.push(...part.ids);
    if (!part.next) return ids;
    after = part.next;
  }
}

const count = (asked: Asked, most = 1000) => temporary.store.countFound(choiceOf(asked), most);

describe('searching the words of comments', () => {
  it('finds whole words first, then those that are similar or begin so, each newest first', async () => {
    await say('hälsa', 'halsa', 'hälsan', 'HÄLSA!', 'annat');
    assert.deepEqual(await find({ words: 'hälsa' }), [4, 1, 3, 2]);
    assert.deepEqual(await find({ words: 'halsa' }), [2, 4, 3, 1]);
    assert.deepEqual(await find({ words: 'halsa', order: 'oldest' }), [2, 1, 3, 4]);
  });

  it('keeps å, ä and ö apart from other letters among the exact hits', async () => {
    await say('får', 'far', 'för');
    assert.deepEqual(await find({ words: '"får"' }), [1, 2]);
    assert.deepEqual(await find({ words: '"för"' }), [3]);
  });

  it('wants all words, in any order, and phrases as they stand', async () => {
    await say('ny blankett på nätet', 'på nätet finns ny blankett', 'ny blankett');
    assert.deepEqual(await find({ words: 'blankett nätet' }), [2, 1]);
    assert.deepEqual(await find({ words: '"blankett på nätet"' }), [1]);
    assert.deepEqual(await find({ words: '"blankett på nä' }), [1]);
    assert.deepEqual(await find({ words: '"PÅ NATET" ny' }), [2, 1]);
  });

  it('takes only the last word for a beginning', async () => {
    await say('blanketten saknas', 'blankett saknas');
    assert.deepEqual(await find({ words: 'blankett sak' }), [2]);
    assert.deepEqual(await find({ words: 'saknas blank' }), [2, 1]);
  });

  it('finds all that begin so, however many words they are', async () => {
    await say(...Array.from({ length: 150 }, (_, n) => `ny dnr${n + 100}`));
    assert.equal((await find({ words: 'dnr' })).length, 150);
    assert.equal((await find({ words: '"ny dnr' })).length, 150);
    assert.equal((await find({ words: 'dnr15' })).length, 10);
  });

  const awkward = [
    '"',
    "'",
    'NEAR(x y)',
    'site:s1',
    's1',
    'exact:a',
    'x* AND y',
    'x OR y',
    '{exact folded}:x',
    'x:*A',
    "'x':A & !y",
    '<->',
    '\\',
    'a\0b',
    '😀',
    '%_',
    'z'.repeat(10_000),
    'ord '.repeat(1000),
    '\ud800x',
    'ß',
    'İstanbul',
  ];
  it('takes anything for words, and never for more', async () => {
    await say('vanlig text', { text: 'hemligt', site: other });
    for (const words of awkward)
      assert.deepEqual(await find({ words }), readSearch(words) ? [] : [1]);
  });

  it('tells nothing of other sites', async () => {
    await say('samma ord', { text: 'samma ord', site: other });
    assert.deepEqual(await find({ words: 'samma' }), [1]);
    assert.deepEqual(await find({ words: 'samma', siteIds: [other.id] }), [2]);
    assert.deepEqual(await find({ words: 'samma', siteIds: [site.id, other.id] }), [2, 1]);
    assert.deepEqual(await find({ words: 'samma', siteIds: [] }), []);
  });

  it('finds words as they are after a comment is masked or deleted', async () => {
    await say('ring mig', 'ring dem');
    const by = { at: new Date(noon), actor: 'editor' };
    const { store } = temporary;
    await store.maskComment({ id: 1, siteId: site.id, text: '[maskat] mig' }, by);
    await store.deleteComment({ id: 2, siteId: site.id }, by);
    assert.deepEqual(await find({ words: 'ring' }), []);
    assert.deepEqual(await find({ words: 'mig' }), [1]);
  });

  it('turns through all parts without missing or repeating one', async () => {
    await say(...Array.from({ length: 23 }, (_, n) => (n % 2 === 0 ? 'hälsa' : 'halsan')));
    const all = await find({ words: 'halsa' });
    assert.equal(new Set(all).size, 23);
    for (const limit of [1, 2, 5, 12, 22, 23]) {
      assert.deepEqual(await find({ words: 'halsa' }, limit), all, `parts of ${limit}`);
    }
  });
});

describe('choosing comments', () => {
  it('goes by the time at which comments were received', async () => {
    const times = [3, 1, 2].map((minute) => noon + minute * aMinute);
    await say(...times.map((received) => ({ text: 'x', received })));
    assert.deepEqual(await find({}), [1, 3, 2]);
    assert.deepEqual(await find({}, 1), [1, 3, 2]);
    assert.deepEqual(await find({ order: 'oldest' }, 1), [2, 3, 1]);
    const [, from, before] = [...times].sort().map((time) => new Date(time));
    assert.deepEqual(await find({ from }), [1, 3]);
    assert.deepEqual(await find({ before }), [3, 2]);
    assert.deepEqual(await find({ from, before }), [3]);
    assert.deepEqual(await find({ from, before, words: 'x' }), [3]);
  });

  it('goes by answer, page, section, language and what is left out', async () => {
    await say(
      { text: 'ord', answer: 'yes' },
      { text: 'ord', path: '/a/b' },
      { text: 'ord', path: '/ab', language: 'en-GB' },
      { text: 'ord', suspicion: 'rate', path: '/a/b' },
    );
    const sections = ['https://one.example/a'];
    for (const words of [undefined, 'ord', 'or']) {
      const more = words === undefined ? {} : { words };
      assert.deepEqual(await find({ answer: 'yes', ...more }), [1]);
      assert.deepEqual(await find({ sections, ...more }), [4, 2, 1]);
      assert.deepEqual(await find({ pageId: 2, ...more }), [4, 2]);
      assert.deepEqual(await find({ language: 'en', ...more }), [3]);
      assert.deepEqual(await find({ leftOut: true, ...more }), [4]);
      assert.deepEqual(await find({ leftOut: false, pageId: 2, ...more }), [2]);
    }
  });

  it('goes by status, who is responsible and tag', async () => {
    await say('ett', 'två', 'tre');
    const { store } = temporary;
    const by = { at: new Date(noon), actor: 'Kim' };
    const kim = await store.addEditor({ name: 'Kim', siteIds: [site.id] });
    await store.addTag(site.id, 'Språk', by);
    const tag = (await store.listTags(site.id)).find(({ name }) => name === 'Språk');
    assert.ok(tag);
    const seen = (id: number) => [{ id, version: 0 }];
    await store.changeComments(site.id, seen(1), { status: 'fixed', addTags: [tag.id] }, by);
    await store.changeComments(site.id, seen(2), { assigneeId: kim.id, addTags: [tag.id] }, by);
    assert.deepEqual(await find({ status: 'fixed' }), [1]);
    assert.deepEqual(await find({ status: 'new' }), [3, 2]);
    assert.deepEqual(await find({ assigneeId: kim.id }), [2]);
    assert.deepEqual(await find({ assigneeId: null }), [3, 1]);
    assert.deepEqual(await find({ tagId: tag.id }), [2, 1]);
    assert.deepEqual(await find({ tagId: tag.id, status: 'fixed' }), [1]);
    assert.deepEqual(await find({ tagId: tag.id, words: 'ett' }), [1]);
    assert.deepEqual(await find({ tagId: tag.id, words: 'tre' }), []);
    assert.deepEqual(await count({ tagId: tag.id }), { count: 2, isMore: false });
  });

  it('counts those that fit, and says when there are more', async () => {
    await say(...Array.from({ length: 12 }, (_, n) => ({ text: n < 7 ? 'ett' : 'två' })));
    assert.deepEqual(await count({}), { count: 12, isMore: false });
    assert.deepEqual(await count({}, 10), { count: 10, isMore: true });
    assert.deepEqual(await count({ words: 'ett' }), { count: 7, isMore: false });
    assert.deepEqual(await count({ words: 'ett' }, 5), { count: 5, isMore: true });
    assert.deepEqual(await count({ pageId: 1, answer: 'yes' }), { count: 0, isMore: false });
  });
});
