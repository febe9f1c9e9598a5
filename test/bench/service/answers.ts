import { diggPages } from '../../support/played-visitors.ts';
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

/**
 * Makes the bodies that the prompt would send: real pages, some of them
 * far more often than others, every other with a comment of 5 to 50 words, each
 * with a place for the visitor's key.
 * @returns the text before and after the 36 characters of the key
 */
export function makeBodies(count: number): { before: string; after: string }[] {
  const random = createSeededRandom(20_261_122);
  return Array.from({ length: count }, (_, place) => {
    const page = pickPage();
    const fields = new URLSearchParams({
      revisionNo: '1',
      page: page.url,
      title: page.title.slice(0, 300),
      pageLanguage: page.lang,
      widgetLanguage: 'sv',
      pageUpdated: '2026-11-02',
      answer: random.pick<Answer>(['yes', 'yes', 'no']),
      survey: 'page',
      ...(place % 2 === 0 && { comment: makeComment() }),
    });
    return { before: 'id=', after: `&${fields.toString()}` };
  });

  /** The n-th page is answered about 1/n times as often as the first. */
  function pickPage() {
    const place = Math.floor(diggPages.length ** random.next()) - 1;
    return diggPages[place] ?? random.pick(diggPages);
  }

  function makeComment(): string {
    const length = 5 + random.below(46);
    const said = Array.from({ length }, () => random.pick(words)).join(' ');
    return random.chance(0.2) ? `${said} ${random.pick(numbers)}.` : `${said}.`;
  }
}
