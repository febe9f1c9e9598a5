import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { createDayOf } from '../clock.ts';
import { isCalendarDate } from '../contract/calendar-date.ts';
import { chooseScope, type ScopeWish } from '../export/choose-scope.ts';
import { separators } from '../export/csv.ts';
import { exportFile, exportFormats, exportTable, type FileChoice } from '../export/export-file.ts';
import { exportContents } from '../export/export-table.ts';
import { contractVoice } from '../export/export-voice.ts';
import { createLocalTime } from '../export/local-time.ts';
import { loggedParts } from '../export/logged-file.ts';
import { createSiteRegister } from '../intake/site-register.ts';
import { openStore } from '../store/open-store.ts';
import type { ExportFilter } from '../store/exports.ts';
import type { Site, Store } from '../store/store.ts';
import type { Command } from './command.ts';

/** Writes out all that is stored about a site, a section of it or one of its pages. */
export const exportCommand: Command = {
  name: 'export',
  usage: `--site KEY [--page ADDRESS | --section PATH] [--from 2026-01-01] [--to 2026-12-31]
      [--content responses|counts] [--format json|jsonl|csv|xlsx] [--separator , | ;] [--bom]
      write responses with their comments, or counts, to the standard output`,
  async run(config, args) {
    const { values } = parseArgs({
      args,
      options: {
        site: { type: 'string' },
        page: { type: 'string' },
        section: { type: 'string' },
        from: { type: 'string', default: '' },
        to: { type: 'string', default: '' },
        content: { type: 'string', default: 'responses' },
        format: { type: 'string', default: 'json' },
        separator: { type: 'string', default: ',' },
        bom: { type: 'boolean', default: false },
      },
    });
    const content = oneOf('content', exportContents, values.content);
    const choice: FileChoice = {
      format: oneOf('format', exportFormats, values.format),
      separator: oneOf('separator', separators, values.separator),
      byteOrderMark: values.bom,
      voice: contractVoice,
      localTime: createLocalTime(config.timeZone),
    };
    const wish = readWish(values);
    const store = await openStore(config);
    try {
      const site = (await store.listSites()).find(({ key }) => key === values.site);
      if (!site) throw new Error('Give the key of a site with --site.');
      const filter = await findFilter(store, site, wish, createDayOf(config.timeZone)(new Date()));
      const count = { rows: 0 };
      const file = exportFile(exportTable(store, filter, content), choice, count);
      const parts = loggedParts(file, (outcome) =>
        store.recordAudit({
          at: new Date(),
          actor: 'gensvar export',
          siteId: site.id,
          action: 'export',
          subject: wish.scope === 'site' ? null : wish.address,
          detail: {
            ...{ content, format: choice.format },
            ...(outcome !== 'begun' && { rows: count.rows }),
            ...{ days: `${filter.fromDay}--${filter.toDay}`, outcome },
          },
        }),
      );
      for await (const part of parts) {
        if (!process.stdout.write(part)) await once(process.stdout, 'drain');
      }
      console.error(
        `${count.rows} ${content === 'counts' ? 'days' : 'responses'} are written out.`,
      );
    } finally {
      await store.close();
    }
  },
};

function oneOf<Known extends string>(name: string, known: readonly Known[], text: string): Known {
  const found = known.find((each) => each === text);
  if (found === undefined) throw new Error(`--${name} is one of ${known.join(' ')}.`);
  return found;
}

type Told = Partial<Record<'page' | 'section' | 'from' | 'to', string | undefined>>;

function readWish({ page, section, from = '', to = '' }: Told): ScopeWish {
  if (page !== undefined && section !== undefined) {
    throw new Error('Give --page or --section, not both.');
  }
  const scope = page !== undefined ? 'page' : section !== undefined ? 'section' : 'site';
  for (const [name, day] of Object.entries({ from, to })) {
    if (day !== '' && !(/^\d{4}-\d{2}-\d{2}$/.test(day) && isCalendarDate(day))) {
      throw new Error(`--${name} is a day such as 2026-11-22.`);
    }
  }
  return { scope, address: page ?? section ?? '', period: 'dates', from, to };
}

/** A page may be asked for by any spelling that the service would count it under. */
async function findFilter(
  store: Store,
  site: Site,
  wish: ScopeWish,
  today: string,
): Promise<ExportFilter> {
  const sites = createSiteRegister(store, () => new Date());
  const chosen = await chooseScope(wish, site, { store, sites, today });
  if ('scope' in chosen) return chosen.scope.filter;
  const { address, from } = chosen.faults;
  if (from) throw new Error('--from is a day before --to.');
  throw new Error(
    address === 'no-page'
      ? 'The site has no answers about a page at that address.'
      : 'The address does not belong to the site.',
  );
}
