import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../listening/wait-until.ts';

/** A program to start. */
export interface Program {
  /** What it is called in messages, and what its log is named after. */
  name: string;
  command: string;
  words: string[];
  environment: Record<string, string>;
  /** Whether the harness reads its output and descriptor 3, or else only its log does. */
  readsOutput?: boolean;
  /** It would take its time, and has nothing to save. */
  endsAtOnce?: boolean;
}

/** A program that runs. */
export interface Running {
  name: string;
  id: number;
  process: ChildProcess;
  /** Whether it has ended by itself. */
  hasEnded: () => boolean;
  end: () => Promise<void>;
}

/** The programs of one run. */
export interface Processes {
  start: (program: Program) => Running;
  endAll: () => Promise<void>;
  /** The last lines of every log that has any. */
  logTails: () => string;
}

/** How long a program may take to end before it is killed, in milliseconds. */
const grace = 5_000;
const tailLength = 8;

/**
 * Starts programs and ends them again, each by its own id. Each leads a group of
 * its own, so that what it has started ends with it.
 * @param folder where the logs are written
 */
export function createProcesses(folder: string): Processes {
  const running = new Set<Running>();
  const names = new Set<string>();
  const logOf = (name: string) => join(folder, `${name}.log`);

  const start: Processes['start'] = (program) => {
    const { name, command, words, environment } = program;
    const log = openSync(logOf(name), 'a');
    const stdio: StdioOptions = program.readsOutput
      ? ['ignore', 'pipe', log, 'pipe']
      : ['ignore', log, log];
    const child = spawn(command, words, { env: environment, stdio, detached: true, cwd: folder });
    closeSync(log);
    // Without a listener the error would end the harness; the missing id tells the same.
    child.on('error', () => undefined);
    const id = child.pid;
    if (id === undefined) throw new Error(`${name} (${command}) could not be started.`);
    const started: Running = {
      name,
      id,
      process: child,
      hasEnded: () => child.exitCode !== null || child.signalCode !== null,
      async end() {
        signalGroup(id, program.endsAtOnce ? 'SIGKILL' : 'SIGTERM');
        if (!(await waitUntil(() => !signalGroup(id, 0), grace))) {
          signalGroup(id, 'SIGKILL');
          await waitUntil(() => !signalGroup(id, 0), grace);
        }
        running.delete(started);
      },
    };
    names.add(name);
    running.add(started);
    return started;
  };

  return {
    start,
    async endAll() {
      await Promise.all([...running].toReversed().map((one) => one.end()));
    },
    logTails() {
      const tails = [...names].map((name) => [name, tail(readFileSync(logOf(name), 'utf8'))]);
      return tails.flatMap(([name, lines]) => (lines ? `--- ${name}\n${lines}` : [])).join('\n');
    },
  };
}

const tail = (text: string) => text.trimEnd().split('\n').slice(-tailLength).join('\n');

/** @returns whether anything of the group is left */
function signalGroup(id: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-id, signal);
  } catch {
    return false;
  }
}
