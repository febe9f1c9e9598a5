import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

const main = resolve(import.meta.dirname, '../../dist/server/main.js');

/** How long a process may take to say that it is ready, or to end: a minute on a busy machine. */
const patience = 60_000;

export interface Ended {
  /** Null when a signal ended it. */
  code: number | null;
  /** What it wrote to the standard output and error streams. */
  output: string;
  errors: string;
  /** The standard output where it is no text. */
  bytes: Buffer;
}

/** The `gensvar` command at work, in a process of its own. */
export interface GensvarProcess {
  /** The process's own number; undefined when it could not be started. */
  pid: number | undefined;
  output: () => string;
  errors: () => string;
  /** The addresses the service says it has, by their names, once it has said the last of them. */
  ready: () => Promise<Record<string, string>>;
  ended: () => Promise<Ended>;
  /** Asks it to stop, and waits until it has. */
  stop: (signal?: NodeJS.Signals) => Promise<Ended>;
  /** Ends it at once, if it still runs: for the end of a test. */
  kill: () => void;
}

export interface GensvarOptions {
  /** The folder it starts in. */
  folder: string;
  /** Its configuration; it sees nothing of the test's own. */
  environment?: Record<string, string>;
  /** What Node itself is told, such as `--max-semi-space-size=2`. */
  nodeFlags?: string[];
}

/** Starts `gensvar` with the words that would follow it on a command line. */
export function startGensvar(
  words: string[],
  { folder, environment, nodeFlags = [] }: GensvarOptions,
): GensvarProcess {
  const child = spawn(process.execPath, [...nodeFlags, main, ...words], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'close') as Promise<[number | null]>;
  const said = { output: '', errors: '' };
  const chunks: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => chunks.push(bytes));
  for (const [name, stream] of [
    ['output', child.stdout],
    ['errors', child.stderr],
  ] as const) {
    const decoder = new StringDecoder('utf8');
    stream.on('data', (bytes: Buffer) => (said[name] += decoder.write(bytes)));
  }

  const ended: GensvarProcess['ended'] = async () => {
    const [code] = await within(exit, () => `It did not end. It said: ${JSON.stringify(said)}`);
    return { code, ...said, bytes: Buffer.concat(chunks) };
  };

  return {
    pid: child.pid,
    output: () => said.output,
    errors: () => said.errors,
    async ready() {
      while (!/^API: .*\n/m.test(said.output)) {
        const news = once(child.stdout, 'data').then(() => true);
        const goesOn = await within(
          Promise.race([news, exit.then(() => false)]),
          () => `It is not ready. It said: ${JSON.stringify(said)}`,
        );
        if (!goesOn) throw new Error(`It ended early. It said: ${JSON.stringify(said)}`);
      }
      const lines = said.output.trim().split('\n');
      return Object.fromEntries(
        lines.map((line) => {
          const [name = '', address = ''] = line.split(/: (.*)/);
          return [name, address];
        }),
      );
    },
    ended,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended();
    },
    kill() {
      child.kill('SIGKILL');
    },
  };
}

/** Runs a command to its end. */
export const runGensvar = (words: string[], options: GensvarOptions): Promise<Ended> =>
  startGensvar(words, options).ended();

async function within<T>(wanted: Promise<T>, complaint: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(complaint()));
    }, patience);
  });
  try {
    return await Promise.race([wanted, late]);
  } finally {
    clearTimeout(timer);
  }
}
