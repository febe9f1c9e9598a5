import { resolve } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import type { TestRunnerConfig } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import type { Browser } from './find-browsers.ts';
import type { PageErrors } from './page-errors.ts';
import { createFaultLogger } from './widget-runner-logger.ts';

/** How one browser runs the tests of the element. */
export interface WidgetRunnerOptions {
  browser: Browser;
  root: string;
  files: string[];
  /** Where the tests are served, on localhost. */
  port: number;
  /** The service that the element under test sends to. */
  serviceUrl: string;
  pageErrors: PageErrors;
}

const quietChromium = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The configuration of web-test-runner. The tests and the element are served as they
 * stand, with the types taken away; tests find the service in
 * `<meta name="test-service">`.
 */
export function widgetRunnerConfig(options: WidgetRunnerOptions): TestRunnerConfig {
  const { browser, root, files, port, serviceUrl, pageErrors } = options;
  return {
    rootDir: root,
    files,
    port,
    browsers: [launcher(browser, pageErrors)],
    concurrency: 1,
    testFramework: { config: { timeout: '10000' } },
    testsFinishTimeout: 120_000,
    // The development builds of Lit warn about mistakes that the others pass over.
    nodeResolve: { exportConditions: ['development'] },
    plugins: [
      esbuildPlugin({ ts: true, target: 'es2022', tsconfig: resolve(root, 'tsconfig.json') }),
    ],
    testRunnerHtml: (framework) => `<!doctype html>
<html lang="sv">
  <head>
    <meta charset="utf-8">
    <title>Tests</title>
    <meta name="test-service" content="${serviceUrl}">
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
    filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
    logger: createFaultLogger(root),
    reporters: [],
    staticLogging: true,
  };
}

function launcher({ name, path }: Browser, pageErrors: PageErrors) {
  return playwrightLauncher({
    ...(name === 'Chromium'
      ? { product: 'chromium', launchOptions: { executablePath: path, args: quietChromium } }
      : { product: 'firefox', launchOptions: { executablePath: path, channel: 'moz-firefox' } }),
    createPage: async ({ context }) => {
      const page = await context.newPage();
      pageErrors.watch(page);
      return page;
    },
  });
}
