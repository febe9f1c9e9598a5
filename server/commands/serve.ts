import type { Config } from '../config.ts';
import { reportFault } from '../report.ts';
import { createSignInLink } from '../review/sign-in-link.ts';
import { startService } from '../service.ts';
import type { Store } from '../store/store.ts';

/** The demo site and its editor, who signs in by the link that is printed. */
const demoKey = 'demo';

/**
 * Runs the service until it is asked to stop.
 * @param demo whether to show the demo pages and print a link to sign in by
 */
export async function serve(config: Config, demo: boolean): Promise<void> {
  const clock = () => new Date();
  const service = await startService({ config, demo, clock, report: reportFault });
  if (demo) {
    const editorId = await prepareDemo(service.store, service.url);
    const token = await createSignInLink(service.store, editorId, clock);
    console.log(`Demo: ${service.url}/demo/`);
    console.log(`Review: ${service.url}/review/sign-in?token=${token}`);
  } else {
    console.log(`Review: ${service.url}/review/`);
  }
  console.log(`API: ${service.url}/feedback/v1/openapi.json`);

  const stop = () => {
    service.stop().catch((fault: unknown) => {
      reportFault(fault);
      process.exitCode = 1;
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Registers the demo site at this address, once for each, with one editor for all of them. */
async function prepareDemo(store: Store, url: string): Promise<number> {
  const { origin, port, hostname } = new URL(url);
  const sites = await store.listSites();
  const known = sites.find((site) => site.origins.includes(origin));
  const isLoopback = hostname === '127.0.0.1' || hostname === 'localhost';
  const site =
    known ??
    (await store.addSite({
      key: `${demoKey}-${port || 'default'}`,
      name: 'Demo',
      origins: isLoopback
        ? [origin, `http://${hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${port}`]
        : [origin],
      foldWww: false,
      queryParameters: [],
    }));
  const name = `${demoKey}-${site.id}`;
  const editor = await store.findEditorByName(name);
  return editor?.id ?? (await store.addEditor({ name, siteIds: [site.id] })).id;
}
