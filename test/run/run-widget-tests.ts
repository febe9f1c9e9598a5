import { createServer } from 'node:net';
import { startTestRunner } from '@web/test-runner';
import { startTestService } from '../support/test-service.ts';
import { countWidgetTests } from './count-widget-tests.ts';
import type { Browser } from './find-browsers.ts';
import { createPageErrors } from './page-errors.ts';
import { brokenResult } from './test-counts.ts';
import type { TestResult } from './test-counts.ts';
import { widgetRunnerConfig } from './widget-runner-config.ts';
import { createGatheringLogger } from './widget-runner-logger.ts';

/** Runs the tests of the element in one real browser, with the real service beside it. */
export async function runWidgetTests(
  browser: Browser,
  { root, files }: { root: string; files: string[] },
): Promise<TestResult> {
  const title = `widget in ${browser.name}`;
  const startedAt = performance.now();
  const port = await freePort();
  const service = await startTestService({ pageOrigin: `http://localhost:${port}` });
  try {
    const pageErrors = createPageErrors();
    const logger = createGatheringLogger(root);
    const runner = await startTestRunner({
      config: widgetRunnerConfig({
        browser,
        root,
        files,
        port,
        serviceUrl: service.url,
        pageErrors,
        logger,
      }),
      readCliArgs: false,
      readFileConfig: false,
      autoExitProcess: false,
    });
    if (!runner) return brokenResult(title);
    if (!runner.stopped) await new Promise((stopped) => runner.on('stopped', stopped));
    for (const fault of logger.faults) console.log(fault);
    const counts = countWidgetTests(runner.sessions.all(), pageErrors, root);
    return { title, ...counts, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    await service.stop();
  }
}

/** A port that nothing listens on: the service must know the origin of the pages before they are served. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
