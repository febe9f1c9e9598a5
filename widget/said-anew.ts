/**
 * Words for a status. A screen reader leaves out words that are the same as the last: a
 * space that cannot be seen makes them others.
 */
export const saidAnew = (words: string, last: string): string =>
  words === last ? `${words}\u00a0` : words;
