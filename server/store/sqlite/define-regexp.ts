import type Database from 'better-sqlite3';

/** A statement asks the same few of all its rows. */
const mostRemembered = 10;

/**
 * Gives the database the operator `regexp`, which it has a name for only: whether a text, or
 * null, has what a regular expression finds, in small letters or capitals.
 * @returns the same database
 */
export function defineRegexp(database: Database.Database): Database.Database {
  const known = new Map<string, RegExp>();
  const remember = (pattern: string): RegExp => {
    if (known.size >= mostRemembered) known.clear();
    const expression = new RegExp(pattern, 'iu');
    known.set(pattern, expression);
    return expression;
  };
  return database.function('regexp', { deterministic: true }, (pattern, text) => {
    if (typeof pattern !== 'string' || typeof text !== 'string') return 0;
    return (known.get(pattern) ?? remember(pattern)).test(text) ? 1 : 0;
  });
}
