import { readFileSync } from 'node:fs';
import {
  generateResponses,
  usualTraffic,
  type GeneratedTraffic,
  type RowSink,
} from '../../support/generate-responses.ts';
import { spreadOf } from '../spread.ts';
import type { OpenDatabase } from './read-case.ts';
import { readCases } from './read-cases.ts';
import type { ReadPlaces } from './generated-database.ts';
import { triageCases } from './triage-cases.ts';

/** A database of one engine that can be filled, opened and thrown away. */
export interface GeneratedEngine {
  engine: 'SQLite' | 'PostgreSQL';
  /** Whether it has been filled before. */
  isFilled: boolean;
  fill: (generate: (siteIds: number[], sink: RowSink) => Promise<void>) => Promise<void>;
  /** How many bytes it takes on the disk. */
  size: () => Promise<number>;
  open: () => Promise<OpenDatabase>;
  /** Opens it when the system has forgotten its files. Absent where that cannot be done. */
  openCold?: (places: ReadPlaces) => Promise<OpenDatabase>;
  /** The time that processors have worked for this process and its database, in milliseconds. */
  processorTime: () => number | Promise<number>;
  remove: () => Promise<void>;
}

export interface ReadMeasure {
  name: string;
  isJob: boolean;
  /** Processor time of one reading, in milliseconds: the median of seven. */
  warm: number;
  /** The same by the clock: on a busy machine it is longer. */
  warmByClock: number;
  /**
   * The first reading of a fresh connection, by the clock but for the time that others had
   * the processor; null when it cannot be measured.
   */
  cold: number | null;
}

export interface SizeMeasures {
  rows: number;
  /** How long generating took, by the clock and of processor time; null when it was done before. */
  generated: { seconds: number; processorSeconds: number } | null;
  bytes: number;
  reads: ReadMeasure[];
}

const samples = 7;
const coldSamples = 3;

/** A sample is so long that the clock of processor time can tell it, in milliseconds. */
const sampleLength = 10;

/** Fills a database with so many responses and measures every reading. */
export async function measureReads(
  create: (rows: number) => Promise<GeneratedEngine>,
  { rows, allComment, only }: Pick<GeneratedTraffic, 'rows' | 'allComment'> & { only: string },
  tell: (progress: string) => void,
): Promise<SizeMeasures> {
  const engine = await create(rows);
  try {
    const generated = engine.isFilled
      ? null
      : await generate(engine, { ...usualTraffic, rows, allComment: allComment ?? false });
    tell(`${engine.engine}: ${rows} responses are there`);
    const bytes = await engine.size();
    const database = await engine.open();
    const reads: ReadMeasure[] = [];
    try {
      const cases = [...readCases, ...triageCases].filter(({ name }) => name.includes(only));
      for (const { name, isJob = false, read } of cases) {
        const warm = await measureWarm(engine, () => read(database));
        const cold = await measureCold(engine, database.places, read);
        reads.push({ name, isJob, ...warm, cold });
        tell(`${name}: ${warm.warm.toFixed(2)} ms, cold ${cold?.toFixed(1) ?? '?'} ms`);
      }
    } finally {
      await database.close();
    }
    return { rows, generated, bytes, reads };
  } finally {
    await engine.remove();
  }
}

async function generate(
  engine: GeneratedEngine,
  traffic: Omit<GeneratedTraffic, 'siteIds'>,
): Promise<SizeMeasures['generated']> {
  const started = performance.now();
  const startedTime = await engine.processorTime();
  await engine.fill((siteIds, sink) => generateResponses({ ...traffic, siteIds }, sink));
  return {
    seconds: (performance.now() - started) / 1000,
    processorSeconds: ((await engine.processorTime()) - startedTime) / 1000,
  };
}

async function measureWarm(engine: GeneratedEngine, read: () => Promise<unknown>) {
  await read();
  const started = performance.now();
  await read();
  const once = performance.now() - started;
  const repeats = Math.max(1, Math.min(50, Math.ceil(sampleLength / once)));
  const work: number[] = [];
  const clock: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const workBefore = await engine.processorTime();
    const before = performance.now();
    for (let time = 0; time < repeats; time += 1) await read();
    clock.push((performance.now() - before) / repeats);
    work.push(((await engine.processorTime()) - workBefore) / repeats);
  }
  return { warm: spreadOf(work).median, warmByClock: spreadOf(clock).median };
}

/** How long this process could have worked but others did, in milliseconds; 0 but on Linux. */
function waitedForProcessor(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

async function measureCold(
  { openCold }: GeneratedEngine,
  places: ReadPlaces,
  read: (database: OpenDatabase) => Promise<unknown>,
): Promise<number | null> {
  if (!openCold) return null;
  const times: number[] = [];
  for (let sample = 0; sample < coldSamples; sample += 1) {
    const database = await openCold(places);
    const waited = waitedForProcessor();
    const before = performance.now();
    await read(database);
    times.push(performance.now() - before - (waitedForProcessor() - waited));
    await database.close();
  }
  return spreadOf(times).median;
}
