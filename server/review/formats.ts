import type { EditorLanguage } from '../../locales/languages.ts';

/** How figures and moments are written in one language. */
export interface Formats {
  number(value: number): string;
  /** A share from 0 to 1, in whole per cent. */
  percent(share: number): string;
  /** A difference of shares in percentage points with its sign; small ones with a decimal. */
  points(difference: number): string;
  /** A moment, in the service's time zone, to the minute. */
  moment(moment: Date): string;
  /** A day given as `2026-11-22`. */
  day(day: string): string;
}

const regions: Record<EditorLanguage, string> = { sv: 'sv-SE', en: 'en-GB' };

/** Makes the formats of one language: `1 234,5` and `2026-11-22 14:05` in Swedish. */
export function createFormats(language: EditorLanguage, timeZone: string): Formats {
  const region = regions[language];
  const dateStyle = language === 'sv' ? 'short' : 'medium';
  const number = new Intl.NumberFormat(region);
  const percent = new Intl.NumberFormat(region, { style: 'percent', maximumFractionDigits: 0 });
  const points = (maximumFractionDigits: number) =>
    new Intl.NumberFormat(region, { signDisplay: 'exceptZero', maximumFractionDigits });
  const [wholePoints, smallPoints] = [points(0), points(1)];
  const moment = new Intl.DateTimeFormat(region, { timeZone, dateStyle, timeStyle: 'short' });
  // A day has no time zone of its own: it is read and written as the same one.
  const day = new Intl.DateTimeFormat(region, { timeZone: 'UTC', dateStyle });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    points: (value) => (Math.abs(value) < 0.01 ? smallPoints : wholePoints).format(value * 100),
    moment: (value) => moment.format(value),
    day: (value) => day.format(new Date(`${value}T00:00:00Z`)),
  };
}
