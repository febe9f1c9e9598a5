import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import {
  findPostgres,
  postgresPackage,
  startTemporaryPostgres,
} from '../support/temporary-postgres.ts';
import type { NotRun } from './print-results.ts';
import { runNodeTests } from './run-node-tests.ts';
import { runOnceMore } from './run-once-more.ts';
import type { TestResult } from './test-counts.ts';

/** Tests whose database comes from one of these run on whichever engine the run is on. */
const opensTestDatabase =
  /support\/(test-database|temporary-store|test-service|triage-store|api-reader|[a-z]+-desk)\.ts'/;

/** About SQLite's file, or its one connection: they have nothing to test elsewhere. */
const aboutSqlite = [
  'answers-between-steps',
  'backup',
  'crash',
  'full-disk',
  'locked-database',
  'lost-database-file',
  'power-loss',
].map((name) => `${name}.test.ts`);

/**
 * Runs the tests of the service on SQLite, and those that store something once more on
 * PostgreSQL, together with the tests about PostgreSQL in test/server/postgres/.
 */
export async function runServerTests(
  root: string,
  files: string[],
): Promise<(TestResult | NotRun)[]> {
  const settings = { root, concurrency: availableParallelism(), timeout: 30_000 };
  const aboutPostgres = join(root, 'test/server/postgres');
  const isAboutPostgres = (file: string) => dirname(file) === aboutPostgres;
  const results: (TestResult | NotRun)[] = [];

  const onSqlite = files.filter((file) => !isAboutPostgres(file));
  if (onSqlite.length > 0) {
    const run = (some: string[]) => runNodeTests({ title: 'server', files: some, ...settings });
    results.push(await runOnceMore(onSqlite, run));
  }

  const onPostgres = files.filter(
    (file) =>
      isAboutPostgres(file) ||
      (!aboutSqlite.includes(basename(file)) && opensTestDatabase.test(readFileSync(file, 'utf8'))),
  );
  if (onPostgres.length === 0) return results;
  const title = 'server on PostgreSQL';
  const programs = findPostgres();
  if (programs === undefined) {
    results.push({ title, reason: `it was not found (install ${postgresPackage})` });
    return results;
  }
  console.log(`\n${title}`);
  const postgres = await startTemporaryPostgres(programs);
  try {
    Object.assign(process.env, postgres.environment);
    const run = (some: string[]) => runNodeTests({ title, files: some, ...settings });
    results.push(await runOnceMore(onPostgres, run));
  } finally {
    for (const name of Object.keys(postgres.environment)) Reflect.deleteProperty(process.env, name);
    await postgres.stop();
  }
  return results;
}
