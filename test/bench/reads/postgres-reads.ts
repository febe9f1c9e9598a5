import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { openStore } from '../../../server/store/open-store.ts';
import { createPostgresSink } from '../../support/fill-postgres.ts';
import {
  createPostgresDatabase,
  findPostgres,
  startTemporaryPostgres,
} from '../../support/temporary-postgres.ts';
import { addGeneratedSites, fillAudit, fillWork, findPlaces } from './generated-database.ts';
import type { GeneratedEngine } from './measure-reads.ts';
import { auditEntries } from './read-cases.ts';

export interface PostgresReads {
  /** Makes an empty database on the server. */
  create: () => Promise<GeneratedEngine>;
  stop: () => Promise<void>;
}

/** Starts a server for the bench; undefined where PostgreSQL is not installed. */
export async function openPostgresReads(): Promise<PostgresReads | undefined> {
  const programs = findPostgres();
  if (programs === undefined) return undefined;
  const { environment, stop } = await startTemporaryPostgres(programs);
  const [server = ''] = Object.values(environment);
  return { create: () => createPostgresReads(server), stop };
}

async function createPostgresReads(server: string): Promise<GeneratedEngine> {
  const { url, remove } = await createPostgresDatabase(server);
  const open = () => openStore({ database: url, amendmentHours: 24 });
  const client = new Client({ connectionString: url });
  await client.connect();

  return {
    engine: 'PostgreSQL',
    isFilled: false,
    async fill(generate) {
      const store = await open();
      const sites = await addGeneratedSites(store);
      await store.close();
      const sink = await createPostgresSink(url);
      try {
        await generate(
          sites.map(({ id }) => id),
          sink,
        );
        await client.query(fillAudit(auditEntries));
        await client.query(`${fillWork}; analyze`);
      } finally {
        await sink.end();
      }
    },
    async size() {
      const { rows } = await client.query<{ size: string }>(
        'select pg_database_size(current_database()) as size',
      );
      return Number(rows[0]?.size);
    },
    async open() {
      const store = await open();
      return { store, places: await findPlaces(store), close: () => store.close() };
    },
    async processorTime() {
      const { user, system } = process.cpuUsage();
      const { rows } = await client.query<{ pid: number }>(
        'select pid from pg_stat_activity where datname = current_database()',
      );
      const server = rows.map(({ pid }) => workOf(pid)).reduce((sum, work) => sum + work, 0);
      return (user + system) / 1000 + server;
    },
    async remove() {
      await client.end();
      await remove();
    },
  };
}

/** How long a process of this machine has worked, in milliseconds; 0 where Linux does not tell. */
function workOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return 0;
  }
}
