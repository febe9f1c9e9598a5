/** What both sides hold to. Plain values: the element bundles this file. */

/** The most characters (Unicode code points) a comment may have. */
export const maxCommentLength = 1000;

/** The most characters a page's address may have, as sent. */
export const maxAddressLength = 2048;

/** The most characters of a page's title; the element cuts a longer one. */
export const maxTitleLength = 300;

/** Where responses are posted, below the service's base address. */
export const responsesPath = 'feedback/v1/responses';

/**
 * The length of a text as a visitor would count it.
 * @param text any text
 * @returns the number of Unicode code points: an emoji counts once
 */
export function characterCount(text: string): number {
  return [...text].length;
}
