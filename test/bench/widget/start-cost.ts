import type { Browser, CDPSession } from 'playwright-core';
import { scriptTime, startMark, traceCategories } from './script-time.ts';

/** What one start of an element cost a page. */
export interface StartCost {
  /** Time of the main thread in script, microtasks included, in milliseconds. */
  script: number;
  /** Time of the main thread in all tasks: script, style, layout and paint; in milliseconds. */
  tasks: number;
  /** What the JavaScript heap holds more than before, when what is no longer needed is gone; in bytes. */
  heap: number;
}

const origin = 'http://localhost';

const html = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Page</title>
  <h1>Page</h1><p>Text.</p><page-feedback></page-feedback></html>`;

/**
 * Starts an element on an empty page in a fresh context, and measures from its import to
 * the second frame after it. Times are those that the thread ran, not those of the clock:
 * what else the machine does counts for little, so the processor need not be slowed down.
 * @param script a module that puts a root into `<page-feedback>`
 */
export async function measureStart(browser: Browser, script: string): Promise<StartCost> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(`${origin}/**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script })
      : route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await page.goto(`${origin}/`);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(frames);
  await session.send('HeapProfiler.collectGarbage');
  await browser.startTracing(page, { categories: traceCategories });
  const before = await readMetrics(session);
  await page.evaluate(startElement, { address: `${origin}/element.js`, mark: startMark });
  const after = await readMetrics(session);
  const trace = await browser.stopTracing();
  await session.send('HeapProfiler.collectGarbage');
  const kept = await readMetrics(session);
  await context.close();
  return {
    script: scriptTime(trace),
    tasks: 1000 * (after('TaskDuration') - before('TaskDuration')),
    heap: kept('JSHeapUsedSize') - before('JSHeapUsedSize'),
  };
}

async function readMetrics(session: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
}

/** Runs in the page: two frames. */
const frames = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
  });

/** Runs in the page: imports the element, and waits for two frames. */
async function startElement({ address, mark }: Record<'address' | 'mark', string>): Promise<void> {
  performance.mark(mark);
  await import(address);
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
  const { shadowRoot } = document.querySelector('page-feedback') ?? {};
  if (!shadowRoot?.textContent) throw new Error('The element has not shown itself.');
}
