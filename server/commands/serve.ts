import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { createLog } from '../operations/log.ts';
import { createSignInLink } from '../review/sign-in-link.ts';
import { startService } from '../service.ts';
import type { Store } from '../store/store.ts';
import type { Command } from './command.ts';

export const serveCommand: Command = {
  name: 'serve',
  usage: '[--demo]\n      run the service (--demo: with demo pages and a link to sign in)',
  run(config, args) {
    const { values } = parseArgs({ args, options: { demo: { type: 'boolean', default: false } } });
    return serve(config, values.demo);
  },
};

/**
 * Runs the service until it is asked to stop.
 * @param demo whether to show the demo pages and print a link to sign in by
 */
async function serve(config: Config, demo: boolean): Promise<void> {
  const clock = () => new Date();
  const log = createLog(config.logLevel);
  const service = await startService({
    config,
    demo,
    clock,
    report: log.fault,
    logRequest: log.request,
  });
  log.info('The service listens.', { url: service.url });
  // Before anything is printed: who reads the addresses may ask it to stop at once.
  const stop = (signal: NodeJS.Signals) => {
    log.info('The service stops.', { signal });
    service.stop().then(
      () => {
        log.info('The service has stopped.');
      },
      (fault: unknown) => {
        log.fault(fault);
        process.exitCode = 1;
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  if (demo) {
    const editorId = await prepareDemo(service.store, service.url);
    const token = await createSignInLink(service.store, editorId, clock);
    console.log(`Demo: ${service.url}/demo/`);
    console.log(`Review: ${service.url}/review/sign-in?token=${token}`);
  } else {
    console.log(`Review: ${service.url}/review/`);
  }
  console.log(`API: ${service.url}/feedback/v1/openapi.json`);
}

/**
 * Registers a demo site for this address, once, and one who signs in by the printed link:
 * an administrator, so that whoever tries the demo sees all of the review.
 */
async function prepareDemo(store: Store, url: string): Promise<number> {
  const { origin, host, port, hostname } = new URL(url);
  const name = `demo-${host.replace(/[^a-z0-9]+/g, '-')}`;
  const sites = await store.listSites();
  const site =
    sites.find((known) => known.origins.includes(origin)) ??
    (await store.addSite({
      key: name,
      name: 'Demo',
      origins: [origin, ...otherLoopback(hostname, port)],
      foldWww: false,
      queryParameters: [],
      allowedNumbers: [],
    }));
  const editor = await store.findEditorByName(name);
  if (editor) return editor.id;
  return (await store.addEditor({ name, siteIds: [site.id], role: 'administrator' })).id;
}

/** This machine has two names, and a person at it may type either. */
function otherLoopback(hostname: string, port: string): string[] {
  const names = ['127.0.0.1', 'localhost'];
  if (!names.includes(hostname)) return [];
  return names.filter((name) => name !== hostname).map((name) => `http://${name}:${port}`);
}
