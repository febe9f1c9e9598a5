import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSignInLink } from '../../../server/review/sign-in-link.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { createSqliteSink } from '../../support/fill-sqlite.ts';
import { generateResponses, originOf, usualTraffic } from '../../support/generate-responses.ts';
import { startGensvar } from '../../support/gensvar-process.ts';

/** The service in a process of its own, with many responses and an editor signed in. */
export interface ExportingService {
  url: string;
  /** An address whose pages belong to the site. */
  origin: string;
  /** Asks for a file as the form of the review does. */
  exportFile: (fields: Record<string, string>, signal?: AbortSignal) => Promise<Response>;
  /** How much memory the process has now, in bytes. */
  residentMemory: () => Promise<number>;
  /** The most it has ever had since it was started, in bytes, as the system has kept it. */
  mostResidentMemory: () => Promise<number>;
  stop: () => Promise<void>;
}

/** Fills a new database of one site. */
async function fillDatabase(file: string, rows: number): Promise<string> {
  const store = await openStore({ database: file, amendmentHours: 24 });
  const site = await store.addSite({
    ...{ key: 'site-1', name: 'Site 1', origins: [originOf(1)], foldWww: false },
    ...{ queryParameters: [], allowedNumbers: [] },
  });
  const editor = await store.addEditor({ name: 'Kim', siteIds: [site.id] });
  const token = await createSignInLink(store, editor.id, () => new Date());
  await store.close();
  const sink = createSqliteSink(file);
  await generateResponses({ ...usualTraffic, rows, siteIds: [site.id] }, sink);
  sink.end();
  return token;
}

/**
 * Makes a database of so many generated responses, on which the service can be started as it
 * is run, from its bundle: each time in a process of its own, which remembers nothing.
 * @param nodeFlags what Node itself is told, such as `--max-semi-space-size=2`
 */
export async function createExportingServices(
  folder: string,
  rows: number,
  nodeFlags: string[],
): Promise<() => Promise<ExportingService>> {
  const database = join(folder, 'gensvar.db');
  const token = await fillDatabase(database, rows);
  let cookie: string | undefined;

  return async () => {
    const child = startGensvar(['serve'], {
      folder,
      nodeFlags,
      environment: { PORT: '0', GENSVAR_DATABASE: database },
    });
    const { API = '' } = await child.ready();
    const url = new URL(API).origin;
    const post = (path: string, fields: Record<string, string>, more: RequestInit = {}) =>
      fetch(url + path, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams(fields),
        ...more,
      });
    // The link works once; who is signed in stays so.
    cookie ??= (await post('/review/sign-in', { token }, { headers: { origin: url } })).headers
      .get('set-cookie')
      ?.split(';')[0];
    const headers = { origin: url, cookie: cookie ?? '' };
    const memory = async (kind: 'VmRSS' | 'VmHWM') => {
      const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8');
      return Number(new RegExp(`^${kind}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024;
    };
    return {
      url,
      origin: originOf(1),
      exportFile: (fields, signal) =>
        post('/review/export/file', fields, { headers, ...(signal && { signal }) }),
      residentMemory: () => memory('VmRSS'),
      mostResidentMemory: () => memory('VmHWM'),
      async stop() {
        await child.stop();
      },
    };
  };
}
