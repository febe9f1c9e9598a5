import type { Browser, Page } from 'playwright-core';

/** A visitor on the Swedish article of the demo. */
export interface DemoVisit {
  page: Page;
  /** Scrolls until the prompt is in the middle of the window. */
  scrollToPrompt: () => Promise<void>;
  /** Scrolls there, and waits until the element shows itself. */
  nearPrompt: () => Promise<void>;
  /** Presses yes, and waits until the service has stored the answer. */
  answer: () => Promise<void>;
  /** Writes a comment and sends it, and waits until the service has stored it. */
  comment: () => Promise<void>;
  end: () => Promise<void>;
}

/**
 * Opens a browser window on nothing yet; its storage is its own.
 * @param width of the window, in pixels
 */
export async function startVisit(browser: Browser, width: number): Promise<DemoVisit> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const prompt = page.locator('page-feedback');
  /** Waits until the browser has shown what it has. */
  const settle = () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            setTimeout(resolve);
          });
        }),
    );
  const scrollToPrompt = async () => {
    await prompt.evaluate((element) => {
      element.scrollIntoView({ block: 'center' });
    });
    await settle();
  };
  /** Fulfilled when the element tells of what the service has stored. */
  const told = (type: 'feedback-answered' | 'feedback-submitted') =>
    prompt.evaluate(
      (element, awaited) =>
        new Promise<void>((resolve, reject) => {
          element.addEventListener(awaited, () => {
            resolve();
          });
          element.addEventListener('feedback-failed', () => {
            reject(new Error('The service did not store it.'));
          });
        }),
      type,
    );
  return {
    page,
    scrollToPrompt,
    async nearPrompt() {
      await scrollToPrompt();
      await page.waitForFunction(() =>
        document.querySelector('page-feedback')?.shadowRoot?.querySelector('button'),
      );
      await settle();
    },
    async answer() {
      const press = () => prompt.locator('button[part=answer][value=yes]').click();
      await Promise.all([told('feedback-answered'), press()]);
      await settle();
    },
    async comment() {
      await prompt.locator('textarea').fill('Det stod tydligt vad man ska göra.');
      const press = () => prompt.locator('button[type=submit]').click();
      await Promise.all([told('feedback-submitted'), press()]);
      await settle();
    },
    end: () => context.close(),
  };
}
