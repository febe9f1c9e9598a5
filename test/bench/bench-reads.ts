/**
 * Measures every query of the review and the API on generated responses: `npm run
 * bench:reads`, with `-- --rows 100000,1000000,10000000` for other sizes, `-- --engines
 * sqlite` for one engine only, `-- --keep <folder>` to measure the same files again, and
 * `-- --server postgres://…/` the same databases of a PostgreSQL server,
 * `-- --all-comment` to have a comment with every response,
 * `-- --only <text>` for the queries whose name has it, and `-- --json` as one JSON object.
 * It tells, and never fails for what it finds.
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureReads, type GeneratedEngine, type SizeMeasures } from './reads/measure-reads.ts';
import { openPostgresReads } from './reads/postgres-reads.ts';
import { renderReads, type ReadsMeasures } from './reads/reads-report.ts';
import { createSqliteReads } from './reads/sqlite-reads.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000,1000000' },
    engines: { type: 'string', default: 'sqlite,postgres' },
    keep: { type: 'string' },
    server: { type: 'string' },
    'all-comment': { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});

const sizes = values.rows.split(',').map(Number);
if (!sizes.every((rows) => Number.isSafeInteger(rows) && rows > 0)) {
  throw new Error('--rows takes numbers of responses, such as 100000,1000000.');
}

const tell = (progress: string) => {
  console.error(progress);
};

async function measureSizes(
  create: (rows: number) => Promise<GeneratedEngine>,
): Promise<SizeMeasures[]> {
  const measured: SizeMeasures[] = [];
  for (const rows of sizes)
    measured.push(
      await measureReads(
        create,
        { rows, allComment: values['all-comment'], only: values.only },
        tell,
      ),
    );
  return measured;
}

const engines: ReadsMeasures['engines'] = [];
const wanted = values.engines.split(',');
if (wanted.includes('sqlite')) {
  const create = (rows: number) => createSqliteReads(rows, values.keep);
  engines.push({ engine: 'SQLite', sizes: await measureSizes(create) });
}
const postgres = wanted.includes('postgres') ? await openPostgresReads(values.server) : undefined;
if (postgres) {
  try {
    engines.push({ engine: 'PostgreSQL', sizes: await measureSizes(postgres.create) });
  } finally {
    await postgres.stop();
  }
}

const measures: ReadsMeasures = {
  machine: { node: process.version, cpus: availableParallelism(), load: loadavg() },
  budget: { warm: 50, cold: 250, ratio: 3, told: 2 },
  engines,
};
console.log(values.json ? JSON.stringify(measures, null, 2) : renderReads(measures));
