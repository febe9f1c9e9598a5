import type { Clock } from '../clock.ts';
import type { Editor, Role, Store } from '../store/store.ts';
import { highestRoles, type Person } from './read-person.ts';
import { SignInFault } from './sign-in-fault.ts';

/** Who did it, in the audit log, when the provider's groups decide. */
const groupsActor = 'OpenID Connect';

/**
 * Finds the editor that a person at the provider is: the one tied to the person
 * before, or the one invited by the person's name, or a new one if a group gives a role.
 * @throws SignInFault when there is none
 */
export async function admit(store: Store, person: Person, clock: Clock): Promise<Editor> {
  const roles = await rolesBySite(store, person);
  const known =
    (await store.findEditorBySubject(person.subject)) ?? (await findInvited(store, person));
  if (!known && roles.size === 0) throw new SignInFault('unknown');
  const editor = known ?? (await add(store, person, [...roles.keys()], clock));
  if (!(await store.linkSubject(editor.id, person.subject))) throw new SignInFault('taken');
  await store.setGroupRoles(editor.id, roles);
  const admitted = await store.findEditor(editor.id);
  if (!admitted || admitted.siteIds.length === 0) throw new SignInFault('unknown');
  await tellRoles(store, editor, admitted, clock);
  return admitted;
}

const findInvited = async (store: Store, { name }: Person) =>
  name === undefined ? null : store.findEditorByName(name);

async function add(store: Store, person: Person, siteIds: number[], clock: Clock): Promise<Editor> {
  const name = person.name ?? person.subject;
  const editor = await store.addEditor({ name, siteIds: [] });
  for (const siteId of siteIds) {
    const entry = { at: clock(), actor: groupsActor, siteId, subject: name, detail: {} };
    await store.recordAudit({ ...entry, action: 'editor-added' });
  }
  return editor;
}

/** A site that is not registered here is passed over: another instance may have it. */
async function rolesBySite(store: Store, person: Person): Promise<Map<number, Role>> {
  const byKey = highestRoles(person.roles);
  if (byKey.size === 0) return new Map();
  const sites = await store.listSites();
  return new Map(
    sites.flatMap(({ id, key }) => {
      const role = byKey.get(key);
      return role ? [[id, role] as const] : [];
    }),
  );
}

async function tellRoles(store: Store, before: Editor, after: Editor, clock: Clock) {
  for (const siteId of new Set([...before.siteIds, ...after.siteIds])) {
    const [was, is] = [before.roles.get(siteId), after.roles.get(siteId)];
    if (was === is) continue;
    await store.recordAudit({
      at: clock(),
      actor: groupsActor,
      siteId,
      action: is ? 'role-changed' : 'role-removed',
      subject: after.name,
      detail: { from: was ?? null, to: is ?? null },
    });
  }
}
