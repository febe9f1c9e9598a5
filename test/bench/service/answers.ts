import { diggPages, type DiggPage } from '../../support/played-visitors.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import type { Answer } from '../../../server/contract/response-schema.ts';

const words = (
  'jag hittade inte blanketten på sidan och texten om e-faktura är svår att förstå kan ni skriva ' +
  'kortare länken längst ner fungerar inte vad menas med tillitsramverk bra och tydligt tack för ' +
  'hjälpen men jag saknar ett exempel för små myndigheter'
).split(' ');

/** One comment in five names something that has digits, which must be looked at closer. */
const numbers = ['ärende dnr 2026-1234', 'enligt lagen 2018:1937', 'den 14 november', 'kl. 14.05'];

/** The origins of the pages that are answered about. */
export const answeredOrigins = [...new Set(diggPages.map(({ url }) => new URL(url).origin))];

/** One request of a visitor. */
export interface SentAnswer {
  /** The body, form-encoded. */
  body: string;
  /** The visitor's network address, as the proxy before the service tells it. */
  from: string;
}

/** Of a hundred visitors so many write a comment, as in `generateResponses`. */
const commenting = 0.17;

/** How many others answer while a visitor writes. */
const othersMeanwhile = 500;

/**
 * Makes what visitors' browsers send, in its order: real pages, some of them far more often
 * than others; first the answer, at once; from one visitor in six later the same answer
 * again with a comment in words that hardly anybody else has used.
 * @param makeKey gives the next visitor's key
 */
export function makeAnswers(count: number, seed: number, makeKey: () => string): SentAnswer[] {
  const random = createSeededRandom(seed);
  const sent: SentAnswer[] = [];
  const writing: { at: number; send: () => SentAnswer }[] = [];
  while (sent.length < count) {
    const [first] = writing;
    if (first && first.at <= sent.length) {
      writing.shift();
      sent.push(first.send());
      continue;
    }
    const visitor = { key: makeKey(), page: pickPage(), from: makeAddress() };
    const answer = random.pick<Answer>(['yes', 'yes', 'no']);
    sent.push({ from: visitor.from, body: bodyOf(visitor, { revisionNo: '1', answer }) });
    if (!random.chance(commenting)) continue;
    const comment = makeComment();
    const body = () => bodyOf(visitor, { revisionNo: '2', answer, comment });
    const send = () => ({ from: visitor.from, body: body() });
    writing.push({ at: sent.length + othersMeanwhile, send });
  }
  return sent;

  /** The n-th page is answered about 1/n times as often as the first. */
  function pickPage(): DiggPage {
    const place = Math.floor(diggPages.length ** random.next()) - 1;
    return diggPages[place] ?? random.pick(diggPages);
  }

  /** Most are a sentence, some a paragraph. */
  function makeComment(): string {
    const length = 3 + Math.floor(random.next() ** 2 * 60);
    const said = Array.from({ length }, () => random.pick(words)).join(' ');
    return random.chance(0.2) ? `${said} ${random.pick(numbers)}.` : `${said}.`;
  }

  function makeAddress(): string {
    return `100.${64 + random.below(64)}.${random.below(256)}.${random.below(256)}`;
  }
}

/** The fields in the order in which the prompt sends them. */
function bodyOf(
  { key, page }: { key: string; page: DiggPage },
  said: Record<string, string>,
): string {
  return new URLSearchParams({
    id: key,
    page: page.url,
    title: page.title.slice(0, 300),
    pageLanguage: page.lang,
    pageUpdated: '2026-11-02',
    survey: 'page',
    widgetLanguage: 'sv',
    ...said,
  }).toString();
}
