import type { BrowserLauncher } from '@web/test-runner';
import type { PageErrors } from '../page-errors.ts';
import { createCommandPage } from './command-page.ts';
import type { CommandPage } from './command-page.ts';
import { startDriverSession } from './driver-session.ts';
import type { DriverSession } from './driver-session.ts';
import type { WebKit } from './find-webkit.ts';
import type { Screen } from './screen.ts';

export interface WebKitLauncherOptions {
  webkit: WebKit;
  screen: Screen;
  pageErrors: PageErrors;
  /** Told, in words, what this browser has no means for. */
  lacks: (words: string) => void;
}

export interface WebKitLauncher extends BrowserLauncher {
  /** Where the commands of web-test-runner find what they work on. */
  getPage: (sessionId: string) => CommandPage;
  stop: () => Promise<void>;
}

/** Lets web-test-runner run each test file in a WebKitGTK of its own. */
export function createWebKitLauncher(options: WebKitLauncherOptions): WebKitLauncher {
  const { webkit, screen, pageErrors, lacks } = options;
  const sessions = new Map<string, DriverSession>();

  function find(sessionId: string): DriverSession {
    const session = sessions.get(sessionId);
    if (!session) throw new Error(`There is no browser for session ${sessionId}.`);
    return session;
  }

  async function end(sessionId: string): Promise<void> {
    const session = sessions.get(sessionId);
    sessions.delete(sessionId);
    await session?.end();
  }

  return {
    name: webkit.name,
    // The commands speak to launchers of types that they know: see CommandPage.
    type: 'playwright',
    // Only one window has the focus.
    concurrency: 1,
    getPage: (sessionId) => createCommandPage(find(sessionId), lacks),
    async startSession(sessionId, address) {
      const session = await startDriverSession(webkit, screen.environment);
      sessions.set(sessionId, session);
      await createCommandPage(session, lacks).setViewportSize({ width: 800, height: 600 });
      await session.open(address);
    },
    isActive: (sessionId) => sessions.has(sessionId),
    getBrowserUrl: (sessionId) => find(sessionId).address(),
    async stopSession(sessionId) {
      try {
        const errors = await find(sessionId).run('return window.uncaughtErrors ?? []');
        pageErrors.add(sessionId, errors as string[]);
      } finally {
        await end(sessionId);
      }
      return {};
    },
    async stop() {
      await Promise.all([...sessions.keys()].map(end));
    },
    startDebugSession() {
      throw new Error('WebKitGTK is only for runs without debugging.');
    },
  };
}

/** Gathers on the page what WebDriver does not tell: the errors that nobody caught, frames left out. */
export const gatherErrors = `<script>
  {
    window.uncaughtErrors = [];
    const gather = (error) => window.uncaughtErrors.push(error + '\\n' + (error?.stack ?? ''));
    addEventListener('error', (event) => gather(event.error ?? event.message));
    addEventListener('unhandledrejection', (event) => gather(event.reason));
  }
</script>`;
