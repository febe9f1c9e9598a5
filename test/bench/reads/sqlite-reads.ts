import { execFileSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../../server/store/open-store.ts';
import { createSqliteSink } from '../../support/fill-sqlite.ts';
import { createTemporaryFolder } from '../../support/temporary-folder.ts';
import { auditEntries } from './desk-cases.ts';
import { fillDesks } from './fill-desks.ts';
import { addGeneratedSites, findPlaces } from './generated-database.ts';
import type { GeneratedEngine } from './measure-reads.ts';

/**
 * A database file to be filled and measured.
 * @param kept a folder in which files stay to be measured again; else they are removed
 */
export async function createSqliteReads(rows: number, kept?: string): Promise<GeneratedEngine> {
  const folder = kept === undefined ? await createTemporaryFolder() : undefined;
  const database = join(folder?.path ?? kept ?? '', `gensvar-${rows}.db`);
  const open = () => openStore({ database, amendmentHours: 24 });
  const files = () => globSync(`${database}*`);

  return {
    engine: 'SQLite',
    isFilled: existsSync(database),
    async fill(generate) {
      const store = await open();
      const sites = await addGeneratedSites(store);
      await store.close();
      const sink = createSqliteSink(database);
      await generate(
        sites.map(({ id }) => id),
        sink,
      );
      sink.end();
      const file = new Database(database);
      file.exec(fillDesks(auditEntries));
      file.close();
    },
    size: () => Promise.resolve(files().reduce((sum, file) => sum + statSync(file).size, 0)),
    async open() {
      const store = await open();
      const places = await findPlaces(store);
      return { store, places, close: () => store.close() };
    },
    async openCold(places) {
      for (const file of files()) dropFromCache(file);
      const store = await open();
      return { store, places, close: () => store.close() };
    },
    processorTime: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
    remove: async () => folder?.remove(),
  };
}

/** Asks the system to forget what it has read of a file: no right but to the file is needed. */
function dropFromCache(file: string): void {
  execFileSync('dd', [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'], {
    stdio: 'ignore',
  });
  execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
}
