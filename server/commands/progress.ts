/** Tells a person at a terminal how far a long command has come, on one line of standard error. */
export interface Progress {
  step: (done: number) => void;
  end: () => void;
}

/**
 * @param what what is done, such as `Counting days`
 * @param total how many steps there are
 */
export function createProgress(what: string, total: number): Progress {
  const isTerminal = process.stderr.isTTY;
  let told = -1;
  return {
    step(done) {
      const percent = Math.floor((100 * done) / Math.max(total, 1));
      // In a log file each line stays: there every tenth part is enough.
      if (percent === told || (!isTerminal && percent % 10 !== 0)) return;
      told = percent;
      process.stderr.write(`${isTerminal ? '\r' : ''}${what}: ${done} of ${total} (${percent} %)`);
      if (!isTerminal) process.stderr.write('\n');
    },
    end() {
      if (isTerminal) process.stderr.write('\n');
    },
  };
}

/** Does something with each of a list, one after the other, and tells how far it has come. */
export async function inSteps<T>(
  what: string,
  list: T[],
  run: (item: T) => Promise<void>,
): Promise<void> {
  const progress = createProgress(what, list.length);
  for (const [position, item] of list.entries()) {
    await run(item);
    progress.step(position + 1);
  }
  progress.end();
}
