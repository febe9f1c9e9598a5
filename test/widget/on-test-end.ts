const tasks: (() => unknown)[] = [];

/** Does something when the test that runs has ended: the last thing asked for comes first. */
export function onTestEnd(task: () => unknown): void {
  tasks.push(task);
}

/** Does now what waits for the end of the test, for tests that look at one thing after another. */
export async function tidyUp(): Promise<void> {
  for (let task = tasks.pop(); task; task = tasks.pop()) await task();
}

afterEach(tidyUp);
