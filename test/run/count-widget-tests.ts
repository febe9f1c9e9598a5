import { relative } from 'node:path';
import type { TestSession, TestSuiteResult } from '@web/test-runner';
import type { PageErrors } from './page-errors.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Counts the tests of a run of web-test-runner, and tells about each file in one line;
 * web-test-runner itself has told about the tests that failed. A file counts as failed
 * when it does not load, does not end, throws outside its tests, or has no test.
 */
export function countWidgetTests(
  sessions: Iterable<TestSession>,
  pageErrors: PageErrors,
  root: string,
): Counts {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
    if (session.testResults) addSuite(counts, session.testResults);
    const faults = counts.failed > 0 ? [] : faultsOfFile(session, counts, pageErrors);
    if (faults.length > 0) counts.failed += 1;
    const file = relative(root, session.testFile);
    console.log(`${counts.failed > 0 ? '✖' : '✔'} ${file}: ${inWords(counts)}`);
    for (const fault of faults) console.log(`  ✖ the file\n${fault.replace(/^/gm, '      ')}\n`);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  return total;
}

function addSuite(counts: Counts, { suites, tests }: TestSuiteResult) {
  for (const { passed, skipped } of tests) {
    if (skipped) counts.skipped += 1;
    else if (passed) counts.passed += 1;
    else counts.failed += 1;
  }
  for (const suite of suites) addSuite(counts, suite);
}

/** What is wrong with a file none of whose tests failed. */
function faultsOfFile(session: TestSession, counts: Counts, pageErrors: PageErrors): string[] {
  const faults = [
    ...session.errors.map((error) => error.message),
    ...pageErrors.ofSession(session.id),
  ];
  if (faults.length > 0) return faults;
  if (session.passed !== true) return ['It did not run to its end.'];
  return counts.passed + counts.skipped === 0 ? ['It has no tests.'] : [];
}

function inWords({ passed, failed, skipped }: Counts): string {
  const words = [`${passed} passed`];
  if (failed > 0) words.push(`${failed} failed`);
  if (skipped > 0) words.push(`${skipped} skipped`);
  return words.join(', ');
}
