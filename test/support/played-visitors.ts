import { readFileSync } from 'node:fs';
import type { Answer } from '../../server/contract/response-schema.ts';
import type { DayModel } from './day-model.ts';
import { aMinute, anHour } from './moving-clock.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A page as `test/data/digg-pages.README.md` describes it. */
export interface DiggPage {
  url: string;
  title: string;
  lang: string;
}

export const diggPages = JSON.parse(
  readFileSync(new URL('../data/digg-pages.json', import.meta.url), 'utf8'),
) as DiggPage[];

const digg = 'https://www.digg.se';

/** All of them belong to one site, which answers with and without `www`. */
export const diggOrigins = [digg, 'https://dela.digg.se', 'https://trg.digg.se'];

/** Midnight in Sweden, in winter an hour before Greenwich. */
export const dayStart = Date.parse('2026-11-21T23:00:00Z');
export const dayEnd = dayStart + 24 * anHour;
const dayOf = (moment: number) => (moment < dayEnd ? '2026-11-22' : '2026-11-23');

/** The address under which all spellings of a page are to be counted. */
export const sharedAddress = (url: string) =>
  url
    .replace('https://digg.se', digg)
    .replace(/(?<=[^/])\/$/, (slash) => (new URL(url).pathname === '/' ? slash : ''));

/** The same page as browsers and links may write it. */
const spellings: ((url: string) => string)[] = [
  (url) => url,
  (url) => url.replace(/\/?$/, '/'),
  (url) => url.replace(/\/$/, ''),
  (url) => url.replace(/\/\/[^/]*/, (host) => host.toUpperCase()),
  (url) => url.replace('https:', 'HTTPS:'),
  (url) => url.replace('//www.', '//'),
  (url) => url.replace('//digg.', '//www.digg.'),
  (url) => url.replace(/(\/\/[^/]*)/, '$1:443'),
  (url) => `${url}?utm_source=nyhetsbrev&utm_medium=mejl`,
  (url) => `${url}#innehall`,
  (url) => `${url}/?#`,
  (url) => url.replace(/(?<=se\/.*)a/, '%61'),
  (url) => url.replace(/(?<=se\/.*)-/, '%2d'),
  (url) => url.replace(/(?<=\.se)\//, '/./'),
];

const comments = [
  'Jag hittade inte det jag sökte.',
  'Bra och tydligt!',
  'Sidan är för lång.\nDela upp den.',
  '<b>Fet</b> & "citerad" text',
  'Länken längst ner fungerar inte 👎',
  'Vad menas med ”tillitsramverk”?',
];

/** One thing that a visitor sends. */
export interface VisitorEvent {
  moment: number;
  fields: Record<string, string | number>;
  /** Where the browser says that it comes from. */
  origin: string;
  /** How often it is sent, all at the same time. */
  times: number;
  /** What the service is expected to answer, in any order. */
  statuses: number[];
}

const malformed: Record<string, string>[] = [
  { answer: 'kanske' },
  { answer: '' },
  { page: 'inte en adress' },
  { page: 'https://www.unknown.example/' },
  { page: `${digg}.evil.example/` },
  { rating: '11' },
  { revisionNo: '0' },
  { comment: 'x'.repeat(1001) },
  { colour: 'red' },
];

/** How far apart things happen: so far that several happen at the same time. */
const aTurn = 10 * aMinute;

/** Plays what the visitors of one page do, and tells the model what should come of it. */
export function playPage(
  page: DiggPage,
  visitors: number,
  random: SeededRandom,
  model: DayModel,
): VisitorEvent[] {
  const address = sharedAddress(page.url);
  const { origin } = new URL(page.url);
  const events: VisitorEvent[] = [];
  const spelling = () => random.pick(spellings)(page.url);

  for (let visitor = 0; visitor < visitors; visitor += 1) {
    const id = random.uuid();
    const moment = dayStart + random.below(24 * 6 + 3) * aTurn;
    const known = { id, title: page.title, pageLanguage: page.lang, widgetLanguage: 'sv' };
    let revisionNo = 1;
    let answer = random.pick<Answer>(['yes', 'yes', 'no', 'no', 'partly']);
    let comment: string | undefined;

    const say = (at: number, change: string | undefined, statuses: number[]) => {
      comment = change ?? comment;
      const received = at;
      model.say(id, { address, day: dayOf(at), received, answer, comment: change });
      const fields = {
        ...known,
        page: spelling(),
        answer,
        revisionNo,
        ...(comment !== undefined && { comment }),
      };
      events.push({ moment: at, fields, origin, times: statuses.length, statuses });
      return fields;
    };

    const times = random.chance(0.15) ? 1 + random.below(3) : 1;
    const startsWithComment = random.chance(0.1)
      ? `${random.pick(comments)} ${visitor}`
      : undefined;
    const repeats = Array.from({ length: times - 1 }, () => 200);
    const first = say(moment, startsWithComment, [201, ...repeats]);

    let later = moment;
    const wait = () => (later += (1 + random.below(9)) * aTurn);
    if (random.chance(0.45)) {
      revisionNo += 1;
      const words = `${random.pick(comments)} ${visitor}`;
      say(wait(), words, random.chance(0.2) ? [200, 200] : [200]);
    }
    if (random.chance(0.2)) {
      revisionNo += 1;
      answer = random.pick<Answer>(['yes', 'no', 'partly']);
      say(wait(), undefined, [200]);
    }
    // The first try comes once more, late, from a network that had lost its answer.
    if (random.chance(0.1)) {
      events.push({ moment: wait(), fields: first, origin, times: 1, statuses: [200] });
    }
    if (random.chance(0.15)) {
      const fields = { ...first, id: random.uuid(), ...random.pick(malformed) };
      events.push({ moment: later, fields, origin, times: 1, statuses: [422] });
    }
  }
  return events;
}
