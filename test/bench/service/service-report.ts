import type { Spread } from '../spread.ts';
import type { ServerComparison, ServerName } from './compare-servers.ts';

/** Everything that the bench of the service measures. */
export interface ServiceMeasures extends ServerComparison {
  machine: { node: string; cpus: number };
  engine: 'SQLite' | 'PostgreSQL';
  /** The least that the ratio of shared commits may be. */
  budget: number;
}

const titles: Record<ServerName, string> = {
  bareEcho: 'bare node:http, sends the body back',
  oneCommitEach: 'the service, one commit per answer',
  sharedCommits: 'the service, commits shared',
  littleMemory: 'the same from its bundle, with Node told to take little memory',
};

/** Tells the measures to a reader. */
export function renderReport(measures: ServiceMeasures): string {
  const { machine, engine, rounds, connections, servers, ratio, budget, memory } = measures;
  const isWithin = ratio.sharedCommits.median >= budget;
  return [
    `Node ${machine.node}, ${machine.cpus} processors, ${engine}`,
    `Medians of ${rounds} rounds in turn (quarters below and above), ${connections} connections`,
    ...(Object.keys(titles) as ServerName[]).map((name) => {
      const { processorTime, rate, wait } = servers[name];
      return [
        titles[name],
        `  processor time per answer   ${spreadText(processorTime, 1)} µs`,
        `  answers per second          ${spreadText(rate, 0)}`,
        `  median wait                 ${spreadText(wait, 1)} ms`,
      ].join('\n');
    }),
    [
      'Processor time of bare node:http over that of the service (1 would be free)',
      `  one commit per answer       ${spreadText(ratio.oneCommitEach, 2)}`,
      `  commits shared              ${spreadText(ratio.sharedCommits, 2)}, budget ${budget.toFixed(2)}: ${isWithin ? 'within' : 'OVER'}`,
      `  with little memory          ${spreadText(ratio.littleMemory, 2)}`,
    ].join('\n'),
    `Memory of the bundle: ${megabytes(memory.atRest)} MB at rest, ${megabytes(memory.afterLoad)} MB after the load`,
  ].join('\n\n');
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6);

const spreadText = ({ median, low, high }: Spread, decimals: number) =>
  `${median.toFixed(decimals)} (${low.toFixed(decimals)}–${high.toFixed(decimals)})`;
