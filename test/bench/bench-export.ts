/**
 * Measures exports of many responses while visitors answer, each in a service that was just
 * started, and by the command: `npm run bench:export`, with `-- --rows 100000` for another size,
 * `-- --only command` for those with that in their name,
 * `-- --node-flags='--max-semi-space-size=8'` in place of what Node is told in package.json,
 * and `-- --json` as one JSON object. It tells how much memory the service has at the most, and
 * at rest after it, and how long visitors wait.
 */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { runExportCommand } from './export/exporting-command.ts';
import { createExportingServices, type ExportingService } from './export/exporting-service.ts';
import { packageFlags } from './package-flags.ts';
import { answerUntil, tellWaits, type Waits } from './export/visitors.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    'node-flags': { type: 'string' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});

const nodeFlags = values['node-flags']?.split(' ').filter(Boolean) ?? packageFlags();

/** The most resident memory that the service may have, in bytes. */
const budget = 150e6;

interface ExportMeasures {
  name: string;
  seconds: number;
  bytes: number;
  /** The most resident memory since the service was started, in bytes. */
  memory: number;
  /** The resident memory a while after it, in bytes; of a service only. */
  after?: number;
  waits?: Waits;
}

/** How long it is left alone before its memory at rest is looked at, in milliseconds. */
const aWhile = 3000;

const kinds: [string, Record<string, string>][] = [
  ['CSV', { format: 'csv' }],
  ['JSON', { format: 'json' }],
  ['XLSX', { format: 'xlsx' }],
  ['CSV of counts', { format: 'csv', content: 'counts' }],
];

const commandFormats = ['csv', 'json', 'jsonl', 'xlsx'];

/** A client that reads slowly: how many parts, and how long it takes for each, in milliseconds. */
const slowly = { parts: 200, pause: 100 };

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

async function ask(service: ExportingService, fields: Record<string, string>) {
  const response = await service.exportFile({ scope: 'site', period: 'all', ...fields });
  if (response.status !== 200 || !response.body) throw new Error(`It got ${response.status}.`);
  return response.body;
}

async function download(service: ExportingService, fields: Record<string, string>) {
  let bytes = 0;
  for await (const chunk of await ask(service, fields)) bytes += (chunk as Uint8Array).length;
  return bytes;
}

/** Reads some of a file, and breaks it off. */
async function downloadSlowly(service: ExportingService) {
  let bytes = 0;
  let parts = 0;
  for await (const chunk of await ask(service, { format: 'json' })) {
    bytes += (chunk as Uint8Array).length;
    parts += 1;
    if (parts === slowly.parts) break;
    await setTimeout(slowly.pause);
  }
  return bytes;
}

const folder = await createTemporaryFolder();
try {
  const start = await createExportingServices(folder.path, Number(values.rows), nodeFlags);
  const measures: ExportMeasures[] = [];
  const isWanted = (name: string) => name.includes(values.only);
  const inFreshService = async (
    name: string,
    work: (service: ExportingService) => Promise<number>,
  ) => {
    if (!isWanted(name)) return;
    const service = await start();
    try {
      measures.push(await measure(service, name, () => work(service)));
    } finally {
      await service.stop();
    }
  };
  await inFreshService('no export', () => setTimeout(5000, 0));
  for (const [name, fields] of kinds) {
    await inFreshService(name, (service) => download(service, fields));
  }
  await inFreshService('JSON, read slowly', downloadSlowly);
  for (const format of commandFormats) {
    const name = `command, ${format}`;
    if (!isWanted(name)) continue;
    const words = ['--site', 'site-1', '--format', format];
    measures.push({ name, ...(await runExportCommand(folder.path, words, nodeFlags)) });
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
      `  ${seconds.toFixed(1)} s, ${megabytes(bytes)}`,
      `  memory ${megabytes(memory)}, budget ${megabytes(budget)}: ${within}`,
      ...(after === undefined ? [] : [`  afterwards ${megabytes(after)}`]),
      ...(waits === undefined ? [] : [`  visitors waited ${tellWaits(waits)}`]),
    ].join('\n');
  });
  return [`${values.rows} responses on SQLite, Node ${process.version}`, ...lines].join('\n');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
