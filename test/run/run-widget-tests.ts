import { startTestRunner } from '@web/test-runner';
import type { TestSession } from '@web/test-runner';
import { startTestService } from '../support/test-service.ts';
import { createCheckCounts } from './count-checks.ts';
import { countWidgetTests } from './count-widget-tests.ts';
import { freePort } from './free-port.ts';
import { createPageErrors } from './page-errors.ts';
import { takePicture } from './take-picture.ts';
import type { TestResult } from './test-counts.ts';
import { openWidgetBrowser } from './widget-browser.ts';
import type { Engine } from './widget-browser.ts';
import { widgetRunnerConfig } from './widget-runner-config.ts';
import type { WidgetRunnerOptions } from './widget-runner-config.ts';
import { createGatheringLogger } from './widget-runner-logger.ts';

/** Runs the tests of the element in one real browser, with the real service beside it. */
export async function runWidgetTests(
  engine: Engine,
  { root, files }: { root: string; files: string[] },
): Promise<TestResult> {
  const startedAt = performance.now();
  const pageErrors = createPageErrors();
  const logger = createGatheringLogger(root);
  const checkCounts = createCheckCounts();
  const browser = await openWidgetBrowser(engine, pageErrors, logger);
  try {
    const plugins = [checkCounts.plugin, takePicture];
    const sessions = await runSessions({ browser, root, files, logger, plugins });
    console.log(`\nwidget in ${engine.version}`);
    for (const fault of logger.faults) console.log(fault);
    const counts = countWidgetTests(sessions, pageErrors, root);
    checkCounts.print(`What was checked in ${engine.name}, by state and mode:`);
    const seconds = (performance.now() - startedAt) / 1000;
    return { title: `widget in ${engine.name}`, ...counts, seconds, unsteadyFiles: [] };
  } finally {
    await browser.close();
  }
}

/** @throws Error when web-test-runner does not start; why has been logged */
async function runSessions(
  options: Omit<WidgetRunnerOptions, 'port' | 'serviceUrl'>,
): Promise<TestSession[]> {
  const port = await freePort();
  const service = await startTestService({ pageOrigin: `http://localhost:${port}` });
  try {
    const runner = await startTestRunner({
      config: widgetRunnerConfig({ ...options, port, serviceUrl: service.url }),
      readCliArgs: false,
      readFileConfig: false,
      autoExitProcess: false,
    });
    if (!runner) throw new Error('web-test-runner did not start.');
    if (!runner.stopped) await new Promise((stopped) => runner.on('stopped', stopped));
    return [...runner.sessions.all()];
  } finally {
    await service.stop();
  }
}
