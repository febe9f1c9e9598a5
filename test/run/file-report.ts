import { countsInWords, noCounts } from './test-counts.ts';
import type { TestCounts } from './test-counts.ts';

/** Gathers what happens in one test file, and tells about it when the file has ended. */
export interface FileReport {
  readonly counts: Readonly<TestCounts>;
  pass: () => void;
  /** @param reason why; a test that does not run and does not say why has failed */
  skip: (test: string, reason: string) => void;
  /** @param fault an Error, or a text that is told as it stands */
  fail: (test: string, fault: unknown) => void;
  /** Keeps what the file printed, which is told only when something failed. */
  keepOutput: (text: string) => void;
  /** Tells about the file; one without any test has failed. */
  end: (file: string) => TestCounts;
}

/** Starts a report in which nothing has happened yet. */
export function createFileReport(): FileReport {
  const counts = noCounts();
  const failures: string[] = [];
  const skipped: string[] = [];
  let output = '';

  function fail(test: string, fault: unknown) {
    counts.failed += 1;
    failures.push(`  ✖ ${test}\n${indent(faultInWords(fault))}\n`);
  }

  return {
    counts,
    pass() {
      counts.passed += 1;
    },
    skip(test, reason) {
      if (reason.trim() === '') {
        fail(test, 'It did not run, and does not say why.');
        return;
      }
      counts.skipped += 1;
      skipped.push(`  – skipped: ${test} (${reason})`);
    },
    fail,
    keepOutput(text) {
      output += text;
    },
    end(file) {
      if (counts.passed + counts.failed + counts.skipped === 0) {
        fail('the file', 'It has no tests, or ended before they were counted.');
      }
      console.log(`${counts.failed > 0 ? '✖' : '✔'} ${file}: ${countsInWords(counts)}`);
      for (const line of [...skipped, ...failures]) console.log(line);
      if (counts.failed > 0 && output.trim() !== '') {
        console.log(`  What it printed:\n${indent(output)}\n`);
      }
      return counts;
    },
  };
}

/** Lines of a stack that are Node's own, of no use to the reader. */
const inNode = /^\s+at .*\(?node:/;

function faultInWords(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const lines = (fault.stack ?? String(fault)).split('\n').filter((line) => !inNode.test(line));
  if (fault.cause !== undefined) lines.push('Caused by:', faultInWords(fault.cause));
  return lines.join('\n');
}

const indent = (text: string) => text.trimEnd().replace(/^(?=.)/gm, '      ');
