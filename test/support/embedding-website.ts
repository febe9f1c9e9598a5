import { chromium, firefox, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Browser } from '../run/find-browsers.ts';
import { launchOptions } from '../run/launch-options.ts';
import { openFront, type Front } from './embedding-front.ts';
import { readGuide } from './embedding-guide.ts';
import { openHostSite, type HostPage, type HostSite } from './embedding-host.ts';
import { promptOn, type PromptOnPage } from './embedding-prompt.ts';
import { readDays, readResponses, type DayRow, type ResponseRow } from './stored-rows.ts';
import { startTestService } from './test-service.ts';

/** A website that embeds the prompt of a service elsewhere, and a browser to visit it with. */
export interface Website {
  front: Front;
  host: HostSite;
  /** A block of code from the guide, for the page at a path of this website. */
  guide: (language: string, containing: string, path?: string) => string;
  /** The tag that loads the prompt. */
  loader: string;
  /** A path below which a test has its pages to itself. */
  newPath: () => string;
  /** Puts a page on the website, at a path of its own unless one is given, and opens it. */
  visit: (page: HostPage & { path?: string }, options?: BrowserContextOptions) => Promise<Visit>;
  /** What is stored about the pages at and below a path. */
  stored: (path: string) => ResponseRow[];
  counts: (path: string) => DayRow[];
  /** Closes the pages that were visited. */
  leave: () => Promise<void>;
  close: () => Promise<void>;
}

export interface Visit {
  page: Page;
  /** The path of the page. */
  path: string;
  /** The page's prompt; the first one unless another is asked for. */
  prompt: (place?: number) => PromptOnPage;
  /** What the page's scripts threw and nobody caught. */
  errors: string[];
}

/** Long enough for a slow machine; a step that takes longer has failed. */
const timeLimit = 10_000;

/** Starts the service, the website and a browser. */
export async function openWebsite({ name, path }: Browser): Promise<Website> {
  const host = await openHostSite();
  const service = await startTestService({ pageOrigin: host.origin });
  const front = await openFront(service.url);
  const browser = await (name === 'Chromium' ? chromium : firefox).launch({
    ...launchOptions({ name, path }),
    // Visitors' browsers keep the pages they leave; only for tests is that switched off.
    ...(name === 'Chromium' && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  });
  let pages = 0;
  const newPath = () => `/${name.toLowerCase()}/${(pages += 1)}`;
  const below = (under: string) => (row: { address: string }) =>
    `${row.address}/`.startsWith(`${host.origin}${under}/`);

  return {
    front,
    host,
    guide: (language, containing, path = '/') =>
      readGuide(language, containing, { service: front.url, page: `${host.origin}${path}` }),
    loader: `<script src="${front.url}/widget/page-feedback.js" defer></script>`,
    newPath,
    async visit({ path = newPath(), ...shown }, options = {}) {
      const address = host.addPage(path, shown);
      const context = await browser.newContext({ locale: 'sv-SE', ...options });
      context.setDefaultTimeout(timeLimit);
      front.forget();
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => {
        // Firefox tells of what a policy blocked in the same way.
        if (!message.includes('settings blocked')) errors.push(message);
      });
      await page.goto(address);
      return { page, path, prompt: (place) => promptOn(page, place), errors };
    },
    stored: (under) => readResponses(service.database).filter(below(under)),
    counts: (under) => readDays(service.database).filter(below(under)),
    async leave() {
      for (const context of browser.contexts()) await context.close();
    },
    async close() {
      await browser.close();
      await front.close();
      await host.close();
      await service.stop();
    },
  };
}
