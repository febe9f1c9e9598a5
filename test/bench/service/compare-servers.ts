import { once } from 'node:events';
import { spreadOf, type Spread } from '../spread.ts';
import type { LoadOrder, LoadResult } from './load-process.ts';
import { startBundledService } from './bundled-service.ts';
import { startProcess, startTarget, type TargetProcess } from './target-process.ts';

const rounds = 25;
const connections = 128;
/** How many answers each server gets: until its code is warm, and in each round. */
const answers: Record<ServerName, { warmUp: number; round: number }> = {
  bareEcho: { warmUp: 20_000, round: 8000 },
  oneCommitEach: { warmUp: 4000, round: 500 },
  sharedCommits: { warmUp: 20_000, round: 4000 },
  littleMemory: { warmUp: 20_000, round: 4000 },
};

export type ServerName = 'bareEcho' | 'oneCommitEach' | 'sharedCommits' | 'littleMemory';

export interface ServerCost {
  /** Processor time of the server for one answer, in microseconds. */
  processorTime: Spread;
  /** Answers per second, which depends on the load's own speed. */
  rate: Spread;
  /** From sending to answer, the median of a round, in milliseconds. */
  wait: Spread;
}

export interface ServerComparison {
  rounds: number;
  connections: number;
  servers: Record<ServerName, ServerCost>;
  /** What bare Node costs over what the service costs, round by round: 1 would be free. */
  ratio: Record<Exclude<ServerName, 'bareEcho'>, Spread>;
  /** Resident memory of the bundled service at rest and after the load, in bytes. */
  memory: { atRest: number; afterLoad: number };
}

interface Round {
  processorTime: number;
  rate: number;
  wait: number;
}

/**
 * Loads the servers in turn, over and over, one at a time: what slows one slows its neighbours.
 * @param databaseOf the database of a service, by its name
 * @param folder where the bundled service is started
 */
export async function compareServers(
  databaseOf: (name: ServerName) => string,
  folder: string,
): Promise<ServerComparison> {
  // As behind a proxy, which tells of each visitor's address: see load-process.ts.
  const settings = (name: ServerName) => ({
    GENSVAR_DATABASE: databaseOf(name),
    GENSVAR_PROXY_HOPS: '1',
  });
  const targets: Record<ServerName, TargetProcess> = {
    bareEcho: await startTarget(startProcess('bare-echo.ts')),
    oneCommitEach: await startTarget(
      startProcess('whole-service.ts', ['single'], settings('oneCommitEach')),
    ),
    sharedCommits: await startTarget(
      startProcess('whole-service.ts', [], settings('sharedCommits')),
    ),
    littleMemory: await startBundledService(folder, settings('littleMemory')),
  };
  const names = Object.keys(targets) as ServerName[];
  const load = startProcess('load-process.ts');
  try {
    const atRest = await targets.littleMemory.memory();
    const costs = perServer((): Round[] => []);
    for (const name of names) await measure(targets[name], answers[name].warmUp);
    for (let round = 0; round < rounds; round += 1) {
      for (const name of names) {
        costs[name].push(await measure(targets[name], answers[name].round));
      }
    }
    const ratioOf = (name: ServerName) =>
      spreadOf(
        costs[name].map(
          (cost, round) => (costs.bareEcho[round]?.processorTime ?? NaN) / cost.processorTime,
        ),
      );
    return {
      rounds,
      connections,
      servers: perServer((name) => ({
        processorTime: spreadOf(costs[name].map((cost) => cost.processorTime)),
        rate: spreadOf(costs[name].map((cost) => cost.rate)),
        wait: spreadOf(costs[name].map((cost) => cost.wait)),
      })),
      ratio: {
        oneCommitEach: ratioOf('oneCommitEach'),
        sharedCommits: ratioOf('sharedCommits'),
        littleMemory: ratioOf('littleMemory'),
      },
      memory: { atRest, afterLoad: await targets.littleMemory.memory() },
    };
  } finally {
    load.kill('SIGKILL');
    await Promise.all(names.map((name) => targets[name].end()));
  }

  async function measure(target: TargetProcess, count: number): Promise<Round> {
    const order: LoadOrder = { port: target.port, connections, answers: count };
    const before = await target.processorTime();
    load.send(order);
    const [result] = (await once(load, 'message')) as [LoadResult];
    const used = (await target.processorTime()) - before;
    const refused = Object.keys(result.statuses).filter((status) => !status.startsWith('2'));
    if (refused.length > 0) throw new Error(`Answers were refused: ${refused.join(', ')}.`);
    return {
      processorTime: (used * 1000) / count,
      rate: (count * 1000) / result.duration,
      wait: result.medianWait,
    };
  }
}

const perServer = <T>(of: (name: ServerName) => T): Record<ServerName, T> => ({
  bareEcho: of('bareEcho'),
  oneCommitEach: of('oneCommitEach'),
  sharedCommits: of('sharedCommits'),
  littleMemory: of('littleMemory'),
});
