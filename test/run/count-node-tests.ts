import { relative, resolve } from 'node:path';
import type { run } from 'node:test';
import { describeFailure } from './describe-failure.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface FileReport extends Counts {
  failures: string[];
  /** What the file printed; told only when something failed. */
  output: string;
}

interface Ended {
  name: string;
  nesting: number;
  skip?: string | boolean | undefined;
  todo?: string | boolean | undefined;
}

const newReport = (): FileReport => ({
  passed: 0,
  failed: 0,
  skipped: 0,
  failures: [],
  output: '',
});

/**
 * Counts the tests of a run and tells about each file when it has ended. Node reports
 * file by file, also when files run at the same time. A file counts as failed when it
 * does not load, ends its process early, or has no test.
 */
export function countNodeTests(
  stream: ReturnType<typeof run>,
  { root, files }: { root: string; files: readonly string[] },
): { end: () => Counts } {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const unheard = new Set(files);
  let report = newReport();
  /** The names of the groups and the test that are under way. */
  let path: string[] = [];

  const isFile = ({ name, nesting }: Ended) => nesting === 0 && files.includes(resolve(root, name));

  function fail(name: string, error: unknown) {
    report.failed += 1;
    report.failures.push(describeFailure(name, error));
  }

  function endFile(file: string) {
    unheard.delete(file);
    if (report.passed + report.failed + report.skipped === 0) {
      fail('the file', new Error('It has no tests, or ended its process before they were counted.'));
    }
    tell(relative(root, file), report);
    total.passed += report.passed;
    total.failed += report.failed;
    total.skipped += report.skipped;
    report = newReport();
  }

  stream.on('test:start', ({ name, nesting }) => {
    path = [...path.slice(0, nesting), name];
  });
  stream.on('test:pass', (test) => {
    if (isFile(test)) endFile(resolve(root, test.name));
    else if (test.skip !== undefined || test.todo !== undefined) report.skipped += 1;
    else if (test.details.type !== 'suite') report.passed += 1;
  });
  stream.on('test:fail', (test) => {
    const { error, type } = test.details;
    if (isFile(test)) {
      fail('the file', new Error('It did not load, or its process ended with a fault.'));
      endFile(resolve(root, test.name));
    } else if (test.todo !== undefined) report.skipped += 1;
    else if (type !== 'suite' || !isAboutItsTests(error)) {
      fail(path.slice(0, test.nesting + 1).join(' › '), error.cause);
    }
  });
  const keepOutput = ({ message }: { message: string }) => {
    report.output += message;
  };
  stream.on('test:stdout', keepOutput);
  stream.on('test:stderr', keepOutput);
  stream.on('test:summary', ({ file }) => {
    if (file !== undefined) endFile(file);
  });

  return {
    end() {
      for (const file of unheard) endFile(file);
      return total;
    },
  };
}

/** A group fails with each of its tests: those have been counted already. */
function isAboutItsTests(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}

function tell(file: string, { passed, failed, skipped, failures, output }: FileReport) {
  const counts = [`${passed} passed`];
  if (failed > 0) counts.push(`${failed} failed`);
  if (skipped > 0) counts.push(`${skipped} skipped`);
  console.log(`${failed > 0 ? '✖' : '✔'} ${file}: ${counts.join(', ')}`);
  for (const failure of failures) console.log(failure);
  if (failed > 0 && output.trim() !== '') console.log(`  What it printed:\n${indent(output)}`);
}

const indent = (text: string) => text.trimEnd().replace(/^/gm, '    ');
