import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readRows } from '../../support/stored-rows.ts';
import { generateSite, siteOrigin } from '../export/generated-site.ts';
import { startSignedInService } from '../export/signed-in-service.ts';

/** The service in a process of its own, with a page that has many answers. */
export interface MergingService {
  url: string;
  /** An address whose pages belong to the site. */
  origin: string;
  /** Merges the page into another, as an editor does, and waits until all answers are moved. */
  merge: () => Promise<void>;
  stop: () => Promise<void>;
}

/** How often it is looked whether all are moved, in milliseconds. */
const pause = 250;

/** Starts the service on a new database. */
export async function startMergingService(
  folder: string,
  answers: number,
): Promise<MergingService> {
  const database = join(folder, 'gensvar.db');
  const signIn = await generateSite(database, { rows: answers, pages: 1 });
  const service = await startSignedInService({ folder, database, nodeFlags: [] }, signIn);
  const { url, stop } = service;
  return {
    ...{ url, origin: siteOrigin, stop },
    async merge() {
      const into = `${siteOrigin}/ny/sida`;
      const { status } = await service.post('/review/pages/1/merge', { into });
      if (status !== 303) throw new Error(`The merge got ${status}.`);
      const left = 'select id from response where site_id = 1 and page_id = 1 limit 1';
      while (readRows(database, left).length > 0) await setTimeout(pause);
    },
  };
}
