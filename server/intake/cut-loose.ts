/**
 * The same text in memory of its own. A text that was cut from a body is a view of that body,
 * and whoever remembers it would keep all of it in memory, the visitor's words with it.
 */
export const cutLoose = (text: string): string => Buffer.from(text).toString();
