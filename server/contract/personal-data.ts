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
  /** What the pattern cannot tell. */
  isMeant?: (found: string) => boolean;
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

/**
 * Whether the digits before the last four are a date. A coordination number adds
 * 60 to the day. The third digit of an organisation number is at least 2: no
 * month. The check digit is left out: a mistyped number is still a person's.
 */
function startsWithDate(found: string): boolean {
  const [year = 0, month = 0, day = 0] =
    digitsOf(found).slice(-10).match(/\d\d/g)?.map(Number) ?? [];
  const dayOfMonth = day > 60 ? day - 60 : day;
  const date = new Date(Date.UTC(2000 + year, month - 1, dayOfMonth));
  return dayOfMonth > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
}

/** Whether the last digit is the check digit of the others (Luhn, ISO/IEC 7812-1). */
function hasCheckDigit(found: string): boolean {
  let sum = 0;
  [...digitsOf(found)].reverse().forEach((digit, place) => {
    const value = Number(digit) * (1 + (place % 2));
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

/** Whether the check digits fit (ISO 13616): first four characters last, modulo 97 is 1. */
function isBankAccount(found: string): boolean {
  const plain = found.replaceAll(' ', '');
  let rest = 0;
  for (const character of plain.slice(4) + plain.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) {
      rest = (rest * 10 + Number(digit)) % 97;
    }
  }
  return rest === 1;
}

/** Dates and opening hours that begin with a zero have as many digits as a phone number. */
const isPhone = (found: string) => !/^(\d\d-\d\d-\d{4}|\d{4}-\d{4})$/.test(found);

/** Clauses of standards, such as 9.1.4.10, look like addresses with small numbers only. */
const isAddress = (found: string) =>
  found.includes('.')
    ? found.split('.').every((part) => Number(part) < 256) &&
      found.split('.').some((part) => Number(part) < 1 || Number(part) > 20)
    : found.includes('::') || found.split(':').length === 8;

const rules: Rule[] = [
  { kind: 'e-mail address', pattern: /[^\s@<>(),;:]+@[^\s@.]+(\.[^\s@.]+)*\.[a-zåäö]{2,}/gi },
  {
    kind: 'bank account number',
    pattern: /\b[a-z]{2}\d\d( ?[a-z\d]){11,30}\b/gi,
    isMeant: isBankAccount,
  },
  { kind: 'identity number', pattern: /(\d\d)?\d{6}[-+ ]?\d{4}/g, isMeant: startsWithDate },
  { kind: 'payment card number', pattern: /\d([ -]?\d){12,18}/g, isMeant: hasCheckDigit },
  { kind: 'phone number', pattern: /(\+|0)([ ()-]{0,3}\d){6,14}/g, isMeant: isPhone },
  {
    kind: 'IP address',
    pattern: /(\d{1,3}\.){3}\d{1,3}|([\da-f]{0,4}:){2,7}[\da-f]{1,4}/gi,
    isMeant: isAddress,
  },
];

/**
 * @param allowedNumbers numbers that are no person's, such as the agency's own, in any spelling
 * @returns what was found, in the order of the text, without overlap
 */
export function findPersonalData(text: string, allowedNumbers: string[] = []): PersonalData[] {
  const allowed = allowedNumbers.map(digitsOf);
  const all: PersonalData[] = [];
  for (const { kind, pattern, isMeant } of rules) {
    for (const { 0: found, index: start } of text.matchAll(pattern)) {
      const end = start + found.length;
      // Digits that go on outside are part of something longer, such as a case number.
      const isPart = /\d[-/.,]?$/.test(text.slice(0, start)) || /^\d/.test(text.slice(end));
      const isTaken = all.some((other) => start < other.end && end > other.start);
      if (isPart || isTaken || allowed.includes(digitsOf(found))) continue;
      if (!isMeant || isMeant(found)) all.push({ kind, start, end });
    }
  }
  return all.sort((one, other) => one.start - other.start);
}

/** The text with a mask in place of all that was found. */
export function maskPersonalData(text: string, found: PersonalData[], mask: string): string {
  return found.reduceRight(
    (masked, { start, end }) => masked.slice(0, start) + mask + masked.slice(end),
    text,
  );
}
