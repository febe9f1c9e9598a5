import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Copies a database as it is at one moment, while the service goes on writing. The copy
 * has its name only when it is whole, checked and on disk.
 * @param target the copy's file, which must not be there yet
 * @throws when the target is there, or the copy is not sound
 */
export function backUpDatabase(source: string, target: string): void {
  if (existsSync(target)) throw new Error(`${target} is there already: nothing is overwritten.`);
  // Left over from a backup that was interrupted.
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const database = new Database(source, { readonly: true, fileMustExist: true });
  try {
    database.prepare('vacuum into ?').run(partial);
  } finally {
    database.close();
  }
  checkSound(partial);
  flush(partial);
  renameSync(partial, target);
  flush(dirname(target));
}

function checkSound(file: string): void {
  const copy = new Database(file, { readonly: true });
  try {
    const verdict = copy.pragma('integrity_check', { simple: true });
    const orphans = copy.pragma('foreign_key_check') as unknown[];
    if (verdict !== 'ok' || orphans.length > 0) throw new Error('The copy is not sound.');
  } finally {
    copy.close();
  }
}

/** Waits until a file, or the names in a folder, are on disk. */
function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
