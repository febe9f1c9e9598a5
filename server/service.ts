import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { baseAddress } from './base-address.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { clientPatience, type ClientPatience } from './http/client-patience.ts';
import { letGoOfUpgrade } from './http/unwanted-upgrade.ts';
import type { createWriteQueue } from './intake/write-queue.ts';
import { startHourlyJobs } from './hourly-jobs.ts';
import { createMail } from './mail/mail.ts';
import { createMailJob, startMailJobs } from './mail/mail-jobs.ts';
import { openStore } from './store/open-store.ts';
import type { Log, Report } from './operations/log.ts';
import type { Store } from './store/store.ts';
import { loadWords } from './words/words.ts';

export interface ServiceOptions {
  config: Config;
  /** Whether to show the demo pages. */
  demo: boolean;
  clock: Clock;
  report: Report;
  /** Is told of each request; absent when requests are not logged. */
  logRequest?: Log['request'];
  /** Another queue than the usual one before the store, for measuring and testing. */
  createQueue?: typeof createWriteQueue;
  /** How long a client may take, where the usual is too long. */
  patience?: ClientPatience;
}

/** How long a request under way may take when the service is asked to stop: 3 seconds. */
const timeToFinish = 3000;

/** A service that listens. */
export interface RunningService {
  /** The base address as browsers reach it, without a trailing slash. */
  url: string;
  store: Store;
  /** Takes no new requests, answers those under way, closes the database. */
  stop: () => Promise<void>;
}

/**
 * Opens the database and listens.
 * @throws when the database cannot be opened, something is not built or the port is taken
 */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { config, clock, report } = options;
  const store = await openStore(config, report);
  try {
    let port = config.port;
    const publicUrl = () => baseAddress({ ...config, port });
    const words = await loadWords();
    const { timeZone } = config;
    const mail =
      config.mail &&
      createMail({
        ...{ settings: config.mail, store, words, clock, timeZone, publicUrl, report },
        secret: await store.readSecret('mail'),
      });
    const { app, takeRawPosting } = await createApp({
      ...options,
      store,
      words,
      mail,
      publicUrl,
      widgetFolder: new URL('../dist/widget/', import.meta.url),
    });
    const answer = getRequestListener(app.fetch, { hostname: config.host });
    const server = createServer(options.patience ?? clientPatience, (incoming, outgoing) => {
      letGoOfUpgrade(incoming);
      if (!takeRawPosting(incoming, outgoing)) void answer(incoming, outgoing);
    });
    port = await listen(server, port, config.host);
    // Who has sent all and listens on is answered, also when the store takes its time.
    Object.assign(server, { httpAllowHalfOpen: true });

    const stopHourlyJobs = startHourlyJobs({ store, clock, report });
    const stopMailJobs =
      mail && startMailJobs(createMailJob({ store, mail, clock, timeZone }), report);

    return {
      url: publicUrl(),
      store,
      async stop() {
        await closeServer(server);
        await stopHourlyJobs();
        await stopMailJobs?.();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** @returns the port, which the system chooses when 0 was asked for */
function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Lets requests under way be answered, then ends also the connections that ask nothing. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const lastResort = setTimeout(() => {
    server.closeAllConnections();
  }, timeToFinish);
  await closed;
  clearTimeout(lastResort);
}
