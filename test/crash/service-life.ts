import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { waitedForProcessor } from './processor-wait.ts';

const pathOf = (file: string) => resolve(import.meta.dirname, file);
const service = [pathOf('../../dist/server/main.js'), 'serve'];

/** The service as it is run, and two that acknowledge too early, as Node is told to run them. */
const programs = {
  real: service,
  /** Before anything is written. */
  careless: [pathOf('careless-service.ts')],
  /** Before what is written is on the disk. */
  hasty: ['--import', pathOf('hasty-disk.ts'), ...service],
};

export type Program = keyof typeof programs;

/** How long a start took, in milliseconds. */
export interface StartTime {
  /** From the start of the process until `/readyz` said ready. */
  ready: number;
  /** How much of it the process could not use, since others had the processor. */
  waited: number;
}

/** One process of the service, from its start to its violent end. */
export interface ServiceLife {
  /** Its address, as soon as it listens; undefined when it was killed before. */
  listening: Promise<string | undefined>;
  /** Waits until it is ready. To be called once it listens. */
  untilReady: (url: string) => Promise<StartTime>;
  /** Ends it at once, with no chance to do anything more, and waits until it is gone. */
  kill: () => Promise<void>;
  /** What it wrote to the standard error stream. */
  errors: () => string;
}

/** @param watcher a command before the program's own, which must leave it the process that is started */
export function startLife(
  program: Program,
  database: string,
  watcher: readonly string[] = [],
): ServiceLife {
  const [command = '', ...words] = [...watcher, process.execPath, ...programs[program]];
  const began = performance.now();
  const child = spawn(command, words, {
    env: { PORT: '0', GENSVAR_DATABASE: database },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Not when it exits: a watcher holds the streams until it has written down all it saw.
  const ended = once(child, 'close');
  let said = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdout.setEncoding('utf8');
  const listening = new Promise<string | undefined>((settle) => {
    child.stdout.on('data', (text: string) => {
      said += text;
      const address = /^API: (http\S+?)\/feedback/m.exec(said)?.[1];
      if (address !== undefined) settle(address);
    });
    void ended.then(() => settle(undefined));
  });
  return {
    listening,
    async untilReady(url) {
      const { ok } = await fetch(`${url}/readyz`);
      const ready = ok ? performance.now() - began : Number.POSITIVE_INFINITY;
      return { ready, waited: waitedForProcessor(child.pid) };
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    errors: () => errors,
  };
}
