import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown } from 'node:fs/promises';
import { existsSync, globSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { openPostgresStore } from '../../server/store/postgres/open-postgres-store.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** What to install where the tests on PostgreSQL do not run. */
export const postgresPackage = 'postgresql';

/** Where a run tells its tests that they shall use PostgreSQL: the address of its server. */
const serverVariable = 'GENSVAR_TEST_POSTGRES';

/** Its tables are made once; every test's database is a copy of it. */
const template = 'gensvar_template';

/** What may end a run early: then the server ends with it. */
const signals = ['SIGINT', 'SIGTERM'] as const;

/** How long the server may take to start: a minute on a busy machine. */
const patience = 60_000;

/** A PostgreSQL server with a folder of its own, for one run of the tests. */
export interface TemporaryPostgres {
  /** What tests must find in their environment to use it. */
  environment: Record<string, string>;
  stop: () => Promise<void>;
}

/** The folder of PostgreSQL's programs; undefined when it is not installed. */
export function findPostgres(): string | undefined {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...globSync('/usr/lib/postgresql/*/bin').sort().reverse(),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  );
}

/** Makes and starts a server that only this machine's programs reach, by a socket in a file. */
export async function startTemporaryPostgres(programs: string): Promise<TemporaryPostgres> {
  const folder = await createTemporaryFolder();
  const owner = await giveToOwner(folder.path);
  const options = { cwd: folder.path, stdio: 'pipe', ...owner } as const;
  const data = join(folder.path, 'data');
  const locale = ['--encoding=UTF8', '--locale=C'];
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', ...locale],
    options,
  );
  // As durable as in earnest. There is nobody to replicate to.
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder.path,
    fsync: 'on',
    max_connections: '200',
    shared_buffers: '64MB',
    wal_level: 'minimal',
    max_wal_senders: '0',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...args], {
    ...options,
    stdio: 'ignore',
  });
  const stopAtOnce = () => server.kill('SIGQUIT');
  const stopAndFollow = (signal: NodeJS.Signals) => {
    stopAtOnce();
    rmSync(folder.path, { recursive: true, force: true });
    process.kill(process.pid, signal);
  };
  process.once('exit', stopAtOnce);
  for (const signal of signals) process.once(signal, stopAndFollow);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `postgres://postgres@${encodeURIComponent(folder.path)}/`;

  const stop = async () => {
    process.removeListener('exit', stopAtOnce);
    for (const signal of signals) process.removeListener(signal, stopAndFollow);
    stopAtOnce();
    await ended;
    await folder.remove();
  };
  try {
    await untilReady(url);
    await runStatement(url, `create database ${template}`);
    const store = await openPostgresStore({ url: url + template, amendmentWindow: 1 });
    await store.close();
    return { environment: { [serverVariable]: url }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address of the run's server, when this run of the tests is on PostgreSQL. */
export const serverOfRun = (): string | undefined => process.env[serverVariable];

/** A database of a test's own on the run's server. */
export async function createPostgresDatabase(
  server: string,
): Promise<{ url: string; remove: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runStatement(server, `create database ${name} template ${template}`);
  return {
    url: server + name,
    remove: () => runStatement(server, `drop database if exists ${name} with (force)`),
  };
}

/** The server refuses to run as root: then it runs as the user that its package has made. */
async function giveToOwner(path: string): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (what: string) => Number(execFileSync('id', [what, 'postgres'], { stdio: 'pipe' }));
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  await chown(path, owner.uid, owner.gid);
  return owner;
}

async function runStatement(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: `${server}postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function untilReady(server: string): Promise<void> {
  const giveUpAt = performance.now() + patience;
  for (;;) {
    try {
      await runStatement(server, 'select 1');
      return;
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await setTimeout(50);
    }
  }
}
