import type { TestRunnerPlugin } from '@web/test-runner';

/** How much the tests have looked at in one state of the element and one mode of the page. */
interface CellCount {
  state: string;
  mode: string;
  made: number;
  /** Why nothing could be looked at. */
  reason?: string;
}

/** Counts what the tests of the element look at, by state and mode. */
export interface CheckCounts {
  /** Takes the counts that the tests send with the command `count-checks`. */
  plugin: TestRunnerPlugin;
  /** Prints them as a table of Markdown; nothing when nothing was counted. */
  print: (title: string) => void;
}

/** Starts with nothing counted. */
export function createCheckCounts(): CheckCounts {
  const byState = new Map<string, Map<string, number>>();
  const reasons = new Set<string>();
  return {
    plugin: {
      name: 'count-checks',
      executeCommand({ command, payload }) {
        if (command !== 'count-checks') return undefined;
        const { state, mode, made, reason } = payload as CellCount;
        if (reason) reasons.add(`– ${mode}: ${reason}`);
        const row = byState.get(state) ?? new Map<string, number>();
        byState.set(state, row.set(mode, (row.get(mode) ?? 0) + made));
        return true;
      },
    },
    print(title) {
      if (byState.size === 0) return;
      console.log([`\n${title}\n`, ...table(byState), ''].join('\n'));
      for (const reason of reasons) console.log(reason);
    },
  };
}

function table(byState: Map<string, Map<string, number>>): string[] {
  const modes = [...new Set([...byState.values()].flatMap((row) => [...row.keys()]))];
  const rows = [...byState].map(([state, row]) => [
    state,
    ...modes.map((mode) => String(row.get(mode) || '–')),
  ]);
  const sums = modes.map((mode) =>
    String([...byState.values()].reduce((sum, row) => sum + (row.get(mode) ?? 0), 0)),
  );
  const lines = [['State', ...modes], ...rows, ['All', ...sums]];
  const widths = ['State', ...modes].map((_, place) =>
    Math.max(4, ...lines.map((line) => line[place]?.length ?? 0)),
  );
  const pad = (cell: string, at: number) =>
    at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0);
  const write = (cells: string[]) => `| ${cells.map(pad).join(' | ')} |`;
  const rule = widths.map((width, at) => `${'-'.repeat(at ? width - 1 : width)}${at ? ':' : ''}`);
  return [write(lines[0] ?? []), write(rule), ...lines.slice(1).map(write)];
}
