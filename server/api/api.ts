import { Hono } from 'hono';
import type { Clock } from '../clock.ts';
import { asProblem } from '../http/as-problem.ts';
import { problemResponse } from '../http/problem.ts';
import type { Report } from '../operations/log.ts';
import type { Store } from '../store/store.ts';
import { serveAboutApi } from './about-api.ts';
import type { ApiSettings } from './api-settings.ts';
import { serveDocument } from './document-routes.ts';
import { createOpaqueIds } from './opaque-ids.ts';
import { serveComments } from './read-comments.ts';
import { serveCounts } from './read-counts.ts';
import { serveOpenData } from './read-open-data.ts';
import { createPeriodReader } from './read-period.ts';
import { createReadServer } from './serve-reads.ts';

export interface ApiDependencies {
  store: Store;
  clock: Clock;
  dayOf: (moment: Date) => string;
  timeZone: string;
  settings: ApiSettings;
  /** 32 random bytes that seal the keys of rows in ids. */
  idKey: Uint8Array;
  publicUrl: () => string;
  basePath: string;
  report: Report;
}

/** The read side of the API and its documentation, below `<basePath>/feedback/v1`. */
export function createApi(dependencies: ApiDependencies): Hono {
  const { store, clock, dayOf, publicUrl, basePath, report } = dependencies;
  const app = new Hono();
  const server = createReadServer(app, { store, clock, publicUrl });
  const reading = {
    store,
    ids: createOpaqueIds(dependencies.idKey),
    periods: createPeriodReader(clock, dayOf),
  };
  serveCounts(server, reading);
  serveComments(server, { ...reading, clock });
  serveOpenData(server, reading);
  serveAboutApi(server, publicUrl, basePath);
  serveDocument(app, dependencies);

  // Whoever asks an API is answered as one, whatever they accept.
  app.onError((thrown, { req }) => {
    const problem = asProblem(thrown);
    if (problem.status >= 500) report(thrown, problem.instance);
    const response = problemResponse(problem, basePath);
    // A page that reads open data may also read what went wrong.
    if (!req.header('authorization')) response.headers.set('access-control-allow-origin', '*');
    return response;
  });
  return app;
}
