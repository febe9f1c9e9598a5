import { relative } from 'node:path';
import type { TestRunnerConfig } from '@web/test-runner';

type Logger = NonNullable<TestRunnerConfig['logger']>;

/** Keeps web-test-runner to itself but for faults: the results are told in the same way for all kinds of tests. */
export function createFaultLogger(root: string): Logger {
  const quiet = () => undefined;
  return {
    log: quiet,
    debug: quiet,
    group: quiet,
    groupEnd: quiet,
    warn: (...messages) => console.warn(...messages),
    error: (...messages) => console.error(...messages),
    logSyntaxError({ filePath, line, column, message }) {
      console.error(`✖ ${relative(root, filePath)}:${line}:${column} ${message}`);
    },
  };
}
