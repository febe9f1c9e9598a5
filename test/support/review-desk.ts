import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { createDayOf } from '../../server/clock.ts';
import type { Answer } from '../../server/contract/response-schema.ts';
import { createReview } from '../../server/review/review.ts';
import { createSignInLink } from '../../server/review/sign-in-link.ts';
import { createMail, type Mail } from '../../server/mail/mail.ts';
import type { ProviderSettings } from '../../server/sign-in/provider-settings.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Editor, Site, Store } from '../../server/store/store.ts';
import { loadWords } from '../../server/words/words.ts';
import { createMovingClock, type MovingClock } from './moving-clock.ts';
import { createTestDatabase } from './test-database.ts';

/** A visitor's answer, as a test plays it. */
export interface PlayedAnswer {
  answer: Answer;
  comment?: string;
  /** When it came in; the desk's own time when left out. */
  received?: Date;
}

/** The review on a real database, in the hands of an editor of one site. */
export interface ReviewDesk extends MovingClock {
  store: Store;
  site: Site;
  editor: Editor;
  /** Sends mail to the mail server of the options. */
  mail: Mail | undefined;
  /** What was reported as faults of the service's own. */
  faults: unknown[];
  /** The visitors' keys, which no page may show. */
  keys: string[];
  /** Plays visitors' answers on a page and returns the page's id. */
  play: (page: PlayedPage, answers: PlayedAnswer[]) => Promise<number>;
  /** A fresh one-time token of the editor. */
  createToken: () => Promise<string>;
  /** Signs the editor in, as every later request is. */
  signIn: (editor?: Editor) => Promise<void>;
  /** Asks as a browser that speaks Swedish; redirects are not followed. */
  request: (path: string, init?: RequestInit) => Promise<Response>;
  /** The markup of a page that must answer with 200. */
  read: (path: string, init?: RequestInit) => Promise<string>;
  close: () => Promise<void>;
}

export interface PlayedPage {
  address: string;
  title?: string;
  language?: string;
  site?: Site;
}

export interface ReviewDeskOptions {
  basePath?: string;
  secure?: boolean;
  demo?: boolean;
  publicOrigin?: string;
  provider?: ProviderSettings;
  linksOpenAtOnce?: boolean;
  /** The mail server, when the service has one. */
  smtpUrl?: string;
}

/** Opens a review for which it is noon, Greenwich time, on Sunday 22 November 2026. */
export async function openReviewDesk(options: ReviewDeskOptions = {}): Promise<ReviewDesk> {
  const { basePath = '', secure = false, demo = true, smtpUrl, ...more } = options;
  const { database, remove } = await createTestDatabase();
  const time = createMovingClock('2026-11-22T12:00:00Z');
  const { clock } = time;
  const store = await openStore({ database, amendmentHours: 24 });
  const site = await store.addSite({ ...plainSite, key: 'test', origins: [origin] });
  const editor = await store.addEditor({ name: 'Redaktör', siteIds: [site.id] });
  const timeZone = 'Europe/Stockholm';
  const dayOf = createDayOf(timeZone);
  const words = await loadWords();
  const faults: unknown[] = [];
  const mail =
    smtpUrl === undefined
      ? undefined
      : createMail({
          settings: { url: smtpUrl, from: 'Gensvar <gensvar@example.se>' },
          ...{ store, words, clock, timeZone },
          publicUrl: () => `http://localhost${basePath}`,
          secret: await store.readSecret('mail'),
          report: (fault) => faults.push(fault),
        });
  const place = { timeZone, basePath, secure, demo, mail, ...more };
  const review = createReview({ store, words, clock, dayOf, ...place });
  const app = new Hono().route(`${basePath}/review`, review);
  const keys: string[] = [];
  let cookie = '';

  const request: ReviewDesk['request'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (cookie && !headers.has('cookie')) headers.set('cookie', cookie);
    if (!headers.has('accept-language')) headers.set('accept-language', 'sv-SE,sv;q=0.9');
    return app.request(path, { ...init, headers });
  };
  const createToken = () => createSignInLink(store, editor.id, clock);

  return {
    ...time,
    store,
    site,
    editor,
    mail,
    faults,
    keys,
    createToken,
    request,
    async play(page, answers) {
      const siteId = (page.site ?? site).id;
      const responses = answers.map(({ answer, comment, received = clock() }) => {
        const key = randomUUID();
        keys.push(key);
        return {
          key,
          siteId,
          address: page.address,
          received,
          day: dayOf(received),
          revisionNo: 1,
          content: {
            answer,
            survey: 'page' as const,
            ...(comment !== undefined && { comment }),
            ...(page.title !== undefined && { title: page.title }),
            ...(page.language !== undefined && { pageLanguage: page.language }),
          },
        };
      });
      await store.appendResponses(responses);
      const pages = await store.listPages([siteId], { limit: 1000, offset: 0 });
      const id = pages.find((known) => known.address === page.address)?.id;
      if (id === undefined) throw new Error(`No page was made of ${page.address}.`);
      return id;
    },
    async signIn(who = editor) {
      const token = await createSignInLink(store, who.id, clock);
      const response = await request(`${basePath}/review/sign-in`, pressSignIn(token));
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
      if (!cookie) throw new Error(`Signing in was answered with ${response.status}.`);
    },
    async read(path, init) {
      const response = await request(path, init);
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
      return text;
    },
    async close() {
      await mail?.settled();
      await store.close();
      await remove();
    },
  };
}

const origin = 'https://www.example.se';
const plainSite = { name: 'Test', foldWww: false, queryParameters: [], allowedNumbers: [] };

/** What a browser sends when the button on the link's page is pressed. */
export const pressSignIn = (token: string): RequestInit => ({
  method: 'POST',
  headers: { 'sec-fetch-site': 'same-origin' },
  body: new URLSearchParams({ token }),
});

/** The same answer many times. */
export const times = (count: number, answer: PlayedAnswer): PlayedAnswer[] =>
  Array.from({ length: count }, () => answer);
