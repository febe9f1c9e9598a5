import { run } from 'node:test';
import { countNodeTests } from './count-node-tests.ts';
import type { TestResult } from './test-counts.ts';

/** How tests in Node run. */
export interface NodeTestOptions {
  title: string;
  /** The project's folder, which the tests run in. */
  root: string;
  /** Absolute paths. */
  files: string[];
  /** How many files run at the same time. */
  concurrency: number;
  /** After how many milliseconds a test has failed. */
  timeout: number;
}

/** Runs test files of node:test, each in a process of its own. */
export async function runNodeTests(options: NodeTestOptions): Promise<TestResult> {
  const { title, root, files, concurrency, timeout } = options;
  const startedAt = performance.now();
  const stream = run({
    cwd: root,
    files,
    concurrency,
    timeout,
    execArgv: ['--import', import.meta.resolve('./watch-test-process.ts')],
  });
  const counter = countNodeTests(stream, { root, files });
  await new Promise((ended, broken) => stream.on('end', ended).on('error', broken).resume());
  const seconds = (performance.now() - startedAt) / 1000;
  return { title, ...counter.end(), seconds, unsteadyFiles: [] };
}
