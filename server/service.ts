import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
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
    const publicUrl = () => config.publicUrl ?? `http://${hostInAddress(config.host)}:${port}`;
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
        await new Promise<void>((resolve) => {
          server.close(() => {
            resolve();
          });
          if ('closeIdleConnections' in server) server.closeIdleConnections();
        });
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The host that a browser on this machine can open when the service listens on all of them. */
function hostInAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
