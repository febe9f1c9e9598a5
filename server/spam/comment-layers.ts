import { createRecentEntries } from './recent-entries.ts';
import { unsuspected, type Layer } from './sighting.ts';

const aMinute = 60_000;

/**
 * When a page breaks, many write the same few words, and those matter most. Nobody
 * writes the same long sentence as somebody else: so many characters tell.
 */
const shortestTelling = 40;

/** On so many pages or at so many times the same sentence is no person's. */
const tooOften = 4;

/** Words alone: a robot varies spaces, case and signs. */
const plainWords = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

/** Suspects the same sentence again on the same page within minutes, and on any pages within the hour. */
export function createRepeatedTextLayer(): Layer {
  const onPage = createRecentEntries(10 * aMinute);
  const onSite = createRecentEntries(60 * aMinute);
  return ({ comment, key, siteId, address, at }) => {
    const words = plainWords(comment ?? '');
    if (words.length < shortestTelling) return unsuspected;
    const entry = { siteId, key, at };
    const here = onPage.add(`${address} ${words}`, entry);
    const anywhere = onSite.add(`${siteId} ${words}`, entry);
    if (anywhere.length >= tooOften) {
      return { isSuspect: true, revealed: anywhere.filter((each) => each.key !== key) };
    }
    return { isSuspect: here[0]?.key !== key };
  };
}

/** Suspects a comment that wants to lead elsewhere: markup of links, or many addresses. */
export const linksLayer: Layer = ({ comment = '' }) => ({
  isSuspect:
    /<a\s|\[url\b|\[link\b/i.test(comment) || (comment.match(/https?:\/\//gi)?.length ?? 0) >= 3,
});

/** Suspects comments with words that the site does not want to count. */
export const wordListLayer: Layer = ({ comment }, unwantedWords) => {
  if (comment === undefined || unwantedWords.length === 0) return unsuspected;
  const words = ` ${plainWords(comment)} `;
  return { isSuspect: unwantedWords.some((word) => words.includes(` ${plainWords(word)} `)) };
};
