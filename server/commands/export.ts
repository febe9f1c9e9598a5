import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { isCalendarDate } from '../contract/calendar-date.ts';
import { exportFormats, exportParts, type ExportFormat } from '../export/export-parts.ts';
import { locatePage } from '../intake/locate-page.ts';
import { createSiteRegister } from '../intake/site-register.ts';
import { openStore } from '../store/open-store.ts';
import type { Site, Store } from '../store/store.ts';
import type { Command } from './command.ts';

/** Writes out all that is stored about a site, or about one of its pages. */
export const exportCommand: Command = {
  name: 'export',
  usage: `--site KEY [--page ADDRESS] [--from 2026-01-01] [--to 2026-12-31] [--format json|csv]
      write responses with their comments to the standard output`,
  async run(config, args) {
    const { values } = parseArgs({
      args,
      options: {
        site: { type: 'string' },
        page: { type: 'string' },
        from: { type: 'string', default: '0000-01-01' },
        to: { type: 'string', default: '9999-12-31' },
        format: { type: 'string', default: 'json' },
      },
    });
    const format = readFormat(values.format);
    const days = { fromDay: readDay('from', values.from), toDay: readDay('to', values.to) };
    const store = await openStore(config);
    try {
      const site = (await store.listSites()).find(({ key }) => key === values.site);
      if (!site) throw new Error('Give the key of a site with --site.');
      const pageId =
        values.page === undefined ? undefined : await findPage(store, site, values.page);
      let responses = 0;
      const filter = { ...days, siteId: site.id, pageId };
      const parts = exportParts(store, filter, format, (count) => (responses += count));
      for await (const part of parts) {
        if (!process.stdout.write(part)) await once(process.stdout, 'drain');
      }
      await store.recordAudit({
        at: new Date(),
        actor: 'gensvar export',
        siteId: site.id,
        action: 'export',
        subject: values.page ?? null,
        detail: { responses, format, from: values.from, to: values.to },
      });
      console.error(`${responses} responses are written out.`);
    } finally {
      await store.close();
    }
  },
};

function readFormat(text: string): ExportFormat {
  const format = exportFormats.find((known) => known === text);
  if (!format) throw new Error(`--format is one of ${exportFormats.join(', ')}.`);
  return format;
}

function readDay(name: string, text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDate(text)) return text;
  throw new Error(`--${name} is a day such as 2026-11-22.`);
}

/** A page may be asked for by any spelling that the service would count it under. */
async function findPage(store: Store, site: Site, text: string): Promise<number> {
  const sites = createSiteRegister(store, () => new Date());
  const located = await locatePage(sites, text).catch(() => undefined);
  const address = located?.site.id === site.id ? located.address : undefined;
  const pageId = address === undefined ? null : await store.findPageId(site.id, address);
  if (pageId === null) throw new Error('The site has no answers about a page at that address.');
  return pageId;
}
