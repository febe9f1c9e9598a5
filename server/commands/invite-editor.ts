import { parseArgs } from 'node:util';
import { baseAddress } from '../base-address.ts';
import type { Config } from '../config.ts';
import { createSignInLink } from '../review/sign-in-link.ts';
import { openStore } from '../service.ts';
import type { Command } from './command.ts';

export const inviteEditorCommand: Command = {
  name: 'editor invite',
  usage: 'NAME [--site KEY …]\n      print a one-time link by which an editor signs in',
  async run(config, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string', multiple: true, default: [] } },
    });
    const [name] = positionals;
    if (name === undefined) throw new Error('Give the name of the editor.');
    await inviteEditor(config, name, values.site);
  },
};

/**
 * Prints a one-time link by which an editor signs in. The editor is made when
 * there is none by that name.
 * @param siteKeys the sites a new editor may review
 * @throws Error that says what is wrong with the arguments
 */
export async function inviteEditor(
  config: Config,
  name: string,
  siteKeys: string[],
): Promise<void> {
  const store = await openStore(config);
  try {
    const sites = await store.listSites();
    const siteIds = siteKeys.map((key) => {
      const site = sites.find((candidate) => candidate.key === key);
      if (!site) throw new Error(`There is no site ${key}. Add it with: gensvar site add`);
      return site.id;
    });
    const known = await store.findEditorByName(name);
    if (!known && siteIds.length === 0) throw new Error('Give at least one --site.');
    const editor = known ?? (await store.addEditor({ name, siteIds }));
    const token = await createSignInLink(store, editor.id, () => new Date());
    console.log(`${baseAddress(config)}/review/sign-in?token=${token}`);
  } finally {
    await store.close();
  }
}
