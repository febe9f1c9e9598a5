import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { openStore } from '../store/open-store.ts';
import type { Command } from './command.ts';
import { findSite } from './find-site.ts';

export const listTokensCommand: Command = {
  name: 'token list',
  usage: '[--site KEY]\n      tell which tokens there are, and until when',
  async run(config, args) {
    const { values } = parseArgs({ args, options: { site: { type: 'string' } } });
    await listTokens(config, values.site);
  },
};

/**
 * Prints one line a token: site, name, scopes and when it expires. The tokens themselves
 * are nowhere to be told from.
 * @param siteKey the site to tell of; all of them when undefined
 * @throws Error when there is no such site
 */
async function listTokens(config: Config, siteKey: string | undefined): Promise<void> {
  const store = await openStore(config);
  try {
    const sites =
      siteKey === undefined ? await store.listSites() : [await findSite(store, siteKey)];
    const tokens = await store.listApiTokens(sites.map(({ id }) => id));
    const now = new Date();
    for (const { siteId, name, scopes, expires } of tokens) {
      const site = sites.find(({ id }) => id === siteId)?.key ?? '';
      const end = `${expires <= now ? 'expired' : 'expires'} ${expires.toISOString()}`;
      console.log([site, name, scopes.join(' '), end].join('\t'));
    }
    if (tokens.length === 0) console.error('There are no tokens.');
  } finally {
    await store.close();
  }
}
