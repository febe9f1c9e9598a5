import type { GeneratedEngine, SizeMeasures } from './measure-reads.ts';

/** Everything that the bench of the readings measures. */
export interface ReadsMeasures {
  machine: { node: string; cpus: number; load: number[] };
  /** A ratio is told of only where the longest time is at least `told`. */
  budget: { warm: number; cold: number; ratio: number; told: number };
  engines: { engine: GeneratedEngine['engine']; sizes: SizeMeasures[] }[];
}

/** Tells the measures to a reader: one table for each engine. */
export function renderReads({ machine, budget, engines }: ReadsMeasures): string {
  return [
    `Node ${machine.node}, ${machine.cpus} processors, load ${machine.load.map((load) => load.toFixed(1)).join(' ')}`,
    'Warm: processor time, median of 7; cold: first reading of a fresh connection when the system has forgotten the file, by the clock less the waiting for a processor.',
    `Budget: warm ${budget.warm} ms, cold ${budget.cold} ms, at most ${budget.ratio} × the time on ${shortNumber(baseRows)}; the ratio is held against a query only where its time is at least ${budget.told} ms, as shorter times are mostly those of the call and of a deeper index, and only where somebody waits for it.`,
    ...engines.flatMap(({ engine, sizes }) => [
      '',
      engine,
      ...sizes.map(renderSize),
      '',
      ...renderTable(sizes, budget),
    ]),
  ].join('\n');
}

/** Ratios are to the smallest size of at least so many responses. */
const baseRows = 100_000;

function renderSize({ rows, generated, bytes }: SizeMeasures): string {
  const size = `${megabytes(bytes)} MB, ${megabytes((bytes / rows) * 1e6)} MB a million`;
  const how = generated
    ? `generated in ${generated.seconds.toFixed(0)} s, ${generated.processorSeconds.toFixed(0)} s of processor time`
    : 'generated before';
  return `${shortNumber(rows)} responses: ${size}; ${how}`;
}

function renderTable(sizes: SizeMeasures[], budget: ReadsMeasures['budget']): string[] {
  // What has fewer responses has fewer pages too.
  const base = sizes.find(({ rows }) => rows >= baseRows) ?? sizes[0];
  const width = 44;
  const head = sizes.flatMap(({ rows }) => [`${shortNumber(rows)} warm`, 'cold']);
  const lines = (base?.reads ?? []).map(({ name, isJob, warm: least }, place) => {
    const measures = sizes.flatMap(({ reads }) => reads[place] ?? []);
    const cells = measures.flatMap(({ warm, cold }) => [
      warm.toFixed(2),
      cold === null ? '–' : cold.toFixed(0),
    ]);
    const longest = measures.at(-1)?.warm ?? 0;
    const ratio = longest / least;
    const faults = [
      ...(measures.some(({ warm }) => warm > budget.warm) ? ['WARM'] : []),
      ...(measures.some(({ cold }) => (cold ?? 0) > budget.cold) ? ['COLD'] : []),
      ...(ratio > budget.ratio && longest >= budget.told ? [isJob ? 'grows, a job' : 'GROWS'] : []),
    ];
    return row(name, [...cells, ratio.toFixed(1)], faults.join(' '), width);
  });
  return [row('ms', [...head, 'ratio'], '', width), ...lines];
}

const row = (name: string, cells: string[], end: string, width: number) =>
  `${name.padEnd(width)}${cells.map((cell) => cell.padStart(10)).join('')}  ${end}`.trimEnd();

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);

const shortNumber = (count: number) =>
  count >= 1e6 ? `${count / 1e6} M` : count >= 1000 ? `${count / 1000} k` : String(count);
