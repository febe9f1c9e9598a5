import { hash } from 'node:crypto';
import { createRecentEntries, othersThan } from './recent-entries.ts';
import { suspected, unsuspected, type Layer, type Sighting } from './sighting.ts';

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
  const onPage = createRecentEntries({ span: 10 * aMinute, most: tooOften });
  const onSite = createRecentEntries({ span: 60 * aMinute, most: tooOften + 1 });
  return (sighting) => {
    const { comment, key, siteId, address } = sighting;
    const text = sighting.text ?? textOf(comment);
    if (text === undefined) return unsuspected;
    const [here] = onPage.add(`${address} ${text}`, sighting)?.seen ?? [];
    const [anywhere] = onSite.add(`${siteId} ${text}`, sighting)?.seen ?? [];
    if (anywhere && anywhere.size >= tooOften) {
      const revealed = anywhere.size === tooOften ? othersThan(key, anywhere) : [];
      return { isSuspect: true, revealed };
    }
    const [first] = here ?? [];
    if (first === undefined || first[0] === key) return unsuspected;
    // Told of late by another instance: the first who was seen here was not the first.
    return isEarlierThan(first, sighting)
      ? { isSuspect: false, revealed: [{ key: first[0], siteId: first[1].siteId }] }
      : suspected;
  };
}

/** Of two that were seen by two instances, all instances must take the same one for the first. */
const isEarlierThan = ([otherKey, { at }]: [string, { at: number }], told: Sighting) =>
  told.isTold === true && (told.at < at || (told.at === at && told.key < otherKey));

/** What stands for the words of a comment, if they are enough to tell: nobody's comment stays in memory. */
export function textOf(comment: string | undefined): string | undefined {
  const words = comment === undefined ? '' : plainWords(comment);
  if (words.length < shortestTelling) return undefined;
  return hash('sha256', words, 'base64url');
}

/** Suspects a comment that wants to lead elsewhere: markup of links, or many addresses. */
export const linksLayer: Layer = ({ comment }) =>
  comment !== undefined &&
  (/<a\s|\[url\b|\[link\b/i.test(comment) || (comment.match(/https?:\/\//gi)?.length ?? 0) >= 3)
    ? suspected
    : unsuspected;

/** Suspects comments with words that the site does not want to count. */
export const wordListLayer: Layer = ({ comment }, unwantedWords) => {
  if (comment === undefined || unwantedWords.length === 0) return unsuspected;
  const words = ` ${plainWords(comment)} `;
  return { isSuspect: unwantedWords.some((word) => words.includes(` ${plainWords(word)} `)) };
};
