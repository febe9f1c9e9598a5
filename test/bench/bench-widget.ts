/**
 * Measures what the prompt costs a page: `npm run bench:widget`, with `-- --json` as one
 * JSON object. It tells, and never fails for what it finds: times differ from machine to
 * machine, so they are told as ratios within one run.
 */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowsers } from '../run/find-browsers.ts';
import { launchOptions } from '../run/launch-options.ts';
import { startTestService } from '../support/test-service.ts';
import { measureFileSizes } from './widget/file-sizes.ts';
import { measureLayoutShift } from './widget/layout-shift.ts';
import { compareStarts } from './widget/start-comparison.ts';
import { measureTraffic } from './widget/traffic.ts';
import { renderReport, type WidgetMeasures } from './widget/widget-report.ts';

const root = resolve(import.meta.dirname, '../..');

async function measureWidget(): Promise<WidgetMeasures> {
  const found = findBrowsers(process.env).find(({ name }) => name === 'Chromium');
  if (!found) throw new Error('This bench needs Chromium: install it or set CHROMIUM_PATH.');
  const files = measureFileSizes(resolve(root, 'dist/widget'));
  const service = await startTestService();
  const browser = await chromium.launch(launchOptions(found));
  try {
    return {
      machine: {
        node: process.version,
        browser: found.version,
        cpus: availableParallelism(),
      },
      files,
      traffic: await measureTraffic(browser, service.url),
      layoutShift: await measureLayoutShift(browser, service.url),
      start: await compareStarts(browser, root),
    };
  } finally {
    await browser.close();
    await service.stop();
  }
}

const measures = await measureWidget();
console.log(
  process.argv.includes('--json') ? JSON.stringify(measures, null, 2) : renderReport(measures),
);
