import type Database from 'better-sqlite3';

/**
 * Makes a function that tells whether another process has written to the database since it was
 * asked last: then memory may know the file no more. The first time it says so, too.
 */
export function createOtherWriters(database: Database.Database): () => boolean {
  /** Changes when another connection has written, and only then. */
  const dataVersion = database.prepare<[], number>('pragma data_version').pluck();
  let version: number | undefined;
  return () => {
    const before = version;
    version = dataVersion.get();
    return version !== before;
  };
}
