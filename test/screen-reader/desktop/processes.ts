import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from './wait-until.ts';

/** A program to start. */
export interface Program {
  /** What it is called in messages, and what its log is named after. */
  name: string;
  command: string;
  words: string[];
  environment: Record<string, string>;
  /** Whether the harness reads what it prints, or else its log does. */
  readsOutput?: boolean;
}

/** A program that runs. */
export interface Running {
  name: string;
  id: number;
  process: ChildProcess;
  /** Whether it has ended by itself. */
  hasEnded: () => boolean;
}

/** The programs of one run. */
export interface Processes {
  start: (program: Program) => Running;
  /** Ends one program with what it has started, and waits until it is gone. */
  end: (running: Running) => Promise<void>;
  /** Ends every program, the last started first. */
  endAll: () => Promise<void>;
  /** The last lines of every program's log. */
  logTails: () => string;
}

/** How long a program may take to end before it is killed, in milliseconds. */
const grace = 3_000;
const tailLength = 8;

/**
 * Starts programs and ends them again, each by its own id. Each leads a group of
 * its own, so that what it has started ends with it.
 * @param folder where the logs are written
 */
export function createProcesses(folder: string): Processes {
  const all: Running[] = [];
  const names = new Set<string>();
  const logOf = (name: string) => join(folder, `${name}.log`);

  const start: Processes['start'] = ({ name, command, words, environment, readsOutput }) => {
    const log = openSync(logOf(name), 'a');
    const stdio: StdioOptions = readsOutput ? ['ignore', 'pipe', log, 'pipe'] : ['ignore', log, log];
    const child = spawn(command, words, { env: environment, stdio, detached: true, cwd: folder });
    closeSync(log);
    // Without a listener the error would end the harness; the id tells the same.
    child.on('error', () => undefined);
    if (child.pid === undefined) throw new Error(`${name} (${command}) could not be started.`);
    const running: Running = {
      name,
      id: child.pid,
      process: child,
      hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    };
    names.add(name);
    all.push(running);
    return running;
  };

  const end: Processes['end'] = async ({ id }) => {
    signalGroup(id, 'SIGTERM');
    if (await waitUntil(() => !groupRuns(id), grace)) return;
    signalGroup(id, 'SIGKILL');
    await waitUntil(() => !groupRuns(id), grace);
  };

  return {
    start,
    end,
    async endAll() {
      for (const running of all.splice(0).reverse()) await end(running);
    },
    logTails: () =>
      [...names].map((name) => `--- ${name}\n${tail(readFileSync(logOf(name), 'utf8'))}`).join('\n'),
  };
}

const tail = (text: string) => text.trimEnd().split('\n').slice(-tailLength).join('\n');

function signalGroup(id: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-id, signal);
  } catch {
    // Nothing of the group is left.
    return false;
  }
}

const groupRuns = (id: number) => signalGroup(id, 0);
