import { createSignInLink } from '../../../server/review/sign-in-link.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { createSqliteSink } from '../../support/fill-sqlite.ts';
import { generateResponses, originOf, usualTraffic } from '../../support/generate-responses.ts';
import type { SignIn } from './signed-in-service.ts';

/** An address whose pages belong to the generated site. */
export const siteOrigin = originOf(1);

/**
 * Fills a new database of one site, `site-1`, with generated responses.
 * @returns the way in of an editor of it
 */
export async function generateSite(
  database: string,
  traffic: { rows: number; pages?: number },
): Promise<SignIn> {
  const store = await openStore({ database, amendmentHours: 24 });
  const site = await store.addSite({
    ...{ key: 'site-1', name: 'Site 1', origins: [siteOrigin], foldWww: false },
    ...{ queryParameters: [], allowedNumbers: [] },
  });
  const editor = await store.addEditor({ name: 'Kim', siteIds: [site.id], role: 'administrator' });
  const token = await createSignInLink(store, editor.id, () => new Date());
  await store.close();
  const sink = createSqliteSink(database);
  await generateResponses({ ...usualTraffic, ...traffic, siteIds: [site.id] }, sink);
  sink.end();
  return { token };
}
