import type { Answer } from '../../server/contract/response-schema.ts';
import { createGeneratedComments, type GeneratedComment } from './generated-comments.ts';
import { createSeededRandom } from './seeded-random.ts';

export interface GeneratedTraffic {
  /** How many responses. */
  rows: number;
  /** How many pages visitors may answer on; the last ones hardly ever are. */
  pages: number;
  /** How many days, up to `lastDay`. */
  days: number;
  /** The newest day, as `2026-11-22`. */
  lastDay: string;
  /** The same seed gives the same responses. */
  seed: number;
  /** The sites that share the pages: the first has most of them. */
  siteIds: number[];
  /** Whether each visitor writes a comment; else about one in six. */
  allComment?: boolean;
}

/** Two years of three websites, as they are at a large agency. */
export const usualTraffic = {
  pages: 20_000,
  days: 730,
  lastDay: '2026-11-22',
  seed: 2026,
} as const;

export interface GeneratedResponse {
  id: number;
  siteId: number;
  pageId: number;
  day: string;
  /** Milliseconds since 1970. */
  received: number;
  answer: Answer;
  rating: number | null;
  leftOut: boolean;
  comment: GeneratedComment | null;
}

/** Counts of one page on one day, of one site on one day, or of all days of a page. */
export interface GeneratedCounts {
  siteId: number;
  pageId: number;
  day: string;
  /** Yes, no, partly, comments and left out. */
  counts: number[];
}

export interface GeneratedPage {
  id: number;
  siteId: number;
  address: string;
  title: string;
  lastReceived: number;
}

/** Where generated rows go. Everything comes in the order in which it would have happened. */
export interface RowSink {
  addResponses: (rows: GeneratedResponse[]) => Promise<void> | void;
  /** The counts of a day that is over. */
  addDay: (ofPages: GeneratedCounts[], ofSites: GeneratedCounts[]) => Promise<void> | void;
  /** At the end: all pages that have an answer, with their counts of all days. */
  addPages: (pages: GeneratedPage[], totals: GeneratedCounts[]) => Promise<void> | void;
}

/** How many responses a sink is given at once. */
const batchSize = 10_000;

const aDay = 24 * 60 * 60 * 1000;

/** Sends generated responses, with all that is counted of them, into a sink. */
export async function generateResponses(traffic: GeneratedTraffic, sink: RowSink): Promise<void> {
  const random = createSeededRandom(traffic.seed);
  const nextComment = createGeneratedComments(random);
  const pickPage = createPagePicker(traffic.pages, random.next);
  const siteOf = createSiteOf(traffic.siteIds);
  const totals = new Map<number, GeneratedCounts>();
  const lastReceived = new Map<number, number>();
  let id = 0;
  let batch: GeneratedResponse[] = [];

  for (const [day, rows] of spreadOverDays(traffic)) {
    const ofPages = new Map<number, GeneratedCounts>();
    const ofSites = new Map<number, GeneratedCounts>();
    // Midnight in Sweden, but for the hour that summer takes.
    const start = Date.parse(day) - aDay / 24;
    for (let number = 0; number < rows; number += 1) {
      const pageId = pickPage();
      const siteId = siteOf(pageId);
      const received = start + Math.floor(((number + random.next()) / rows) * aDay);
      const answer = pickAnswer(random.next(), pageId);
      const leftOut = random.chance(0.01);
      const comment =
        traffic.allComment === true || random.chance(answer === 'yes' ? 0.08 : 0.3)
          ? nextComment()
          : null;
      const rating = random.chance(0.05) ? 1 + random.below(5) : null;
      id += 1;
      batch.push({ id, siteId, pageId, day, received, answer, rating, leftOut, comment });
      const empty = () => ({ siteId, pageId, day, counts: [0, 0, 0, 0, 0] });
      for (const counts of [
        entryOf(ofPages, pageId, empty),
        entryOf(ofSites, siteId, empty),
        entryOf(totals, pageId, empty),
      ]) {
        count(counts.counts, answer, leftOut, comment !== null);
      }
      lastReceived.set(pageId, received);
      if (batch.length === batchSize) {
        await sink.addResponses(batch);
        batch = [];
      }
    }
    await sink.addDay([...ofPages.values()], [...ofSites.values()]);
  }
  await sink.addResponses(batch);
  const pages = [...lastReceived].map(([pageId, received]) => ({
    id: pageId,
    siteId: siteOf(pageId),
    address: `${originOf(siteOf(pageId))}/amne-${pageId % 40}/avsnitt-${pageId % 300}/sida-${pageId}`,
    title: `Så ansöker du om tillstånd ${pageId} – Exempelmyndigheten`,
    lastReceived: received,
  }));
  await sink.addPages(pages, [...totals.values()]);
}

/** Where a generated site answers. */
export const originOf = (siteId: number): string => `https://www.site-${siteId}.example`;

/** Working days have more answers than others. */
function* spreadOverDays({ rows, days, lastDay }: GeneratedTraffic): Generator<[string, number]> {
  const names = Array.from({ length: days }, (_, index) =>
    new Date(Date.parse(lastDay) - (days - 1 - index) * aDay).toISOString().slice(0, 10),
  );
  const weights = names.map((name) => ([0, 6].includes(new Date(name).getUTCDay()) ? 4 : 10));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let weight = 0;
  let given = 0;
  for (const [index, name] of names.entries()) {
    weight += weights[index] ?? 0;
    const upTo = Math.round((rows * weight) / whole);
    yield [name, upTo - given];
    given = upTo;
  }
}

/** Visits follow Zipf's law: the second page has half as many as the first, and so on. */
function createPagePicker(pages: number, next: () => number): () => number {
  const places = new Uint32Array(2 ** 20);
  const whole = Array.from({ length: pages }, (_, rank) => 1 / (rank + 1)).reduce((a, b) => a + b);
  let weight = 0;
  let filled = 0;
  for (let rank = 0; rank < pages; rank += 1) {
    weight += 1 / (rank + 1) / whole;
    // The numbers of much visited pages lie far apart, as in earnest: 7919 is a prime.
    const pageId = 1 + ((rank * 7919) % pages);
    const end = rank === pages - 1 ? places.length : Math.round(weight * places.length);
    places.fill(pageId, filled, end);
    filled = end;
  }
  return () => places[Math.floor(next() * places.length)] ?? 1;
}

/** Of ten pages, the first site has six, the second three, the third one. */
const createSiteOf = (siteIds: number[]) => {
  const shares = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2].map((place) => siteIds[place] ?? siteIds[0] ?? 0);
  return (pageId: number) => shares[pageId % 10] ?? 0;
};

/** Some pages please more than others. */
function pickAnswer(chance: number, pageId: number): Answer {
  const share = 0.4 + (pageId % 7) * 0.07;
  if (chance < share) return 'yes';
  return chance < share + (1 - share) * 0.7 ? 'no' : 'partly';
}

function entryOf<Entry>(entries: Map<number, Entry>, key: number, make: () => Entry): Entry {
  const known = entries.get(key);
  if (known) return known;
  const made = make();
  entries.set(key, made);
  return made;
}

const places: Record<Answer, number> = { yes: 0, no: 1, partly: 2 };

function count(counts: number[], answer: Answer, leftOut: boolean, hasComment: boolean): void {
  const add = (place: number) => (counts[place] = (counts[place] ?? 0) + 1);
  if (leftOut) {
    add(4);
    return;
  }
  add(places[answer]);
  if (hasComment) add(3);
}
