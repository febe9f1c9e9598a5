/** One event of a trace (Trace Event Format); times are in microseconds. */
interface TraceEvent {
  name: string;
  cat: string;
  /** `X` is whole, `B` and `E` are the begin and the end of one. */
  ph: string;
  pid: number;
  tid: number;
  /** By the clock. */
  ts: number;
  /** As the thread ran. */
  tts?: number;
  dur?: number;
  tdur?: number;
}

/** What a trace must tell for `scriptTime`. */
export const traceCategories = ['devtools.timeline', 'v8.execute', 'blink.user_timing'];

/** The name of the mark in the trace from which on time is counted. */
export const startMark = 'element-start';

/**
 * Each way in which the browser enters script. The browser's own sum (`ScriptDuration`) leaves
 * microtasks out, and a `LitElement` renders in one.
 */
const entersScript =
  /^(v8\.(compileModule|evaluateModule|callFunction|callAsConstructor)|RunMicrotasks|FunctionCall)$/;

/**
 * Sums up the time that the marked thread ran in script since the mark, microtasks included.
 * @param trace as `browser.stopTracing` gives it
 * @returns milliseconds
 */
export function scriptTime(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mark = traceEvents.find(
    ({ name, cat }) => name === startMark && cat.includes('user_timing'),
  );
  if (!mark) throw new Error('The trace has no mark of the start.');
  const events = traceEvents
    .filter(({ pid, tid, ts }) => pid === mark.pid && tid === mark.tid && ts >= mark.ts)
    .filter(({ name }) => entersScript.test(name))
    .sort((a, b) => a.ts - b.ts);

  let total = 0;
  let endOfOutermost = 0;
  const begun: TraceEvent[] = [];
  for (const event of events) {
    if (event.ph === 'B') begun.push(event);
    const begin = event.ph === 'E' ? begun.pop() : undefined;
    // Only the outermost counts: what is inside it is in its time already.
    if (begun.length > 0 || event.ts < endOfOutermost) continue;
    if (begin) total += (event.tts ?? NaN) - (begin.tts ?? NaN);
    if (event.ph !== 'X') continue;
    total += event.tdur ?? 0;
    endOfOutermost = event.ts + (event.dur ?? 0);
  }
  return total / 1000;
}
