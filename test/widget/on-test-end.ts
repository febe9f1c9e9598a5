const tasks: (() => unknown)[] = [];

/** Does something when the test that runs has ended: the last thing asked for comes first. */
export function onTestEnd(task: () => unknown): void {
  tasks.push(task);
}

/** Does now what waits for the end of the test, for tests that look at one thing after another. */
export async function tidyUp(): Promise<void> {
  for (let task = tasks.pop(); task; task = tasks.pop()) await task();
}

/** What an assertion adds to the error that it throws. */
type Comparison = Error & { actual?: unknown; expected?: unknown };

/** A value that belongs to a page, in words; any other as it is. */
function inWords(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('outerHTML' in value) return String(value.outerHTML).slice(0, 200);
  return 'nodeType' in value || 'isTrusted' in value
    ? Object.prototype.toString.call(value)
    : value;
}

afterEach(tidyUp);

// The test runner would take an element that was compared apart, and the whole page with it:
// the file of the failed test would never end.
afterEach(function () {
  const error = this.currentTest?.err as Comparison | undefined;
  if (!error) return;
  error.actual = inWords(error.actual);
  error.expected = inWords(error.expected);
});
