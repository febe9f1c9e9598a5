import type { Page } from 'playwright-core';

/** Errors that nobody caught on the pages of tests: web-test-runner itself passes over some of them. */
export interface PageErrors {
  watch: (page: Page) => void;
  /** Adds errors, in words, that have been gathered otherwise. */
  add: (sessionId: string, errors: string[]) => void;
  /** The errors of one session of web-test-runner, in words. */
  ofSession: (sessionId: string) => string[];
}

/** Starts with no errors. */
export function createPageErrors(): PageErrors {
  const bySession = new Map<string, string[]>();
  const add: PageErrors['add'] = (session, errors) => {
    bySession.set(session, [...(bySession.get(session) ?? []), ...errors]);
  };
  return {
    add,
    watch(page) {
      page.on('pageerror', (error) => {
        const session = new URL(page.url()).searchParams.get('wtr-session-id') ?? '';
        add(session, [error.stack ?? error.message]);
      });
    },
    ofSession: (sessionId) => bySession.get(sessionId) ?? [],
  };
}
