import type { Sighting } from '../../server/spam/sighting.ts';
import { createSeededRandom } from './seeded-random.ts';

/** A sighting with who it is of; the filter sees only the sighting. */
export interface LabelledSighting {
  who: PersonKind | RobotKind;
  sighting: Sighting;
}

export const personKinds = [
  'people with short answers',
  'people who press twice',
  'people who change their minds and comment',
  'an office of 200 behind one address',
  'a class of 30 on one page',
  'one person about three pages',
] as const;
export type PersonKind = (typeof personKinds)[number];

export const robotKinds = [
  'a flood from one source',
  'a ballot stuffer on one page',
  'a seller with links',
  'a text repeated from many sources',
  'a browser without a person',
  'a filler of every field',
] as const;
export type RobotKind = (typeof robotKinds)[number];

/** What people write at the foot of pages: short, often the same. */
const shortAnswers = [
  ...['bra', 'Bra!', 'tack', 'Nej', 'ja', 'ok', 'Hjälpte inte', 'Hittade inte', 'Dålig info'],
  ...['Länken fungerar inte', 'Svårt att förstå', 'Saknar telefonnummer', 'För lång text'],
  ...['Vad gäller för föreningar?', 'Hur gör jag?', 'var hittar jag blanketten', 'toppen', '👍'],
  ...['Länken till blanketten leder fel', 'Det står inte när man måste ansöka', 'Not helpful'],
  ...['Det går inte att skicka in formuläret', 'Hittar inte det jag söker', 'oklart', '???'],
  ...['Se även https://www.example.se/om', 'Mvh'],
];

const aSecond = 1000;
const aMinute = 60 * aSecond;
const anHour = 60 * aMinute;

/**
 * A day at a website: people and robots among each other, in the order they come.
 * @param seed the same seed gives the same day
 */
export function createLabelledDay(seed: number): LabelledSighting[] {
  const { next: random, below: within, pick, uuid } = createSeededRandom(seed);
  const start = Date.parse('2026-11-23T06:00:00Z');
  const day: LabelledSighting[] = [];
  let addresses = 0;

  const page = (pages = 400) => `https://www.example.se/sida-${Math.floor(random() * pages)}`;
  const newSource = () => `source-${(addresses += 1)}`;

  function add(who: LabelledSighting['who'], at: number, more: Partial<Sighting> = {}): Sighting {
    const sighting: Sighting = {
      key: uuid(),
      siteId: 1,
      address: page(),
      source: newSource(),
      comment: undefined,
      // Who knows the prompt and the keys presses as fast as anyone reacts.
      elapsed: 120 + within(random() < 0.1 ? 200 : 60 * aSecond),
      decoy: false,
      at: start + at,
      ...more,
    };
    day.push({ who, sighting });
    return sighting;
  }

  for (let count = 0; count < 3000; count += 1) {
    const comment = random() < 0.3 ? pick(shortAnswers) : undefined;
    add('people with short answers', within(12 * anHour), { comment });
  }
  for (let count = 0; count < 300; count += 1) {
    const at = within(12 * anHour);
    const first = add('people who press twice', at);
    add('people who press twice', at + within(500), { ...first, at: start + at + 200 });
  }
  for (let count = 0; count < 300; count += 1) {
    const at = within(12 * anHour);
    const first = add('people who change their minds and comment', at);
    for (const [step, comment] of [undefined, pick(shortAnswers)].entries()) {
      const later = first.at + (step + 1) * 20 * aSecond;
      add('people who change their minds and comment', 0, { ...first, comment, at: later });
    }
  }
  const office = newSource();
  for (let count = 0; count < 200; count += 1) {
    // Half of them come in the half hour after a letter to all, a fifth to its page.
    const at = count % 2 === 0 ? 2 * anHour + within(30 * aMinute) : within(10 * anHour);
    const address = count % 5 === 0 ? 'https://www.example.se/nyhet' : page(60);
    const comment = random() < 0.2 ? pick(shortAnswers) : undefined;
    add('an office of 200 behind one address', at, { source: office, address, comment });
  }
  const school = newSource();
  for (let count = 0; count < 30; count += 1) {
    const address = 'https://www.example.se/uppgift';
    const at = 5 * anHour + within(4 * aMinute);
    add('a class of 30 on one page', at, { source: school, address });
  }
  for (let count = 0; count < 40; count += 1) {
    const source = newSource();
    const comment = `Jag kan inte läsa den här sidan i min telefon (${count})`;
    for (const minutes of [0, 4, 9]) {
      const at = count * 15 * aMinute + minutes * aMinute;
      const address = `https://www.example.se/steg-${minutes}`;
      add('one person about three pages', at, { source, comment, address });
    }
  }

  const flood = newSource();
  for (let count = 0; count < 1500; count += 1) {
    add('a flood from one source', 3 * anHour + count * 200, { source: flood, elapsed: undefined });
  }
  const stuffer = newSource();
  for (let count = 0; count < 2160; count += 1) {
    const address = 'https://www.example.se/omstridd';
    add('a ballot stuffer on one page', count * 20 * aSecond, { source: stuffer, address });
  }
  for (let count = 0; count < 300; count += 1) {
    const comment = pick([
      `Cheap pills, offer ${count}: <a href="https://shop.example">here</a>`,
      `Best price of ${count} [url=https://shop.example]click[/url]`,
      `https://a.example/${count} https://b.example https://c.example`,
    ]);
    add('a seller with links', within(12 * anHour), { comment });
  }
  for (let count = 0; count < 400; count += 1) {
    const spaces = ' '.repeat(1 + within(3));
    const text = `Denna myndighet${spaces}måste läggas ner omedelbart${pick(['', '!', '!!', '.'])}`;
    const comment = random() < 0.5 ? text.toUpperCase() : text;
    add('a text repeated from many sources', count * 15 * aSecond, { comment });
  }
  for (let count = 0; count < 400; count += 1) {
    // It presses as soon as there is something to press.
    add('a browser without a person', within(12 * anHour), { elapsed: within(90) });
  }
  for (let count = 0; count < 300; count += 1) {
    const comment = `Great post, thank you number ${count} for sharing`;
    add('a filler of every field', within(12 * anHour), { comment, decoy: true });
  }
  return day.sort((one, other) => one.sighting.at - other.sighting.at);
}
