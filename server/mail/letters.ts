import { findPersonalData } from '../contract/personal-data.ts';
import { excerpt } from '../review/excerpt.ts';
import type { Locale } from '../review/locale.ts';
import { summarySentence } from '../review/work-list/summary.ts';
import { whyInWords } from '../review/work-list/work-entry.ts';
import type { WeekChange } from '../store/week-changes.ts';
import type { WorkPage, WorkPeriod, WorkSums } from '../store/work-list.ts';
import type { Letter, LetterList } from './letter.ts';

/** Where the links of mails lead: the review's address, without a slash at the end. */
type Review = string;

interface NamedPage {
  id: number;
  title: string | null;
  address: string;
}

/**
 * What a page is called in mail. Visitors' browsers tell titles, and anybody can tell any:
 * what looks like personal data or like a link to somewhere else is not passed on.
 */
function pageInMail({ title, address }: NamedPage): string {
  const name = excerpt(title ?? '', 120);
  const isSuspect = /:\/\/|www\.|@|[\p{L}\p{N}-]\.\p{L}{2,}/u.test(name);
  return name === '' || isSuspect || findPersonalData(name).length > 0 ? address : name;
}

const reportOf = (review: Review, page: NamedPage) => `${review}/pages/${page.id}`;

export function confirmLetter({ language, words }: Locale, name: string, href: string): Letter {
  return {
    language,
    subject: words.letter.confirmSubject,
    title: words.letter.confirmSubject,
    paragraphs: [words.letter.confirmText(name)],
    links: [{ text: words.letter.confirmLink, href }],
    ending: words.letter.confirmIgnore,
  };
}

export function signInLetter({ language, words }: Locale, href: string): Letter {
  return {
    language,
    subject: words.letter.signInSubject,
    title: words.letter.signInSubject,
    paragraphs: [words.letter.signInText],
    links: [{ text: words.letter.signInLink, href }],
    ending: words.letter.signInIgnore,
  };
}

/** What a weekly summary tells. */
export interface Digest {
  /** The week that is over, by its ISO number. */
  week: number;
  /** The names of the sites; null when it is about the editor's own pages. */
  sites: string[] | null;
  sums: WorkSums;
  waiting: WorkPage[];
  attention: WorkPage[];
  period: WorkPeriod;
  worse: WeekChange[];
  better: WeekChange[];
}

export function digestLetter(digest: Digest, locale: Locale, review: Review): Letter {
  const { words, formats, language } = locale;
  const { letter } = words;
  const entry = (page: NamedPage, about: string) => ({
    text: pageInMail(page),
    href: reportOf(review, page),
    about,
  });
  const changes = (title: string, list: WeekChange[]): LetterList => ({
    title,
    items: list.map((change) => entry(change.page, weekInWords(change, letter.weekOnPage, locale))),
  });
  const lists: LetterList[] = [
    {
      title: letter.newTitle,
      items: digest.waiting.map((page) =>
        entry(page, letter.newOnPage(page.waiting, formats.number(page.waiting))),
      ),
    },
    {
      title: letter.attentionTitle,
      items: digest.attention.map((page) =>
        entry(page, whyInWords(page, digest.period, locale) ?? ''),
      ),
    },
    changes(letter.worseTitle, digest.worse),
    changes(letter.betterTitle, digest.better),
  ];
  const summary = summarySentence(digest.sums, locale);
  return {
    language,
    subject: letter.digestSubject(summary),
    title: letter.digestTitle(formats.number(digest.week)),
    paragraphs: [
      summary,
      digest.sites === null
        ? letter.digestMine
        : letter.digestAll(new Intl.ListFormat(language).format(digest.sites)),
    ],
    lists: lists.filter(({ items }) => items.length > 0),
    links: [{ text: letter.toStart, href: `${review}/` }],
    ending: `${letter.noWords} ${letter.why.digest}`,
  };
}

export function dropLetter(drops: WeekChange[], locale: Locale, review: Review): Letter {
  const { language, words, formats } = locale;
  const { letter } = words;
  const subject = letter.dropSubject(drops.length, formats.number(drops.length));
  return {
    language,
    subject,
    title: subject,
    paragraphs: [letter.dropText],
    lists: [
      {
        title: letter.worseTitle,
        items: drops.map((change) => ({
          text: pageInMail(change.page),
          href: reportOf(review, change.page),
          about: weekInWords(change, letter.thisWeekOnPage, locale),
        })),
      },
    ],
    links: [{ text: letter.toStart, href: `${review}/` }],
    ending: letter.why.warnings,
  };
}

export function watchLetter(
  page: NamedPage,
  comments: number,
  { language, words, formats }: Locale,
  review: Review,
): Letter {
  const { letter } = words;
  const subject = letter.watchSubject(comments, formats.number(comments));
  return {
    language,
    subject,
    title: subject,
    paragraphs: [pageInMail(page)],
    links: [{ text: letter.watchLink, href: `${reportOf(review, page)}#comments` }],
    ending: `${letter.noWords} ${letter.why.watch}`,
  };
}

/** A week beside those before it, such as "40 % svarade ja förra veckan (20 av 50)". */
function weekInWords(
  { week, before }: WeekChange,
  tell: (percent: string, yes: string, total: string, before: string) => string,
  { formats }: Locale,
): string {
  return tell(
    formats.percent(week.yes / week.total),
    formats.number(week.yes),
    formats.number(week.total),
    formats.percent(before.yes / before.total),
  );
}
