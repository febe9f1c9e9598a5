import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Store } from '../store.ts';

/** Random keys of this installation, made on first use and the same for every process. */
export function createSecrets(database: Database.Database): Pick<Store, 'readSecret'> {
  const insert = database.prepare<[string, Uint8Array]>(
    'insert into secret (name, value) values (?, ?) on conflict do nothing',
  );
  const find = database.prepare<[string], { value: Uint8Array }>(
    'select value from secret where name = ?',
  );
  const read = database.transaction((name: string): Uint8Array => {
    insert.run(name, randomBytes(32));
    const row = find.get(name);
    if (!row) throw new Error('The secret was not stored.');
    return row.value;
  });
  return {
    readSecret: (name) =>
      new Promise((resolve) => {
        resolve(read.immediate(name));
      }),
  };
}
