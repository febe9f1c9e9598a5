import { relative } from 'node:path';
import type { TestRunnerConfig } from '@web/test-runner';

type Logger = NonNullable<TestRunnerConfig['logger']>;

/** Keeps web-test-runner silent: what it says is gathered, and told with the results. */
export interface GatheringLogger extends Logger {
  /** Warnings and faults, each once. */
  faults: ReadonlySet<string>;
}

/** @param root the folder that paths are told from */
export function createGatheringLogger(root: string): GatheringLogger {
  const faults = new Set<string>();
  const gather = (...messages: unknown[]) => faults.add(messages.map(String).join(' '));
  const ignore = () => undefined;
  return {
    faults,
    log: ignore,
    debug: ignore,
    group: ignore,
    groupEnd: ignore,
    warn: gather,
    error: gather,
    logSyntaxError({ filePath, line, column, message }) {
      gather(`${relative(root, filePath)}:${line}:${column} ${message}`);
    },
  };
}
