import type { BrowserLauncher } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import type { Browser } from './find-browsers.ts';
import { launchOptions } from './launch-options.ts';
import type { PageErrors } from './page-errors.ts';
import type { WebKit } from './webkit/find-webkit.ts';
import { startScreen } from './webkit/screen.ts';
import { createWebKitLauncher, gatherErrors } from './webkit/webkit-launcher.ts';
import type { GatheringLogger } from './widget-runner-logger.ts';

/** What the tests of the element can run in. */
export type Engine = Browser | WebKit;

/** A browser in which web-test-runner runs tests. */
export interface WidgetBrowser {
  launcher: BrowserLauncher;
  /** What each page of tests has in its head for the launcher’s sake. */
  headMarkup: string;
  close: () => Promise<void>;
}

/** Makes a browser ready; it starts with its first test. */
export async function openWidgetBrowser(
  engine: Engine,
  pageErrors: PageErrors,
  logger: GatheringLogger,
): Promise<WidgetBrowser> {
  if (engine.name !== 'WebKit') {
    const launcher = createPlaywrightLauncher(engine, pageErrors);
    return { launcher, headMarkup: '', close: () => Promise.resolve() };
  }
  const screen = await startScreen(engine.screen);
  const launcher = createWebKitLauncher({
    webkit: engine,
    screen,
    pageErrors,
    lacks: (words) => logger.warn(`WebKitGTK has no means to ${words}.`),
  });
  return {
    launcher,
    headMarkup: gatherErrors,
    async close() {
      await launcher.stop();
      await screen.stop();
    },
  };
}

function createPlaywrightLauncher(browser: Browser, pageErrors: PageErrors): BrowserLauncher {
  return playwrightLauncher({
    product: browser.name === 'Chromium' ? 'chromium' : 'firefox',
    launchOptions: launchOptions(browser),
    createPage: async ({ context }) => {
      const page = await context.newPage();
      pageErrors.watch(page);
      return page;
    },
  });
}
