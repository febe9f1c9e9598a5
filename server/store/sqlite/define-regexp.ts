import type Database from 'better-sqlite3';

/**
 * Gives the database the operator `regexp`, which it has a name for only: whether a text, or
 * null, has what a regular expression finds, in small letters or capitals.
 */
export function defineRegexp(database: Database.Database): Database.Database {
  // Each statement asks the same of all its rows.
  let known = { pattern: '', expression: /(?:)/iu };
  return database.function('regexp', { deterministic: true }, (pattern, text) => {
    if (typeof pattern !== 'string' || typeof text !== 'string') return 0;
    if (pattern !== known.pattern) known = { pattern, expression: new RegExp(pattern, 'iu') };
    return known.expression.test(text) ? 1 : 0;
  });
}
