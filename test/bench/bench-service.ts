/**
 * Measures what an answer costs the service beside bare `node:http` in the same run:
 * `npm run bench:service`, with `-- --json` as one JSON object. The store is a new SQLite
 * file, or the one that GENSVAR_DATABASE names. It tells, and never fails for what it finds.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { compareServers } from './service/compare-servers.ts';
import { renderReport, type ServiceMeasures } from './service/service-report.ts';

async function measureService(): Promise<ServiceMeasures> {
  const given = process.env['GENSVAR_DATABASE'];
  const isPostgres = /^postgres(ql)?:/.test(given ?? '');
  const folder = await createTemporaryFolder();
  try {
    const comparison = await compareServers(
      (name) => given ?? join(folder.path, `${name}.db`),
      folder.path,
    );
    return {
      machine: { node: process.version, cpus: availableParallelism() },
      engine: isPostgres ? 'PostgreSQL' : 'SQLite',
      budget: isPostgres ? 0.35 : 0.5,
      ...comparison,
    };
  } finally {
    await folder.remove();
  }
}

const measures = await measureService();
console.log(
  process.argv.includes('--json') ? JSON.stringify(measures, null, 2) : renderReport(measures),
);
