/**
 * Measures exports of many responses while visitors answer, each in a service that was just
 * started: `npm run bench:export`, with `-- --rows 100000` for another size,
 * `-- --node-flags='--max-semi-space-size=8'` in place of what Node is told in package.json,
 * and `-- --json` as one JSON object. It tells how much memory the service has at the most, and
 * at rest after it, and how long visitors wait.
 */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { createExportingServices, type ExportingService } from './export/exporting-service.ts';
import { answerUntil, type Waits } from './export/visitors.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    'node-flags': { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

/** What stands before the service in the command by which it is started. */
function flagsOfPackage(): string[] {
  const file = new URL('../../package.json', import.meta.url);
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { gensvar: string } };
  return scripts.gensvar.match(/--\S+/g) ?? [];
}

const nodeFlags = values['node-flags']?.split(' ').filter(Boolean) ?? flagsOfPackage();

/** The most resident memory that the service may have, in bytes. */
const budget = 150e6;

interface ExportMeasures {
  name: string;
  seconds: number;
  bytes: number;
  /** The most resident memory since the service was started, in bytes. */
  memory: number;
  /** The resident memory a while after it, in bytes. */
  after: number;
  waits: Waits;
}

/** How long it is left alone before its memory at rest is looked at, in milliseconds. */
const aWhile = 3000;

const kinds: [string, Record<string, string>][] = [
  ['CSV', { format: 'csv' }],
  ['JSON', { format: 'json' }],
  ['JSON lines', { format: 'jsonl' }],
  ['XLSX', { format: 'xlsx' }],
  ['CSV of counts', { format: 'csv', content: 'counts' }],
];

async function measure(
  service: ExportingService,
  name: string,
  work: () => Promise<number>,
): Promise<ExportMeasures> {
  const state = { isOver: false };
  const others = answerUntil(() => state.isOver, service);
  const start = performance.now();
  const bytes = await work().finally(() => (state.isOver = true));
  const seconds = (performance.now() - start) / 1000;
  const waits = await others;
  const memory = await service.mostResidentMemory();
  await setTimeout(aWhile);
  return { name, seconds, bytes, memory, after: await service.residentMemory(), waits };
}

async function download(service: ExportingService, fields: Record<string, string>) {
  const response = await service.exportFile({ scope: 'site', period: 'all', ...fields });
  if (response.status !== 200 || !response.body) throw new Error(`It got ${response.status}.`);
  let bytes = 0;
  for await (const chunk of response.body) bytes += (chunk as Uint8Array).length;
  return bytes;
}

const folder = await createTemporaryFolder();
try {
  const start = await createExportingServices(folder.path, Number(values.rows), nodeFlags);
  const inFreshService = async (
    name: string,
    work: (service: ExportingService) => Promise<number>,
  ) => {
    const service = await start();
    try {
      return await measure(service, name, () => work(service));
    } finally {
      await service.stop();
    }
  };
  const measures = [await inFreshService('no export', () => setTimeout(5000, 0))];
  for (const [name, fields] of kinds) {
    measures.push(await inFreshService(name, (service) => download(service, fields)));
  }
  console.log(
    values.json ? JSON.stringify({ rows: Number(values.rows), measures }) : tell(measures),
  );
} finally {
  await folder.remove();
}

function tell(measures: ExportMeasures[]): string {
  const lines = measures.map(({ name, seconds, bytes, memory, after, waits }) => {
    const within = memory <= budget ? 'within' : 'OVER';
    return [
      name,
      `  ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB`,
      `  memory ${(memory / 1e6).toFixed(0)} MB, budget ${budget / 1e6} MB: ${within}; afterwards ${(after / 1e6).toFixed(0)} MB`,
      `  visitors waited ${waits.median.toFixed(1)} ms (median), ${waits.p99.toFixed(1)} ms (99 %), ${waits.longest.toFixed(1)} ms (longest) in ${waits.answers} answers`,
    ].join('\n');
  });
  return [`${values.rows} responses on SQLite, Node ${process.version}`, ...lines].join('\n');
}
