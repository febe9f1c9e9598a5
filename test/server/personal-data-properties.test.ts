import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  findPersonalData,
  maskPersonalData,
  type PersonalDataKind,
} from '../../server/contract/personal-data.ts';
import { createSeededRandom } from '../support/seeded-random.ts';

const random = createSeededRandom(1912);
const repeat = (times: number, make: () => string) => Array.from({ length: times }, make);
const digits = (count: number) => repeat(count, () => String(random.below(10))).join('');
const padded = (number: number) => String(number).padStart(2, '0');

/** The digit that makes the sum of ISO/IEC 7812-1 come out even. */
function checkDigit(number: string): number {
  const doubled = [...number].toReversed().map((digit, place) => Number(digit) * (2 - (place % 2)));
  const sum = doubled.reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return (10 - (sum % 10)) % 10;
}

/** In groups of four, or of what is left. */
const byFours = (text: string, between: string) => text.replace(/.{4}(?=.)/g, `$&${between}`);

function identityNumber(addedToDay: number): string {
  const day = new Date(Date.UTC(1900, 0, 1 + random.below(100 * 365)));
  const month = padded(day.getUTCMonth() + 1) + padded(day.getUTCDate() + addedToDay);
  const year = String(day.getUTCFullYear());
  const number = year.slice(2) + month + digits(3);
  const last = number.slice(6) + String(checkDigit(number));
  const century = random.chance(0.5) ? year.slice(0, 2) : '';
  return `${century}${number.slice(0, 6)}${random.pick(['', '-', '+', ' ', '–', '\u00a0'])}${last}`;
}

function card(): string {
  const begin = random.pick(['4', '51', '55', '2221', '2720', '6011', '3528', '5019', '36']);
  const number = begin + digits(random.pick([13, 14, 15, 16, 18, 19]) - begin.length - 1);
  const whole = number + String(checkDigit(number));
  return whole.length > 16 ? whole : byFours(whole, random.pick(['', ' ', '-', '\u00a0']));
}

function bankAccount(): string {
  const [country, account] = random.pick([
    ['SE', digits(20)],
    ['FI', digits(14)],
    ['NO', digits(11)],
    ['DE', digits(18)],
    ['GB', `NWBK${digits(14)}`],
  ] as const);
  const number = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('');
  const whole = country + padded(98 - Number(BigInt(number) % 97n)) + account;
  const spaced = byFours(whole, random.pick(['', ' ', '\u00a0']));
  return random.chance(0.3) ? spaced.toLowerCase() : spaced;
}

function ipAddress(): string {
  const parts = repeat(3, () => String(random.below(256)));
  return [...parts, String(21 + random.below(235))].join('.');
}

function phone(): string {
  const [area, rest] = random.pick([
    ['070', `17406${padded(5 + random.below(95))}`],
    ['08', `465004${padded(random.below(100))}`],
    ['031', `39006${padded(random.below(100))}`],
    ['0980', `3192${padded(random.below(100))}`],
  ]);
  const spelled = random.pick([rest, rest.replace(/(?=(..){1,2}$)/g, ' ')]);
  const home = random.pick([`${area}-${rest}`, `${area}-${spelled}`, `${area} ${spelled}`]);
  return random.chance(0.3) ? home.replace(/^0/, random.pick(['+46 ', '+46', '0046 '])) : home;
}

const eMail = () =>
  `${random.pick(['åsa', 'tolvan.t', 'x_1', 'a+b'])}@${random.pick(['example.se', 'mail.example.com'])}`;

const makers: Record<string, [PersonalDataKind, () => string]> = {
  'an identity number': ['identity number', () => identityNumber(0)],
  'a coordination number': ['identity number', () => identityNumber(60)],
  'a card': ['payment card number', card],
  'a bank account': ['bank account number', bankAccount],
  'an IP address': ['IP address', ipAddress],
  'a phone': ['phone number', phone],
  'an e-mail address': ['e-mail address', eMail],
};

const swedish =
  'jag hittade inte hur man söker länkar till dokument på sidan det var svårt att förstå vad ni menar med behörighet och när blanketten ska skickas till er kan någon förklara konto telefon mejl kort'.split(
    ' ',
  );
const prose = (words: number) =>
  repeat(words, () => random.pick(swedish) + random.pick([' ', ' ', ' ', ', ', '. ', '\n'])).join(
    '',
  );

const around = [
  [' ', ' '],
  ['(', ')'],
  ['”', '”'],
  [': ', ', '],
  ['\n', '\n'],
  ['<', '>'],
] as const;

describe('whatever the numbers are, personal data is found where it stands:', () => {
  for (const [name, [kind, make]] of Object.entries(makers)) {
    it(name, () => {
      for (let round = 0; round < 1000; round += 1) {
        const value = make();
        const [before, after] = random.pick(around);
        const start = prose(3).trim() + before;
        const text = `${start}${value}${after}${prose(2)}`;
        const [one, ...others] = findPersonalData(text);
        assert.deepEqual(others, [], text);
        assert.equal(one?.kind, kind, text);
        assert.equal(one.start, start.length, text);
        assert.ok(one.end >= start.length + value.length, text);
      }
    });
  }
});

describe('whatever is written,', () => {
  const cases = readFileSync(new URL('../data/personal-data-cases.json', import.meta.url), 'utf8');
  const pieces = [...cases.matchAll(/": "(.*)"/g)].map(([, text = '']) =>
    (JSON.parse(`"${text}"`) as string).replace(/[⟦⟧]/g, ''),
  );
  const signs: string = `${'0123456789'.repeat(3)}    ..--++@@::()/,abcdefsåv\n\u00a0–`;
  const joints = ['', ' ', ', ', '/', '-', '.', '\n', ' (', '+', '@', '7'];
  const noise = () => repeat(random.below(60), () => random.pick([...signs])).join('');
  const joined = () =>
    repeat(1 + random.below(4), () => random.pick(pieces) + random.pick(joints)).join('');
  const texts = [...repeat(3000, noise), ...repeat(3000, joined)];

  it('what is found stands in order and apart', () => {
    for (const text of texts) {
      let last = 0;
      for (const { start, end } of findPersonalData(text)) {
        assert.ok(start >= last && end > start && end <= text.length, text);
        last = end;
      }
    }
  });

  for (const mask of ['[dolt]', '[hidden]', '[piilotettu]', '***']) {
    it(`nothing more is found in a text that is masked with ${mask}`, () => {
      for (const text of texts) {
        for (const allowed of [[], ['08-465 004 00', '0771-11 44 00']]) {
          const masked = maskPersonalData(text, findPersonalData(text, allowed), mask);
          assert.deepEqual(findPersonalData(masked, allowed), [], `${text} → ${masked}`);
        }
      }
    });
  }

  it('prose without numbers passes', () => {
    for (let round = 0; round < 500; round += 1) {
      const text = prose(40);
      assert.deepEqual(findPersonalData(text), [], text);
    }
  });
});

describe('the longest text takes no time worth waiting for:', () => {
  const units = [
    'a',
    '0',
    '1',
    '٠',
    '.',
    '-',
    '@',
    ' ',
    '0 ',
    '- ',
    'a.',
    'a@',
    'a@b.',
    '@a.1',
    '01 ',
  ];
  const longer = [
    '0123 ',
    '+46',
    '+46 ',
    '(0',
    '00 ',
    'aa11',
    'aa11 ',
    'aa11aaaa ',
    '2001:',
    '2a::',
  ];
  const numbers = ['07017406 ', '121212-1212 ', '4111 1111 1111 1112 ', '192.0.2.44 ', '192.0.2.'];
  for (const unit of [...units, ...longer, ...numbers]) {
    it(`“${unit}” again and again`, () => {
      const text = unit.repeat(1000).slice(0, 1000);
      const start = performance.now();
      findPersonalData(text, ['08-465 004 00']);
      // A guard against a pattern that never ends, and no measure of speed.
      assert.ok(performance.now() - start < 1000);
    });
  }
});
