import { searchWords, type SearchWords } from '../../server/store/search-words.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface GeneratedComment extends SearchWords {
  text: string;
}

/** What visitors look for, the most wanted first. */
const things = [
  ...[
    'blanketten',
    'informationen',
    'länken',
    'telefonnumret',
    'ansökan',
    'e-tjänsten',
    'beslutet',
  ],
  ...['intyget', 'avgiften', 'handläggningstiden', 'fullmakten', 'tillståndet', 'öppettiderna'],
  ...['adressen', 'kvittot', 'ersättningen', 'registret', 'föreskriften', 'bilagan', 'ärendet'],
  ...['e-legitimationen', 'försäkringen', 'underskriften', 'mallen', 'vägledningen', 'samtycket'],
  ...['överklagandet', 'årsredovisningen', 'tillgänglighetsredogörelsen', 'hälsodeklarationen'],
];

/** Whom it concerns. */
const groups = [
  ...['företag', 'föreningar', 'studenter', 'pensionärer', 'anhöriga', 'nyanlända', 'föräldrar'],
  ...['kommuner', 'regioner', 'utlandssvenskar', 'egenföretagare', 'deltidsanställda', 'ombud'],
];

const sentences: ((thing: string, group: string) => string)[] = [
  (thing) => `Jag hittar inte ${thing}.`,
  (thing) => `Var finns ${thing}?`,
  (thing) => `Det går inte att öppna ${thing} i min telefon.`,
  (thing, group) => `Vad gäller för ${group} när det kommer till ${thing}?`,
  (_, group) => `Sidan förklarar inte vad som gäller för ${group}.`,
  (thing) => `Tydligt och bra skrivet om ${thing}, tack!`,
  () => 'Bra!',
  () => 'Förstår ingenting.',
  () => 'Texten är för lång och svår att läsa.',
  (thing) => `Skriv ut datum för när ${thing} senast ändrades.`,
  (thing, group) =>
    `Jag ringde er och fick ett annat svar om ${thing} än det som står här, så vad ska ${group} tro på?`,
  (thing) => `Länken till ${thing} leder till en sida som inte finns längre.`,
  (thing) => `Det står att ${thing} ska skickas in men inte hur, vart eller senast när.`,
  (_, group) => `Det borde finnas ett exempel för ${group} som visar steg för steg hur man gör.`,
];

/** How many different texts there are, but for those with a number of their own. */
const variety = 16_384;

/**
 * Makes comments as Swedish visitors write them: most are one sentence, some a paragraph.
 * @returns gives the next comment
 */
export function createGeneratedComments(random: SeededRandom): () => GeneratedComment {
  // Words at the front of the list are said far more often than those at its end.
  const often = (list: readonly string[]) =>
    list[Math.floor(random.next() ** 3 * list.length)] ?? '';
  const compose = () => {
    const length = 1 + Math.floor(random.next() ** 4 * 8);
    const parts = Array.from({ length }, () =>
      random.pick(sentences)(often(things), often(groups)),
    );
    return parts.join(' ');
  };
  const asComment = (text: string): GeneratedComment => ({ text, ...searchWords(text) });
  const texts = Array.from({ length: variety }, () => asComment(compose()));

  return () => {
    const comment = random.pick(texts);
    if (!random.chance(0.02)) return comment;
    return asComment(`${comment.text} Mitt ärende är dnr 2026-${random.below(1_000_000)}.`);
  };
}
