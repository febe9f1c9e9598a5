import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';

/** How long a program may take to end before it is killed, in milliseconds. */
const grace = 5_000;

/** A program, and what it has started itself. */
export interface ProcessGroup {
  process: ChildProcess;
  hasEnded: () => boolean;
  end: () => Promise<void>;
}

export interface ProgramOptions {
  environment: Record<string, string>;
  stdio: StdioOptions;
}

/**
 * Starts a program at the head of a group of its own, which is ended by its id: whoever
 * asks for it, at the latest when this process ends.
 * @throws Error when it cannot be started
 */
export function startGroup(
  command: string,
  words: string[],
  { environment, stdio }: ProgramOptions,
): ProcessGroup {
  const child = spawn(command, words, { env: environment, stdio, detached: true });
  // Without a listener the error would end the tests; the missing id tells the same.
  child.on('error', () => undefined);
  const id = child.pid;
  if (id === undefined) throw new Error(`${command} could not be started.`);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const endWithUs = () => signalGroup(id, 'SIGTERM');
  const leave = () => process.exit(1);
  process.on('exit', endWithUs);
  // A group of its own does not hear of Ctrl+C.
  process.on('SIGINT', leave).on('SIGTERM', leave);
  return {
    process: child,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async end() {
      signalGroup(id, 'SIGTERM');
      const timer = setTimeout(() => {
        signalGroup(id, 'SIGKILL');
      }, grace);
      await ended;
      clearTimeout(timer);
      // What the program has started may outlive it.
      signalGroup(id, 'SIGKILL');
      process.off('exit', endWithUs).off('SIGINT', leave).off('SIGTERM', leave);
    },
  };
}

function signalGroup(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-id, signal);
  } catch {
    // Nothing of the group is left.
  }
}
