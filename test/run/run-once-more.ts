import { basename } from 'node:path';
import { addCounts, takeCounts } from './test-counts.ts';
import type { TestResult } from './test-counts.ts';

/** With more failed files than this it is no chance: they are not run again. */
const mostRunAgain = 3;

/**
 * Runs test files, and those few in which something failed once more by themselves. On a
 * busy machine a browser may miss its time without any fault in what is tested; a fault
 * fails both times. What failed only at first has been printed, and is told at the end.
 */
export async function runOnceMore(
  files: string[],
  run: (files: string[]) => Promise<TestResult>,
): Promise<TestResult> {
  const first = await run(files);
  const { failedFiles } = first;
  if (failedFiles.size === 0 || failedFiles.size > mostRunAgain) return first;

  console.log('\nOnce more, by themselves:');
  const second = await run([...failedFiles.keys()]);
  const both = { ...first, seconds: first.seconds + second.seconds };
  for (const counts of failedFiles.values()) takeCounts(both, counts);
  addCounts(both, second);
  const steady = [...failedFiles.keys()].filter((file) => !second.failedFiles.has(file));
  return {
    ...both,
    failedFiles: second.failedFiles,
    unsteadyFiles: second.failed > 0 ? [] : steady.map((file) => basename(file)),
  };
}
