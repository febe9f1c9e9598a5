import type Database from 'better-sqlite3';

/**
 * Sets how much the database keeps in memory and how long it lets its log grow: random keys
 * touch a page of their own for each answer, and the same pages again in the next commits.
 * What is acknowledged is on disk all the same.
 */
export function tuneForAppending(database: Database.Database): void {
  // Kibibytes, as a negative number; the usual is 2000.
  database.pragma('cache_size = -5000');
  // Pages of 4 KiB; the usual is 1000. Recovery after a kill reads at most this.
  database.pragma('wal_autocheckpoint = 4000');
}
