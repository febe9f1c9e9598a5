import { parseArgs } from 'node:util';
import { baseAddress } from '../base-address.ts';
import type { Config } from '../config.ts';
import { findRole, roles } from '../review/access/roles.ts';
import { createSignInLink } from '../review/sign-in-link.ts';
import { openStore } from '../store/open-store.ts';
import type { AuditAction } from '../store/audit-log.ts';
import type { Role, Store } from '../store/store.ts';
import type { Command } from './command.ts';
import { findSite } from './find-site.ts';

/** Who did it, in the audit log. */
const actor = 'gensvar editor invite';

export const inviteEditorCommand: Command = {
  name: 'editor invite',
  usage: `NAME [--site KEY …] [--role ${roles.join('|')}]
      give a role on sites, and print a one-time link by which the editor signs in`,
  async run(config, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string', multiple: true, default: [] }, role: { type: 'string' } },
    });
    const [name] = positionals;
    if (name === undefined) throw new Error('Give the name of the editor.');
    const role = values.role === undefined ? undefined : findRole(values.role);
    if (values.role !== undefined && !role) {
      throw new Error(`The --role is one of ${roles.join(', ')}.`);
    }
    await inviteEditor(config, name, values.site, role);
  },
};

/**
 * Prints a one-time link by which an editor signs in. The editor is made when
 * there is none by that name.
 * @param siteKeys the sites on which the editor has the role from now on
 * @param role `editor` unless told; an editor who is known keeps another role unless told
 * @throws Error that says what is wrong with the arguments
 */
export async function inviteEditor(
  config: Config,
  name: string,
  siteKeys: string[],
  role?: Role,
): Promise<void> {
  const store = await openStore(config);
  try {
    const sites = await Promise.all(siteKeys.map((key) => findSite(store, key)));
    const known = await store.findEditorByName(name);
    if (!known && sites.length === 0) throw new Error('Give at least one --site.');
    if (role && sites.length === 0) throw new Error('Give the --site of the role.');
    const editor = known ?? (await store.addEditor({ name, siteIds: [] }));
    for (const { id, key } of sites) {
      if (!known) await tell(store, name, id, 'editor-added', {});
      const was = editor.roles.get(id);
      const is = role ?? was ?? 'editor';
      if (!(await store.setRole(editor.id, id, is))) {
        throw new Error(`${name} is the only administrator of ${key}.`);
      }
      if (is !== was) {
        await tell(store, name, id, 'role-changed', { from: was ?? null, to: is });
      }
    }
    const token = await createSignInLink(store, editor.id, () => new Date());
    const siteIds = new Set([...editor.siteIds, ...sites.map(({ id }) => id)]);
    for (const id of siteIds) await tell(store, name, id, 'link-added', {});
    console.log(`${baseAddress(config)}/review/sign-in?token=${token}`);
  } finally {
    await store.close();
  }
}

const tell = (
  store: Store,
  subject: string,
  siteId: number,
  action: AuditAction,
  detail: Record<string, string | null>,
) => store.recordAudit({ at: new Date(), actor, siteId, action, subject, detail });
