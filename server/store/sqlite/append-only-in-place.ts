import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';

/**
 * Makes a check that the database's file is still where it was opened. SQLite would go on
 * writing into a file that someone has moved, replaced or deleted, and what is
 * acknowledged would be gone at the next start.
 * @returns a function that throws when another file, or none, has its name
 */
export function createPlaceCheck(database: Database.Database): () => void {
  const opened = placeOf(database);
  return () => {
    if (placeOf(database) === opened) return;
    const fault = new Error('The file of the database was moved or replaced: start again.');
    throw Object.assign(fault, { code: 'SQLITE_READONLY_DBMOVED' });
  };
}

/** The number under which the file system knows the file; undefined when there is none. */
function placeOf({ name, memory }: Database.Database): string | undefined {
  const found = memory ? undefined : statSync(name, { throwIfNoEntry: false });
  return found && `${found.dev} ${found.ino}`;
}
