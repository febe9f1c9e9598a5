import { readConfig } from '../../server/config.ts';
import type { Clock } from '../../server/clock.ts';
import type { ClientPatience } from '../../server/http/client-patience.ts';
import { createSignInLink } from '../../server/review/sign-in-link.ts';
import { startService } from '../../server/service.ts';
import type { Editor, NewSite, Site, Store } from '../../server/store/store.ts';
import { trustingSettings } from './trusting-settings.ts';
import { createTestDatabase } from './test-database.ts';

export interface TestServiceOptions {
  /** An origin whose pages, beside the service's own, belong to the test site. */
  pageOrigin?: string;
  /** Tells the time in place of the system's clock. */
  clock?: Clock;
  /** More configuration, as environment variables. */
  environment?: Record<string, string>;
  /** How long a client may take. */
  patience?: ClientPatience;
}

/** The real service, with a database and a port of its own. */
export interface TestService {
  url: string;
  store: Store;
  /** Has the service's own origin, for the demo pages, and the page origin. */
  site: Site;
  /** An editor of the test site. */
  editor: Editor;
  /** The database's file or address. */
  database: string;
  addSite: (site: Partial<NewSite> & Pick<NewSite, 'origins'>) => Promise<Site>;
  /** A fresh one-time link that signs the editor in. */
  signInLink: () => Promise<string>;
  /** What the service reported as faults of its own. */
  faults: unknown[];
  stop: () => Promise<void>;
}

/** Starts the service as it is run, on a free port of this machine. */
export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const { database, remove } = await createTestDatabase();
  const clock = options.clock ?? (() => new Date());
  const faults: unknown[] = [];
  const config = readConfig({ PORT: '0', GENSVAR_DATABASE: database, ...options.environment });
  const service = await startService({
    config,
    demo: true,
    clock,
    report: (fault) => faults.push(fault),
    ...(options.patience && { patience: options.patience }),
  });
  const { store, url } = service;
  const addSite: TestService['addSite'] = (site) =>
    store.addSite({
      key: 'test',
      name: 'Test',
      foldWww: false,
      queryParameters: [],
      allowedNumbers: [],
      settings: trustingSettings,
      ...site,
    });
  const { pageOrigin } = options;
  const site = await addSite({ origins: pageOrigin ? [url, pageOrigin] : [url] });
  const editor = await store.addEditor({ name: 'editor', siteIds: [site.id] });
  return {
    url,
    store,
    site,
    editor,
    database,
    addSite,
    async signInLink() {
      const token = await createSignInLink(store, editor.id, clock);
      return `${url}/review/sign-in?token=${token}`;
    },
    faults,
    async stop() {
      // Without it the process could end, and count as passed, while connections still close.
      const alive = setInterval(() => {}, 1000);
      try {
        await service.stop();
        await remove();
      } finally {
        clearInterval(alive);
      }
    },
  };
}
