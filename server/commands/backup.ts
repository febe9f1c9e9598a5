import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { openStore } from '../store/open-store.ts';
import { backUpDatabase } from '../store/sqlite/back-up-database.ts';
import type { Command } from './command.ts';

/** Copies the database while the service runs. To restore, start the service on the copy. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'FILE\n      copy the database while the service runs (to restore: serve from the copy)',
  async run(config, args) {
    const [file] = args;
    if (file === undefined || args.length > 1) throw new Error('Give the name of one file.');
    if (/^postgres(ql)?:/.test(config.database)) {
      throw new Error('PostgreSQL is backed up by its own pg_dump: see docs/postgresql.md.');
    }
    const target = resolve(file);
    backUpDatabase(config.database, target);
    const bytes = statSync(target).size;
    const store = await openStore(config);
    try {
      await store.recordAudit({
        at: new Date(),
        actor: 'gensvar backup',
        siteId: null,
        action: 'backup',
        subject: null,
        detail: { bytes },
      });
    } finally {
      await store.close();
    }
    console.log(`${target} holds a checked copy of the database, ${bytes} bytes.`);
  },
};
