const tasks: (() => void)[] = [];

/** Does something when the test that runs has ended: the last thing asked for comes first. */
export function onTestEnd(task: () => void): void {
  tasks.push(task);
}

afterEach(() => {
  for (let task = tasks.pop(); task; task = tasks.pop()) task();
});
