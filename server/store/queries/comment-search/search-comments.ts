import type {
  CommentChoice,
  CommentCursor,
  CommentOrder,
  CommentSearch,
} from '../../comment-search.ts';
import type { Connection } from '../../connection.ts';
import { countStored } from '../stored-comments.ts';
import type { Candidate, Candidates } from './candidates.ts';
import { createFitting } from './fitting.ts';
import { countCandidates, narrowIndices, ofSite, timedCandidates } from './timed-candidates.ts';
import { wordCandidates } from './word-candidates.ts';

/** An index with fewer comments than this is looked through whole. */
const few = 5000;

/**
 * How many comments one part of a list looks at before it gives up, and how many a count
 * looks at. Comments with a word lie apart on the disk, and PostgreSQL has to look for words
 * far longer than for anything else.
 */
const mostLookedAt = { inTime: 8000, withWords: { sqlite: 5000, postgres: 1000 } };
const mostCounted = { inTime: 4000, withWords: { sqlite: 4000, postgres: 500 } };

/** How many are looked at in one statement at most: others go between. */
const longestStep = 2000;

/** Some comments that were looked at, in order, and those of them that fit. */
interface Step {
  tier: CommentCursor['tier'];
  candidates: Candidate[];
  fits: Candidate[];
  /** Whether the list goes on after them, as far as is known. */
  goesOn: boolean;
}

/** Finds comments across pages by filters and by words. */
export function createCommentSearch(connection: Connection): CommentSearch {
  /** The narrowest index there is; the words have one, but nobody knows how narrow. */
  async function chooseCandidates(choice: CommentChoice, order: CommentOrder): Promise<Candidates> {
    const narrow = narrowIndices(choice);
    let smallest = few;
    let chosen: (typeof narrow)[number] | undefined;
    for (const indexOf of narrow.length > 1 || choice.words ? narrow : []) {
      const count = await countCandidates(connection, choice, indexOf, smallest);
      if (count < smallest) [smallest, chosen] = [count, indexOf];
    }
    if (chosen) return timedCandidates(connection, choice, order, chosen);
    if (choice.words) return wordCandidates(connection, choice, choice.words, order);
    return timedCandidates(connection, choice, order, narrow[0] ?? ofSite);
  }

  async function* look(
    choice: CommentChoice,
    order: CommentOrder,
    from: CommentCursor | null,
    wanted: { first: number; most: typeof mostLookedAt; isCount: boolean },
  ): AsyncGenerator<Step> {
    const source = await chooseCandidates(choice, order);
    const fitting = createFitting(connection, choice, source.fitted);
    const tiers = choice.words ? ([0, 1] as const) : ([0] as const);
    const { inTime, withWords } = wanted.most;
    const most = source.fitted.has('words') ? withWords[connection.engine] : inTime;
    let looked = 0;
    let limit = wanted.first;
    for (const tier of tiers) {
      if (from && tier < from.tier) continue;
      let after: Candidate | null = from?.tier === tier ? from : null;
      for (;;) {
        limit = Math.min(limit, most - looked);
        const candidates = await source.next({ tier, after, limit });
        const isEnd = candidates.length < limit;
        looked += candidates.length;
        const fits = await fitting(candidates, tier);
        const goesOn = !isEnd || tier !== tiers.at(-1);
        yield { tier, candidates, fits, goesOn };
        if (looked >= most) return;
        // Where all fit, no more are needed than a page shows.
        if (wanted.isCount || fits.length < candidates.length)
          limit = Math.min(longestStep, limit * 4);
        if (isEnd) break;
        after = candidates.at(-1) ?? null;
      }
    }
  }

  return {
    async searchComments(choice, order, after, limit) {
      const none = { ids: [], next: null, isGivenUp: false };
      if (choice.siteIds.length === 0) return none;
      const found: CommentCursor[] = [];
      let last: CommentCursor | null = after;
      let goesOn = false;
      const wanted = { first: limit + 1, most: mostLookedAt, isCount: false };
      for await (const step of look(choice, order, after, wanted)) {
        const { tier } = step;
        found.push(...step.fits.map((fit) => ({ ...fit, tier })));
        const furthest = step.candidates.at(-1);
        if (furthest) last = { ...furthest, tier };
        goesOn = step.goesOn;
        if (found.length > limit) break;
      }
      const ids = found.slice(0, limit).map(({ id }) => id);
      if (found.length > limit) {
        return { ids, next: found[limit - 1] ?? null, isGivenUp: false };
      }
      return goesOn ? { ids, next: last, isGivenUp: true } : { ...none, ids };
    },

    async countFound(choice, most) {
      const stored = await countStored(connection, choice);
      if (stored !== null) return { count: Math.min(stored, most), isMore: stored > most };
      let count = 0;
      let goesOn = false;
      const wanted = { first: 250, most: mostCounted, isCount: true };
      for await (const step of look(choice, 'newest', null, wanted)) {
        count += step.fits.length;
        goesOn = step.goesOn;
        if (count > most) return { count: most, isMore: true };
      }
      return { count, isMore: goesOn };
    },
  };
}
