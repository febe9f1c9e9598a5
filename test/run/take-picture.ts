import type { BrowserLauncher, TestRunnerPlugin } from '@web/test-runner';

/** A page that can be drawn, as a PNG. */
interface Picturable {
  screenshot: () => Promise<Buffer>;
}

type WithPages = BrowserLauncher & { getPage: (sessionId: string) => Picturable };

const hasPages = (browser: BrowserLauncher): browser is WithPages => 'getPage' in browser;

/** Lets tests see the page as the visitor does: the command `take-picture` gives a PNG as base64. */
export const takePicture: TestRunnerPlugin = {
  name: 'take-picture',
  async executeCommand({ command, session }) {
    if (command !== 'take-picture') return undefined;
    if (!hasPages(session.browser)) throw new Error('This browser shows no pages.');
    const picture = await session.browser.getPage(session.id).screenshot();
    return picture.toString('base64');
  },
};
