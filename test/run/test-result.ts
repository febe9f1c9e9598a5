/** What one part of the tests came to. */
export interface TestResult {
  /** What ran, for the table: `server`, `widget in Firefox`. */
  title: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
}

/** A result in which nothing has run yet. */
export function emptyResult(title: string): TestResult {
  return { title, passed: 0, failed: 0, skipped: 0, seconds: 0 };
}

/** A result that is one failure, for what broke before it could count anything. */
export function brokenResult(title: string): TestResult {
  return { ...emptyResult(title), failed: 1 };
}
