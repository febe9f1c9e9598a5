import { randomUUID } from 'node:crypto';
import type { Answer } from '../../server/contract/response-schema.ts';
import { createDayOf } from '../../server/clock.ts';
import { createToken, hashToken } from '../../server/review/secret-token.ts';
import { scopes, type ApiToken, type Scope } from '../../server/store/api-tokens.ts';
import { defaultSettings } from '../../server/store/site-settings.ts';
import type { Site } from '../../server/store/store.ts';
import { aDay, createMovingClock, type MovingClock } from './moving-clock.ts';
import { startTestService, type TestService } from './test-service.ts';

/** Answers that a test lets visitors give. */
export interface Played {
  answer: Answer;
  comment?: string;
  title?: string;
  /** When, such as `2026-11-22T09:30:00Z`; the service's own time when left out. */
  at?: string;
  suspicion?: string;
  site?: Site;
}

/** The real service, for which it is noon on 22 November 2026, and a program that reads from it. */
export interface ApiReader extends MovingClock {
  service: TestService;
  /** The site `example`, at https://www.example.se, which gives open data. */
  site: Site;
  /** Lets visitors answer on a page, by its address or its path on the example site. */
  play: (page: string, ...answers: Played[]) => Promise<void>;
  /** Makes a token; for all scopes and the example site unless told. */
  createToken: (token?: Partial<ApiToken>) => Promise<string>;
  /** Asks below the API's base, with a token for everything unless told. */
  request: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** The body of what must be answered with 200. */
  read: <Body>(path: string) => Promise<Body>;
  stop: () => Promise<void>;
}

export async function startApiReader(): Promise<ApiReader> {
  const time = createMovingClock('2026-11-22T11:00:00Z');
  const service = await startTestService({ clock: time.clock });
  const { store, url } = service;
  const site = await service.addSite({
    key: 'example',
    name: 'Exempel',
    origins: ['https://www.example.se'],
    settings: { ...defaultSettings, openData: true },
  });
  const dayOf = createDayOf('Europe/Stockholm');

  const makeToken: ApiReader['createToken'] = async (wanted = {}) => {
    const token = createToken();
    const created = time.clock();
    await store.addApiToken(
      {
        siteId: site.id,
        name: randomUUID(),
        scopes: [...scopes] satisfies Scope[],
        created,
        expires: new Date(created.getTime() + aDay),
        ...wanted,
        tokenHash: hashToken(token),
      },
      { at: created, actor: 'test' },
    );
    return token;
  };
  const usual = await makeToken({ name: 'statistik' });

  const request: ApiReader['request'] = (path, headers = { authorization: `Bearer ${usual}` }) =>
    fetch(`${url}/feedback/v1${path}`, { headers });

  return {
    ...time,
    service,
    site,
    createToken: makeToken,
    async play(page, ...answers) {
      await store.appendResponses(
        answers.map(({ answer, comment, title, at, suspicion, site: other = site }) => {
          const received = at === undefined ? time.clock() : new Date(at);
          const content = { answer, comment, title, survey: 'page' as const };
          return {
            key: randomUUID(),
            siteId: other.id,
            address: new URL(page, 'https://www.example.se').href,
            received,
            day: dayOf(received),
            revisionNo: 1,
            content,
            suspicion,
          };
        }),
      );
    },
    request,
    async read<Body>(path: string) {
      const response = await request(path);
      const body = await response.text();
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body}`);
      return JSON.parse(body) as Body;
    },
    stop: () => service.stop(),
  };
}

/** The same answer many times. */
export const manyOf = (count: number, answer: Played): Played[] =>
  Array.from({ length: count }, () => answer);
