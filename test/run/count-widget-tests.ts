import { relative } from 'node:path';
import { formatError } from '@web/test-runner';
import type { TestResultError, TestSession, TestSuiteResult } from '@web/test-runner';
import { createFileReport } from './file-report.ts';
import type { FileReport } from './file-report.ts';
import type { PageErrors } from './page-errors.ts';
import { addCounts, noCounts } from './test-counts.ts';
import type { FilesResult, TestCounts } from './test-counts.ts';

/**
 * Counts the tests of a run of web-test-runner and tells about each file. A file counts
 * as failed when it does not load, does not end, throws outside its tests, or has no
 * test.
 */
export function countWidgetTests(
  sessions: Iterable<TestSession>,
  pageErrors: PageErrors,
  root: string,
): FilesResult {
  const total = noCounts();
  const failedFiles = new Map<string, TestCounts>();
  for (const session of sessions) {
    const report = createFileReport();
    if (session.testResults) addSuite(report, session.testResults, []);
    for (const error of session.errors) report.fail('the file', inWords(error));
    // An error that made a test fail is an error of the page as well: it is told once.
    if (report.counts.failed === 0) {
      for (const error of pageErrors.ofSession(session.id)) report.fail('the page', error);
      if (session.passed !== true) report.fail('the file', 'It did not run to its end.');
    }
    for (const log of session.logs) report.keepOutput(`${log.map(String).join(' ')}\n`);
    for (const address of session.request404s) report.keepOutput(`Not found: ${address}\n`);
    const counts = report.end(relative(root, session.testFile));
    addCounts(total, counts);
    if (counts.failed > 0) failedFiles.set(session.testFile, counts);
  }
  return { ...total, failedFiles };
}

/** How a test of the element tells why it does not run: see `skip-because.ts`. */
const notRun = /^(.*) \(not run: (.+)\)$/;

function addSuite(report: FileReport, { suites, tests }: TestSuiteResult, path: string[]) {
  for (const { name, passed, skipped, error } of tests) {
    const fullName = [...path, name].join(' › ');
    const [, ownName = fullName, reason = ''] = notRun.exec(fullName) ?? [];
    if (skipped) report.skip(ownName, reason);
    else if (passed) report.pass();
    else report.fail(fullName, error ? inWords(error) : 'It failed.');
  }
  for (const suite of suites) addSuite(report, suite, [...path, suite.name]);
}

/** Without a stack `formatError` would tell the message twice. */
const inWords = (error: TestResultError) => (error.stack ? formatError(error) : error.message);
