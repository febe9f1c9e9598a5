import { createHash } from 'node:crypto';
import { createRecentEntries, othersThan } from './recent-entries.ts';
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
  const onPage = createRecentEntries(10 * aMinute, tooOften);
  const onSite = createRecentEntries(60 * aMinute, tooOften + 1);
  return (sighting) => {
    const { comment, key, siteId, address } = sighting;
    const words = comment === undefined ? '' : plainWords(comment);
    if (words.length < shortestTelling) return unsuspected;
    const text = fingerprint(words);
    const here = onPage.add(`${address} ${text}`, sighting);
    const anywhere = onSite.add(`${siteId} ${text}`, sighting);
    if (anywhere.size < tooOften) return { isSuspect: here.keys().next().value !== key };
    return {
      isSuspect: true,
      revealed: anywhere.size === tooOften ? othersThan(key, anywhere) : [],
    };
  };
}

/** Words are remembered by what stands for them: nobody's comment stays in memory. */
const fingerprint = (words: string) => createHash('sha256').update(words).digest('base64url');

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
