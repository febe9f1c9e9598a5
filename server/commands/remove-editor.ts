import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { openStore } from '../store/open-store.ts';
import type { Command } from './command.ts';
import { findSite } from './find-site.ts';

/** Who did it, in the audit log. */
const actor = 'gensvar editor remove';

export const removeEditorCommand: Command = {
  name: 'editor remove',
  usage: 'NAME [--site KEY …]\n      take roles away (all without --site), and end the sessions',
  async run(config, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string', multiple: true, default: [] } },
    });
    const [name] = positionals;
    if (name === undefined) throw new Error('Give the name of the editor.');
    await removeEditor(config, name, values.site);
  },
};

/**
 * Takes an editor's roles away and ends the editor's sessions and sign-in links.
 * @param siteKeys the sites of the roles; all of them when empty
 * @throws Error when there is no such editor, or a site would have no administrator left
 */
export async function removeEditor(
  config: Config,
  name: string,
  siteKeys: string[],
): Promise<void> {
  const store = await openStore(config);
  try {
    const editor = await store.findEditorByName(name);
    if (!editor) throw new Error(`There is no editor ${name}.`);
    const chosen = await Promise.all(siteKeys.map((key) => findSite(store, key)));
    const all = (await store.listSites()).filter(({ id }) => editor.siteIds.includes(id));
    // Also where a role is kept for want of another administrator.
    await store.removeSessionsOf(editor.id);
    for (const { id, key } of siteKeys.length > 0 ? chosen : all) {
      if (!(await store.removeRole(editor.id, id))) {
        throw new Error(`${name} is the only administrator of ${key}: invite another one first.`);
      }
      const detail = { from: editor.roles.get(id) ?? null, to: null };
      const entry = { at: new Date(), actor, siteId: id, subject: name, detail };
      await store.recordAudit({ ...entry, action: 'role-removed' });
      console.log(`${name} has no role on ${key}.`);
    }
  } finally {
    await store.close();
  }
}
