import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { openStore } from '../../../server/store/open-store.ts';
import { createPostgresSink } from '../../support/fill-postgres.ts';
import {
  createPostgresDatabase,
  findPostgres,
  startTemporaryPostgres,
} from '../../support/temporary-postgres.ts';
import { auditEntries } from './desk-cases.ts';
import { fillDesks } from './fill-desks.ts';
import { addGeneratedSites, findPlaces } from './generated-database.ts';
import type { GeneratedEngine } from './measure-reads.ts';

export interface PostgresReads {
  /** Makes an empty database on the server, or finds the one that was kept there. */
  create: (rows: number) => Promise<GeneratedEngine>;
  stop: () => Promise<void>;
}

/**
 * Starts a server for the bench; undefined where PostgreSQL is not installed.
 * @param kept the address of a server, ending in a slash, on which databases stay to be
 *   measured again
 */
export async function openPostgresReads(kept?: string): Promise<PostgresReads | undefined> {
  if (kept !== undefined) {
    const create = async (rows: number) =>
      createPostgresReads(await keptDatabase(kept, `gensvar_reads_${rows}`));
    return { create, stop: () => Promise.resolve() };
  }
  const programs = findPostgres();
  if (programs === undefined) return undefined;
  const { environment, stop } = await startTemporaryPostgres(programs);
  const [server = ''] = Object.values(environment);
  const create = async () =>
    createPostgresReads({ ...(await createPostgresDatabase(server)), isFilled: false });
  return { create, stop };
}

interface ReadsDatabase {
  url: string;
  isFilled: boolean;
  remove: () => Promise<void>;
}

async function keptDatabase(server: string, name: string): Promise<ReadsDatabase> {
  const client = new Client({ connectionString: `${server}postgres` });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    const isFilled = rows.length > 0;
    if (!isFilled) await client.query(`create database ${name}`);
    return { url: server + name, isFilled, remove: () => Promise.resolve() };
  } finally {
    await client.end();
  }
}

async function createPostgresReads(database: ReadsDatabase): Promise<GeneratedEngine> {
  const { url, isFilled, remove } = database;
  const open = () => openStore({ database: url, amendmentHours: 24 });
  const client = new Client({ connectionString: url });
  await client.connect();

  return {
    engine: 'PostgreSQL',
    isFilled,
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
        await client.query(`${fillDesks(auditEntries)}; analyze`);
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
