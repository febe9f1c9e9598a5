import { addCounts, countsInWords, noCounts } from './test-counts.ts';
import type { TestCounts, TestResult } from './test-counts.ts';

/** A part of the tests that could not run here. */
export interface NotRun {
  title: string;
  reason: string;
}

/**
 * Prints a table of the parts, and on the last line their sum.
 * @returns the sum
 */
export function printResults(results: readonly (TestResult | NotRun)[]): TestCounts {
  const total = noCounts();
  const width = Math.max(5, ...results.map(({ title }) => title.length)) + 2;
  const row = (title: string, ...cells: string[]) =>
    title.padEnd(width) + cells.map((cell) => cell.padStart(9)).join('');
  console.log(`\n${row('Tests', 'passed', 'failed', 'skipped', 'seconds')}`);
  for (const result of results) {
    if ('reason' in result) {
      console.log(`${result.title.padEnd(width)}  not run: ${result.reason}`);
    } else {
      addCounts(total, result);
      const { title, passed, failed, skipped, seconds } = result;
      console.log(row(title, `${passed}`, `${failed}`, `${skipped}`, seconds.toFixed(1)));
    }
  }
  for (const result of results) {
    for (const file of 'unsteadyFiles' in result ? result.unsteadyFiles : []) {
      console.log(`Unsteady: ${file} (${result.title}) failed at first, and not when run again.`);
    }
  }
  console.log(`\n${countsInWords(total)}`);
  return total;
}
