/**
 * Finds the personal data that rules can find. The browser shows the visitor
 * what it finds before sending; the service refuses a text that still holds it.
 * Names and street addresses cannot be found by rule: the prompt's hint tells.
 * No lookbehind in these patterns: older phones could not even load the file.
 */

/** What was found. */
export type PersonalDataKind =
  | 'e-mail address'
  | 'bank account number'
  | 'identity number'
  | 'payment card number'
  | 'phone number'
  | 'IP address';

/** Where in a text it stands, in UTF-16 code units. */
export interface PersonalData {
  kind: PersonalDataKind;
  start: number;
  end: number;
}

interface Rule {
  kind: PersonalDataKind;
  pattern: RegExp;
  /** What the pattern finds though it is something else; « and » stand around what it found. */
  others: RegExp[];
  /** What takes arithmetic. */
  isMeant?: (found: string, digits: string) => boolean;
}

/** Whether the last digit is the check digit of the others (Luhn, ISO/IEC 7812-1). */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((digit, place) => {
    const value = Number(digit) * (1 + (place % 2));
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

/**
 * Whether the digits before the last four are a date. A coordination number adds
 * 60 to the day. The third digit of an organisation number is at least 2: no
 * month. A mistyped number is still a person's, so the check digit need not fit,
 * unless it looks like a day and an hour (`260603 1400`) or a phone number.
 */
function isIdentityNumber(found: string, digits: string): boolean {
  const year = Number(digits.slice(-12, -8));
  const month = Number(digits.slice(-8, -6)) - 1;
  const day = Number(digits.slice(-6, -4)) % 60;
  // The calendar is the same after 2000 years; so a year of two digits is one of this century.
  const date = new Date(Date.UTC(year + 2000, month, day));
  return (
    date.getUTCMonth() === month &&
    (!/\d ([01]\d|2[0-4])[0-5]\d$|^0\d{9}$/.test(found) || hasCheckDigit(digits.slice(-10)))
  );
}

/** Whether the check digits fit (ISO 13616): first four characters last, modulo 97 is 1. */
function isBankAccount(found: string, digits: string): boolean {
  const plain = found.replace(/[ -]/g, '');
  const number = (plain.slice(4) + plain.slice(0, 4)).replace(/\D/g, (letter) =>
    String(Number.parseInt(letter, 36)),
  );
  return digits.length > 9 && BigInt(number) % 97n === 1n;
}

/** Digits that go on outside: of something longer, such as a case number. */
const partOfMore = /\d[-/.,:]?«\d|»\.?\d/;

/** Made when they are needed: a page that nobody answers need not pay for them. */
const createRules = (): Rule[] => [
  {
    kind: 'e-mail address',
    pattern: /[\p{L}\d_%][\p{L}\p{M}\d._%+'-]{0,63}(@| ?\(at\) ?)([\p{L}\p{M}\d%-]+\.)+\p{L}{2,}/gu,
    others: [],
  },
  {
    kind: 'bank account number',
    pattern: /[a-z]{2}( \d\d |\d\d)([ -]?[a-z\d]{4}){2,7}([ -]?[a-z\d]{1,3})?/gi,
    others: [partOfMore, /[a-z\d]«/i],
    isMeant: isBankAccount,
  },
  {
    kind: 'identity number',
    pattern: /(18|19|20)?(\d{6} ?[-+]? ?|\d\d-\d\d-\d\d[-+])\d{4}/g,
    // A span of dates.
    others: [partOfMore, /»-\d/],
    isMeant: isIdentityNumber,
  },
  {
    kind: 'payment card number',
    // Issuers' numbers begin with 2 to 6: so no ISBN, no moment and no year is one.
    pattern: /(2[2-7]|[3-6]\d)\d\d([ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}|[ -]\d{6}[ -]\d{4,5})/g,
    others: [partOfMore],
    isMeant: (_, digits) => digits.length > 12 && hasCheckDigit(digits),
  },
  {
    kind: 'phone number',
    pattern:
      /((\(\+\d{1,3}\)|\+( ?46|\d{1,3})|00 ?[1-9]\d{0,2})[ (0)-]{0,5}\d{1,3}\)?|\(0[1-9]\d{0,2}\)|0[1-9]\d{0,2})[ /-]{0,3}\d{2,9}([ -]{1,3}\d{2,9}){0,5}(-\d)?(?!\d)/g,
    others: [
      partOfMore,
      // More digits or another plus: 03-06-26 08:00, C++11.
      /\+«|»(:\d|-\d\b)/,
      // A number in a word is a name: INC0123456, 0123456abc, ad02-41241f.
      /[\p{L}_#]«\d+»|«\d+»\p{L}|\p{L}«.*»\p{L}/u,
      // Sums: 1 045 000 000, +1 200 000 000.
      /\d «\d{3}( \d{3})+»|«\+.* 000 000»/,
      // Serial numbers and case numbers: 0281-6482, 01234-2026. Finnish organisations: 0112038-9.
      /«\d{4}\D+\d{4}»|«\d+\D(19|20)\d\d»|«\d{7}-\d»/,
      // Dates: 01-02-2026, 08-16 2026.
      /«\d\d\D+\d\d\D+\d{4}\b/,
      // Opening hours: 0800-1700 10, 08-12 13-16.
      /«([01]\d|2[0-4])[0-5]\d\D+([01]\d|2[0-4])[0-5]\d\b|«\d\d ?- ?\d\d .*-.*»/,
      // Another number before the phone's: 04 070-, 08-16 070.
      /«\d+ 0\d{1,3}-|«\d\d\D+\d\d\D+0\d\d\b/,
    ],
    // With or without the country.
    isMeant: (_, digits) => /^(00)?[1-9]\d{8,13}$|^0[1-9]\d{5,9}$/.test(digits),
  },
  {
    kind: 'IP address',
    pattern: /(\d{1,3}\.){3}\d{1,3}|[23f][\da-f]{3}(::?[\da-f]{1,4}){1,7}/gi,
    others: [
      partOfMore,
      // Versions, and clauses of standards such as 9.1.4.10.
      /\bv(ersi\p{L}*)?[ .]?«/iu,
      /«((1?\d|20)[.»]){4}/,
      // Code, such as std::add.
      /«\D*»|«(\w+:){1,6}\w+»/,
    ],
    isMeant: (found) => !found.split('.').some((part) => Number(part) > 255),
  },
];

/** A text with digits, spaces, dashes and quotes of all kinds in their plain form, place for place. */
const withPlainSigns = (text: string) =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
    .replace(/[^\S\n]/g, ' ')
    .replace(/[\u00ad\u2010-\u2015\u2212]/g, '-')
    .replace(/[«»]/g, '"');

/** A number without its spelling; one in Sweden as it is dialled in Sweden. */
const withoutSpelling = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, '')
    .replace(/^(00)?460?(?=\d{7,9}$)/, '0');

/**
 * Judges what a rule's pattern has found.
 * @returns what it is, of no kind when it is allowed; undefined when it is nothing
 */
function judge(
  { kind, others, isMeant }: Rule,
  { 0: longest, index: start, input }: RegExpExecArray,
  allowed: string[],
): (Omit<PersonalData, 'kind'> & Partial<PersonalData>) | undefined {
  let verdict: PersonalData | undefined;
  // A number may have been taken together with the next: its last group goes until it fits.
  // Nothing that counts is shorter than `a@b.se`.
  for (let found = longest; found.length > 5; found = found.replace(/[ -]*[^ -]*$/, '')) {
    const end = start + found.length;
    const inPlace = `${input.slice(0, start).slice(-12)}«${found}»${input.slice(end, end + 3)}`;
    if (others.some((other) => other.test(inPlace))) continue;
    if (allowed.includes(withoutSpelling(found))) return { start, end };
    if (!isMeant || isMeant(found, found.replace(/\D/g, ''))) verdict ??= { kind, start, end };
  }
  return verdict;
}

/**
 * @param allowedNumbers numbers that are no person's, such as the agency's own, in any spelling
 * @returns what was found, in the order of the text, without overlap
 */
export function findPersonalData(text: string, allowedNumbers: string[] = []): PersonalData[] {
  const allowed = allowedNumbers.map(withoutSpelling);
  const all: PersonalData[] = [];
  let rest = withPlainSigns(text);
  const rules = createRules();
  let before;
  do {
    before = rest;
    for (const rule of rules) {
      const { pattern } = rule;
      pattern.lastIndex = 0;
      for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
        const place = judge(rule, match, allowed);
        pattern.lastIndex = place?.end ?? match.index + 1;
        if (!place) continue;
        const { kind, start, end } = place;
        if (kind) all.push({ kind, start, end });
        // It no longer stands beside the others, as little as when it is masked: look again.
        rest = rest.slice(0, start) + '*'.repeat(end - start) + rest.slice(end);
      }
    }
  } while (rest !== before);
  return all.sort((one, other) => one.start - other.start);
}

/** The text with a mask in place of all that was found. */
export function maskPersonalData(text: string, found: PersonalData[], mask: string): string {
  return found.reduceRight(
    (masked, { start, end }) => masked.slice(0, start) + mask + masked.slice(end),
    text,
  );
}
