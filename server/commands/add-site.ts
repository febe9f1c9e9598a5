import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { openStore } from '../store/open-store.ts';
import { siteKeySchema, siteSchema, takenOrigin } from '../store/site-schema.ts';
import type { Command } from './command.ts';

export const addSiteCommand: Command = {
  name: 'site add',
  usage: `KEY --name NAME --origin https://www.example.se [--origin …]
          [--fold-www] [--query-parameter NAME …] [--allowed-number NUMBER …]
      take in answers about a site's pages`,
  async run(config, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        origin: { type: 'string', multiple: true, default: [] },
        'fold-www': { type: 'boolean', default: false },
        'query-parameter': { type: 'string', multiple: true, default: [] },
        'allowed-number': { type: 'string', multiple: true, default: [] },
      },
    });
    const [key] = positionals;
    if (key === undefined) throw new Error('Give the key of the site.');
    await addSite(config, {
      key,
      name: values.name ?? key,
      origins: values.origin,
      foldWww: values['fold-www'],
      queryParameters: values['query-parameter'],
      allowedNumbers: values['allowed-number'],
    });
  },
};

export interface SiteArguments {
  key: string;
  name: string;
  /** Addresses of the site's front pages, such as `https://www.example.se`. */
  origins: string[];
  foldWww: boolean;
  queryParameters: string[];
  allowedNumbers: string[];
}

/**
 * Registers a site, so that answers about its pages are taken in.
 * @throws Error that says what is wrong with the arguments
 */
export async function addSite(config: Config, site: SiteArguments): Promise<void> {
  const result = siteSchema.extend({ key: siteKeySchema }).safeParse(site);
  if (!result.success)
    throw new Error(result.error.issues.map(({ message }) => message).join('\n'));
  const { key, origins } = result.data;
  const store = await openStore(config);
  try {
    const sites = await store.listSites();
    if (sites.some((known) => known.key === key)) {
      throw new Error(`The key ${key} is taken by another site.`);
    }
    const taken = takenOrigin(origins, sites);
    if (taken !== undefined) throw new Error(`The origin ${taken} is taken by another site.`);
    const added = await store.addSite(result.data);
    console.log(`Site ${added.key} is registered for ${origins.join(', ')}.`);
  } finally {
    await store.close();
  }
}
