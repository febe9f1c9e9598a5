import { relative, resolve } from 'node:path';
import type { run } from 'node:test';
import { createFileReport } from './file-report.ts';
import type { FileReport } from './file-report.ts';
import { addCounts, noCounts } from './test-counts.ts';
import type { FilesResult, TestCounts } from './test-counts.ts';

/** What Node tells of where an event comes from. */
interface Located {
  /** Where the test stands: another file than the test file when tests are shared. */
  file?: string;
  /** The test file. Older versions of Node do not tell it. */
  entryFile?: string;
}

/**
 * Counts the tests of a run and tells about each file when it has ended. A file counts
 * as failed when it does not load, ends its process early or with a fault, or has no
 * test.
 */
export function countNodeTests(
  stream: ReturnType<typeof run>,
  { root, files }: { root: string; files: readonly string[] },
): { end: () => FilesResult } {
  const total = noCounts();
  const failedFiles = new Map<string, TestCounts>();
  const untold = new Set(files);
  const brokenFiles = new Set<string>();
  const reports = new Map<string, FileReport>();
  /** For each file the names of the groups and the test that are under way. */
  const paths = new Map<string, string[]>();

  const fileOf = ({ entryFile, file }: Located) => entryFile ?? file ?? root;
  const pathOf = (event: Located) => paths.get(fileOf(event)) ?? [];
  const fullNameOf = (test: Located & { nesting: number }) =>
    pathOf(test)
      .slice(0, test.nesting + 1)
      .join(' › ');
  const isFile = (test: { name: string; nesting: number }) =>
    test.nesting === 0 && files.includes(resolve(root, test.name));

  function reportOn(file: string): FileReport {
    const report = reports.get(file) ?? createFileReport();
    reports.set(file, report);
    return report;
  }

  /** @param why what the test said instead of running, if it said anything */
  function skip(test: Located & { nesting: number }, why: string | boolean) {
    reportOn(fileOf(test)).skip(fullNameOf(test), typeof why === 'string' ? why : '');
  }

  function tell(file: string) {
    const counts = reportOn(file).end(relative(root, file));
    addCounts(total, counts);
    if (counts.failed > 0) failedFiles.set(file, counts);
    reports.delete(file);
    untold.delete(file);
  }

  function failFile(file: string, fault: string) {
    if (brokenFiles.has(file)) return;
    brokenFiles.add(file);
    reportOn(file).fail('the file', fault);
    tell(file);
  }

  stream.on('test:start', (test) => {
    paths.set(fileOf(test), [...pathOf(test).slice(0, test.nesting), test.name]);
  });
  stream.on('test:pass', (test) => {
    if (isFile(test)) tell(resolve(root, test.name));
    else if (test.skip !== undefined) skip(test, test.skip);
    else if (test.todo !== undefined) skip(test, test.todo);
    else if (test.details.type !== 'suite') reportOn(fileOf(test)).pass();
  });
  stream.on('test:fail', (test) => {
    const { error, type } = test.details;
    if (isFile(test)) {
      failFile(resolve(root, test.name), 'It did not load, or its process ended with a fault.');
    } else if (test.todo !== undefined) {
      skip(test, test.todo);
    } else if (type !== 'suite' || !isAboutItsTests(error)) {
      reportOn(fileOf(test)).fail(fullNameOf(test), error.cause);
    }
  });
  stream.on('test:stdout', (event) => reportOn(fileOf(event)).keepOutput(event.message));
  stream.on('test:stderr', (event) => reportOn(fileOf(event)).keepOutput(event.message));
  stream.on('test:diagnostic', (event) => {
    if (event.file !== undefined) reportOn(fileOf(event)).keepOutput(`${event.message}\n`);
  });
  stream.on('test:summary', ({ file, success, counts }) => {
    if (file === undefined) return;
    if (!success && reportOn(file).counts.failed === 0) {
      failFile(file, 'Something went wrong outside its tests.');
    } else if (counts.tests > 0) tell(file);
  });

  return {
    end() {
      for (const file of untold) failFile(file, 'It ended before all its tests were counted.');
      // Tests that other files lend, when Node does not tell which test file ran them.
      for (const [file, { counts }] of reports) if (counts.passed + counts.failed > 0) tell(file);
      return { ...total, failedFiles };
    },
  };
}

/** A group fails with each of its tests: those have been counted already. */
function isAboutItsTests(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}
