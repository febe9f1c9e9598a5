/** Lines of a stack that are Node's own, of no use to the reader. */
const inNode = /^\s+at .*\(?node:/;

/** Tells about a failed test in a few indented lines: its name, the fault and where it is. */
export function describeFailure(name: string, fault: unknown): string {
  return `  ✖ ${name}\n${faultLines(fault)
    .map((line) => `      ${line}`.trimEnd())
    .join('\n')}\n`;
}

function faultLines(fault: unknown): string[] {
  if (!(fault instanceof Error)) return String(fault).split('\n');
  const lines = (fault.stack ?? String(fault)).split('\n').filter((line) => !inNode.test(line));
  return fault.cause === undefined ? lines : [...lines, 'Caused by:', ...faultLines(fault.cause)];
}
