import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** A server under load, in a process of its own. */
export interface TargetProcess {
  port: number;
  /** The processor time that the process has used so far, in milliseconds, all threads together. */
  processorTime: () => Promise<number>;
  /** The memory it holds, in bytes. */
  memory: () => Promise<number>;
  end: () => Promise<void>;
}

interface Measured {
  processorTime: number;
  memory: number;
}

/** Starts a file of this folder as a process, and waits until it listens. */
export function startProcess(
  file: string,
  words: string[] = [],
  environment: Record<string, string> = {},
): ChildProcess {
  return fork(resolve(import.meta.dirname, file), words, {
    env: { PATH: process.env['PATH'], ...environment },
  });
}

export async function startTarget(child: ChildProcess): Promise<TargetProcess> {
  const [port] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`A server of the bench ended early with ${String(code)}.`);
    }),
  ])) as [number];
  const ask = async (): Promise<Measured> => {
    child.send('tell');
    const [measured] = (await once(child, 'message')) as [Measured];
    return measured;
  };
  return {
    port,
    processorTime: async () => (await ask()).processorTime,
    memory: async () => (await ask()).memory,
    async end() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** In the process itself: tells the port, and then the processor time whenever asked. */
export function tellProcessorTime(port: number): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const measured: Measured = {
      processorTime: (user + system) / 1000,
      memory: process.memoryUsage.rss(),
    };
    process.send?.(measured);
  });
  process.send?.(port);
}
