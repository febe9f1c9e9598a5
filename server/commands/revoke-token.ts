import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { openStore } from '../store/open-store.ts';
import type { Command } from './command.ts';
import { findSite } from './find-site.ts';

export const revokeTokenCommand: Command = {
  name: 'token revoke',
  usage: 'NAME --site KEY\n      end a token at once',
  async run(config, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string' } },
    });
    const [name] = positionals;
    if (name === undefined) throw new Error('Give the name of the token.');
    if (values.site === undefined) throw new Error('Give the --site of the token.');
    await revokeToken(config, name, values.site);
  },
};

/**
 * Ends a token: the next request with it is refused.
 * @throws Error when there is no such token
 */
async function revokeToken(config: Config, name: string, siteKey: string): Promise<void> {
  const store = await openStore(config);
  try {
    const { id: siteId } = await findSite(store, siteKey);
    const by = { at: new Date(), actor: 'gensvar token revoke' };
    const revoked = await store.revokeApiToken({ siteId, name }, by);
    if (!revoked) throw new Error(`The site ${siteKey} has no token ${name}.`);
    console.log(`The token ${name} is revoked.`);
  } finally {
    await store.close();
  }
}
