import type { Page } from 'playwright-core';

/** Errors that nobody caught on the pages of tests: web-test-runner itself passes over some of them. */
export interface PageErrors {
  watch: (page: Page) => void;
  /** The errors of one session of web-test-runner, in words. */
  ofSession: (sessionId: string) => string[];
}

/** Starts with no errors. */
export function createPageErrors(): PageErrors {
  const bySession = new Map<string, string[]>();
  return {
    watch(page) {
      page.on('pageerror', (error) => {
        const session = new URL(page.url()).searchParams.get('wtr-session-id') ?? '';
        bySession.set(session, [...(bySession.get(session) ?? []), error.stack ?? error.message]);
      });
    },
    ofSession: (sessionId) => bySession.get(sessionId) ?? [],
  };
}
