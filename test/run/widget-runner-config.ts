import { resolve } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import type { TestRunnerConfig, TestRunnerPlugin } from '@web/test-runner';
import type { WidgetBrowser } from './widget-browser.ts';
import type { GatheringLogger } from './widget-runner-logger.ts';

/** How one browser runs the tests of the element. */
export interface WidgetRunnerOptions {
  browser: WidgetBrowser;
  root: string;
  files: string[];
  /** Where the tests are served, on localhost. */
  port: number;
  /** The service that the element under test sends to. */
  serviceUrl: string;
  logger: GatheringLogger;
  /** Commands that the tests use, beside those of web-test-runner. */
  plugins: TestRunnerPlugin[];
}

/**
 * The configuration of web-test-runner. The tests and the element are served as they
 * stand, with the types taken away; tests find the service in
 * `<meta name="test-service">`.
 */
export function widgetRunnerConfig(options: WidgetRunnerOptions): TestRunnerConfig {
  const { browser, root, files, port, serviceUrl, logger, plugins } = options;
  return {
    rootDir: root,
    files,
    port,
    browsers: [browser.launcher],
    concurrency: 1,
    testFramework: { config: { timeout: '10000' } },
    testsFinishTimeout: 120_000,
    // The development builds of Lit warn about mistakes that the others pass over.
    nodeResolve: { exportConditions: ['development'] },
    plugins: [
      esbuildPlugin({ ts: true, target: 'es2022', tsconfig: resolve(root, 'tsconfig.json') }),
      ...plugins,
    ],
    testRunnerHtml: (framework) => `<!doctype html>
<html lang="sv">
  <head>
    <meta charset="utf-8">
    <title>Tests</title>
    <meta name="test-service" content="${serviceUrl}">
    ${browser.headMarkup}
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
    filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
    logger,
    reporters: [],
    staticLogging: true,
  };
}
