import assert from 'node:assert/strict';
import { after, afterEach, before, describe } from 'node:test';
import {
  chromium,
  firefox,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Request,
} from 'playwright-core';
import { browserNames, places, type BrowserName } from '../run/find-browsers.ts';
import { launchOptions } from '../run/launch-options.ts';
import { startTestService, type TestService, type TestServiceOptions } from './test-service.ts';

/** A person's browser: a window, with nothing in it from before. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the browser's console told as an error, and what no script caught. */
  faults: string[];
  /** Everything that the browser asked for. */
  requests: Request[];
}

/** The real service and a real browser, for the tests of one journey. */
export interface Journey {
  service: () => TestService;
  /** Opens a window until the test ends. Without a choice, the person reads Swedish. */
  visit: (options?: BrowserContextOptions) => Promise<Visit>;
  /** A window in which the editor has signed in. */
  signIn: (options?: BrowserContextOptions) => Promise<Visit>;
}

const isScript = ({ pathname }: URL) => pathname.endsWith('.js');

/** How long a person waits for what shall come, in milliseconds. */
const patience = 10_000;

export const allBrowsers: readonly BrowserName[] = browserNames;

/**
 * Describes a journey in each of some browsers. The test command says in the
 * environment where they are, and tells of those that are not there.
 * @param options how the service is started
 */
export function describeJourney(
  title: string,
  browsers: readonly BrowserName[],
  define: (journey: Journey) => void,
  options: TestServiceOptions = {},
): void {
  for (const name of browsers) {
    const path = process.env[places[name].variable];
    describe(`${title}, in ${name}`, { skip: !path && `${name} is not here` }, () => {
      let running: { service: TestService; browser: Browser } | undefined;
      const contexts: BrowserContext[] = [];
      const here = () => {
        if (!running) throw new Error('The journey has not begun.');
        return running;
      };

      before(async () => {
        const service = await startTestService(options);
        const engine = name === 'Chromium' ? chromium : firefox;
        const browser = await engine.launch(launchOptions({ name, path: path ?? '' }));
        running = { service, browser };
      });
      afterEach(async () => {
        for (const context of contexts.splice(0)) await context.close();
        assert.deepEqual(here().service.faults, []);
      });
      after(async () => {
        await running?.browser.close();
        await running?.service.stop();
      });

      async function visit(window: BrowserContextOptions = {}): Promise<Visit> {
        const context = await here().browser.newContext({ locale: 'sv-SE', ...window });
        context.setDefaultTimeout(patience);
        // Not every browser can be told to run no script: to fetch none is the same here.
        if (window.javaScriptEnabled === false) {
          await context.route(isScript, (route) => route.abort());
        }
        contexts.push(context);
        const page = await context.newPage();
        const visited: Visit = { page, context, faults: [], requests: [] };
        page.on('request', (request) => visited.requests.push(request));
        page.on('pageerror', (error) => visited.faults.push(String(error)));
        page.on('console', (message) => {
          if (message.type() === 'error') visited.faults.push(message.text());
        });
        return visited;
      }

      define({
        service: () => here().service,
        visit,
        async signIn(window) {
          const visited = await visit(window);
          await visited.page.goto(await here().service.signInLink());
          return visited;
        },
      });
    });
  }
}
