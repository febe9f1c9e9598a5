import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { baseAddress } from './base-address.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts';
import type { Store } from './store/store.ts';
import { loadWords } from './words/words.ts';

const anHour = 60 * 60 * 1000;

export interface ServiceOptions {
  config: Config;
  /** Whether to show the demo pages. */
  demo: boolean;
  clock: Clock;
  report: (fault: unknown) => void;
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

/** Opens the store of a configuration. */
export const openStore = (config: Config): Promise<Store> =>
  openSqliteStore({ file: config.database, amendmentWindow: config.amendmentHours * anHour });

/**
 * Opens the database and listens.
 * @throws when the database cannot be opened, something is not built or the port is taken
 */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { config, clock, report } = options;
  const store = await openStore(config);
  try {
    let port = config.port;
    const publicUrl = () => baseAddress({ ...config, port });
    const app = await createApp({
      ...options,
      store,
      words: await loadWords(),
      publicUrl,
      widgetFolder: new URL('../dist/widget/', import.meta.url),
    });
    const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
      const starting = serve({ fetch: app.fetch, port, hostname: config.host }, (address) => {
        port = address.port;
        resolve(starting);
      });
      starting.once('error', reject);
    });

    const closeWindows = () => {
      store.closeAmendmentWindows(clock()).catch(report);
    };
    closeWindows();
    const hourly = setInterval(closeWindows, anHour);
    hourly.unref();

    return {
      url: publicUrl(),
      store,
      async stop() {
        clearInterval(hourly);
        await closeServer(server);
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Lets requests under way be answered, then ends also the connections that ask nothing. */
async function closeServer(server: ReturnType<typeof serve>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  if (!('closeAllConnections' in server)) {
    await closed;
    return;
  }
  server.closeIdleConnections();
  const lastResort = setTimeout(() => {
    server.closeAllConnections();
  }, timeToFinish);
  await closed;
  clearTimeout(lastResort);
}
