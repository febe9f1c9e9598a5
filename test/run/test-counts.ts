export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What one part of the tests came to. */
export interface TestResult extends TestCounts {
  /** What ran: `server`, `widget in Firefox`. */
  title: string;
  seconds: number;
  /** What the files came to in which something failed, by their absolute paths. */
  failedFiles: ReadonlyMap<string, TestCounts>;
  /** Files in which something failed at first, and nothing when they ran once more. */
  unsteadyFiles: readonly string[];
}

/** What some test files came to. */
export type FilesResult = TestCounts & Pick<TestResult, 'failedFiles'>;

/** Counts in which nothing has run yet. */
export const noCounts = (): TestCounts => ({ passed: 0, failed: 0, skipped: 0 });

/** The result of a part that broke before it could count anything: one failure. */
export const brokenResult = (title: string): TestResult => ({
  ...noCounts(),
  failed: 1,
  title,
  seconds: 0,
  failedFiles: new Map(),
  unsteadyFiles: [],
});

/** Adds counts to a total, in place. */
export function addCounts(total: TestCounts, more: TestCounts): void {
  total.passed += more.passed;
  total.failed += more.failed;
  total.skipped += more.skipped;
}

/** Takes counts away from a total, in place. */
export function takeCounts(total: TestCounts, less: TestCounts): void {
  total.passed -= less.passed;
  total.failed -= less.failed;
  total.skipped -= less.skipped;
}

/** `12 passed, 0 failed`, and what was skipped if anything was. */
export function countsInWords({ passed, failed, skipped }: TestCounts): string {
  const words = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${words}, ${skipped} skipped` : words;
}
