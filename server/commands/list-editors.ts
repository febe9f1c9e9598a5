import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { openStore } from '../store/open-store.ts';
import type { Command } from './command.ts';
import { findSite } from './find-site.ts';

export const listEditorsCommand: Command = {
  name: 'editor list',
  usage: '[--site KEY]\n      tell who has which role',
  async run(config, args) {
    const { values } = parseArgs({ args, options: { site: { type: 'string' } } });
    await listEditors(config, values.site);
  },
};

/**
 * Prints one line for each role: site, role and name, and whether it comes with a group.
 * @param siteKey the site to tell of; all of them when undefined
 * @throws Error when there is no such site
 */
export async function listEditors(config: Config, siteKey: string | undefined): Promise<void> {
  const store = await openStore(config);
  try {
    const sites =
      siteKey === undefined ? await store.listSites() : [await findSite(store, siteKey)];
    for (const { id, key } of sites) {
      for (const { role, name, byGroup } of await store.listMembers(id)) {
        console.log([key, role, name, ...(byGroup ? ['by group'] : [])].join('\t'));
      }
    }
  } finally {
    await store.close();
  }
}
