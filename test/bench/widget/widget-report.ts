import type { Spread } from '../spread.ts';
import type { FileSize } from './file-sizes.ts';
import type { LayoutShift } from './layout-shift.ts';
import type { StartComparison } from './start-comparison.ts';
import type { Traffic, TrafficOfVisit } from './traffic.ts';

/** Everything that the bench of the element measures. */
export interface WidgetMeasures {
  /** What it was measured with. */
  machine: { node: string; browser: string; cpus: number };
  files: FileSize[];
  traffic: TrafficOfVisit;
  layoutShift: LayoutShift[];
  start: StartComparison;
}

/** Tells the measures to a reader. */
export function renderReport(measures: WidgetMeasures): string {
  const { machine, files, traffic, layoutShift, start } = measures;
  const { nothing, bareLitElement, lookAlike, prompt } = start.elements;
  return [
    `Node ${machine.node}, ${machine.browser}, ${machine.cpus} processors`,
    section('Bytes of each script', [
      ['', 'raw', 'gzip 9', 'brotli 11', 'budget', ''],
      ...files.map(({ name, raw, gzip, brotli, budget }) => [
        name,
        count(raw),
        count(gzip),
        count(brotli),
        budget === null ? '–' : count(budget),
        budget === null ? '' : verdict(brotli <= budget),
      ]),
    ]),
    section('What the prompt adds to the traffic of a page', [
      ['', 'requests', 'bytes received'],
      ['before the visitor nears it', ...trafficCells(traffic.beforePromptIsNear)],
      ['when the visitor nears it', ...trafficCells(traffic.whenPromptIsNear)],
      ['when the visitor answers', ...trafficCells(traffic.whenAnswered)],
      ['to other hosts', count(traffic.elsewhere.length), ''],
    ]),
    section('Layout shift on the demo article (budget 0)', [
      ['', 'on load', 'on answer', 'when a slow comment is stored', 'within 0.5 s of an answer'],
      ...layoutShift.map((shift) => [
        `${shift.width} px`,
        shift.onLoad.toFixed(4),
        shift.onAnswer.toFixed(4),
        shift.onSlowComment.toFixed(4),
        shift.onAnswerWithForgiven.toFixed(4),
      ]),
    ]),
    section(`Start, medians of ${start.runs} runs in turn (quarters below and above)`, [
      ['', 'script, ms', 'all tasks, ms', 'heap, bytes'],
      ['nothing (what measuring costs)', ...costCells(nothing)],
      ['a bare LitElement', ...costCells(bareLitElement)],
      ['a LitElement that looks alike', ...costCells(lookAlike)],
      ['the prompt', ...costCells(prompt)],
    ]),
    section('The prompt, less what measuring costs', [
      ['', 'to a bare LitElement', 'budget', '', 'to one that looks alike'],
      [
        'script',
        times(start.ratio.toBareLitElement.script),
        times(start.budget),
        verdict(start.ratio.toBareLitElement.script <= start.budget),
        times(start.ratio.toLookAlike.script),
      ],
      [
        'all tasks',
        times(start.ratio.toBareLitElement.tasks),
        '–',
        '',
        times(start.ratio.toLookAlike.tasks),
      ],
    ]),
    `Heap that the prompt holds: ${count(start.net.prompt.heap)} bytes; a bare LitElement: ${count(start.net.bareLitElement.heap)} bytes`,
  ].join('\n\n');
}

const count = (value: number) => Math.round(value).toLocaleString('en-GB');
const times = (ratio: number) => `${ratio.toFixed(2)} ×`;
const verdict = (isWithin: boolean) => (isWithin ? 'within' : 'OVER');
const trafficCells = ({ requests, bytes }: Traffic) => [count(requests), count(bytes)];

const costCells = ({ script, tasks, heap }: Record<'script' | 'tasks' | 'heap', Spread>) => {
  const inMilliseconds = (value: number) => value.toFixed(2);
  return [
    spreadText(script, inMilliseconds),
    spreadText(tasks, inMilliseconds),
    spreadText(heap, count),
  ];
};

const spreadText = ({ median, low, high }: Spread, text: (value: number) => string) =>
  `${text(median)} (${text(low)}–${text(high)})`;

/** A heading and columns; the first stands to the left, numbers to the right. */
function section(heading: string, rows: string[][]): string {
  const widths = rows[0]?.map((_, place) =>
    Math.max(...rows.map((row) => (row[place] ?? '').length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, place) => {
        const width = widths?.[place] ?? 0;
        return place === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return [heading, ...lines].join('\n  ');
}
