import { Hono } from 'hono';
import type { AuditAction, AuditEntry } from '../../store/audit-log.ts';
import type { Editor, Role, Site } from '../../store/store.ts';
import { notFound, refused } from '../message-pages.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import { createSignInLink } from '../sign-in-link.ts';
import type { AccessDependencies } from './access-dependencies.ts';
import { peoplePage, type Done } from './people-page.ts';
import { lastAdministrator, linkPage, personPage } from './person-page.ts';
import { findRole, hasRole, sitesWithRole } from './roles.ts';

/** The most characters of a person's name. */
const longestName = 200;

/** People and their roles, for the administrators of their sites. */
export function createPeopleRoutes(deps: AccessDependencies) {
  const { store, clock, root, rootAddress, provider, show } = deps;
  const routes = new Hono<ReviewEnvironment>();

  const administered = async (c: ReviewContext): Promise<Site[]> => {
    const ids = sitesWithRole(c.var.editor, 'administrator');
    return (await store.listSites()).filter((site) => ids.includes(site.id));
  };

  const tell = (
    c: ReviewContext,
    site: Site,
    action: AuditAction,
    subject: string,
    detail: AuditEntry['detail'] = {},
  ) => {
    const actor = c.var.editor?.name ?? '';
    return store.recordAudit({ at: clock(), actor, siteId: site.id, action, subject, detail });
  };

  async function showPeople(
    c: ReviewContext,
    problem?: { site: Site; name: string; role: Role },
  ): Promise<Response> {
    const sites = await Promise.all(
      (await administered(c)).map(async (site) => ({
        site,
        members: await store.listMembers(site.id),
        ...(problem?.site.id === site.id && { refused: problem }),
      })),
    );
    if (sites.length === 0) return show(c, notFound(c.var.locale, root));
    const done = readDone(c);
    return show(c, peoplePage({ sites, done, root, nameClaim: provider?.nameClaim }, c.var.locale));
  }

  routes.get('/people', (c) => showPeople(c));

  routes.post('/people/:site/add', async (c) => {
    const site = (await administered(c)).find(({ key }) => key === c.req.param('site'));
    if (!site) return show(c, notFound(c.var.locale, root));
    const form = await c.req.parseBody();
    const name = typeof form['name'] === 'string' ? form['name'].trim() : '';
    const role = findRole(form['role']);
    if (!role) return show(c, refused(c.var.locale, root, 400));
    if (name === '' || name.length > longestName) return showPeople(c, { site, name, role });

    const known = await store.findEditorByName(name);
    const editor = known ?? (await store.addEditor({ name, siteIds: [] }));
    if (!known) await tell(c, site, 'editor-added', name);
    if (!(await store.setRole(editor.id, site.id, role))) {
      return show(c, lastAdministrator(c.var.locale, root));
    }
    const from = editor.roles.get(site.id) ?? null;
    if (from !== role) await tell(c, site, 'role-changed', name, { from, to: role });
    // Whoever could sign in as this person before shall not have what is given now.
    if (known && known.id !== c.var.editor?.id && from === null) {
      await store.removeSessionsOf(known.id);
    }
    if (known || provider) return c.redirect(`${root}/people?done=added#done`, 303);
    return showLink(c, site, editor);
  });

  /** The site and the person of an address, if the editor administers the site. */
  const findPerson = async (c: ReviewContext) => {
    const site = (await administered(c)).find(({ key }) => key === c.req.param('site'));
    const members = site ? await store.listMembers(site.id) : [];
    const member = members.find(({ editorId }) => editorId === Number(c.req.param('person')));
    const editor = member && (await store.findEditor(member.editorId));
    return site && member && editor ? { site, member, editor } : undefined;
  };

  type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

  const forPerson =
    (answer: (c: ReviewContext, person: Person) => Response | Promise<Response>) =>
    async (c: ReviewContext) => {
      const person = await findPerson(c);
      return person ? answer(c, person) : show(c, notFound(c.var.locale, root));
    };

  const back = (c: ReviewContext, { site, editor }: Person, done: Done) =>
    c.redirect(`${root}/people/${site.key}/${editor.id}?done=${done}#done`, 303);

  async function showLink(c: ReviewContext, site: Site, editor: Editor): Promise<Response> {
    const token = await createSignInLink(store, editor.id, clock);
    await tell(c, site, 'link-added', editor.name);
    const link = `${rootAddress(c)}/sign-in?token=${token}`;
    return show(c, linkPage(editor, link, c.var.locale, root));
  }

  const person = '/people/:site/:person{[0-9]{1,15}}';

  routes.get(
    person,
    forPerson((c, { site, member, editor }) => {
      const mayLink = administersAll(c.var.editor, editor);
      return show(c, personPage({ site, member, mayLink, done: readDone(c), root }, c.var.locale));
    }),
  );

  routes.post(
    `${person}/role`,
    forPerson(async (c, found) => {
      const { site, member, editor } = found;
      const role = findRole((await c.req.parseBody())['role']);
      if (!role) return show(c, refused(c.var.locale, root, 400));
      if (!(await store.setRole(editor.id, site.id, role))) {
        return show(c, lastAdministrator(c.var.locale, root));
      }
      if (role !== member.role) {
        await tell(c, site, 'role-changed', editor.name, { from: member.role, to: role });
      }
      return back(c, found, 'role');
    }),
  );

  routes.post(
    `${person}/link`,
    forPerson((c, { site, editor }) =>
      administersAll(c.var.editor, editor)
        ? showLink(c, site, editor)
        : show(c, refused(c.var.locale, root, 403)),
    ),
  );

  routes.post(
    `${person}/end-sessions`,
    forPerson(async (c, found) => {
      const sessions = await store.removeSessionsOf(found.editor.id);
      await tell(c, found.site, 'sessions-revoked', found.editor.name, { sessions });
      return back(c, found, 'sessions');
    }),
  );

  routes.post(
    `${person}/remove`,
    forPerson(async (c, { site, member, editor }) => {
      if (!(await store.removeRole(editor.id, site.id))) {
        return show(c, lastAdministrator(c.var.locale, root));
      }
      await tell(c, site, 'role-removed', editor.name, { from: member.role, to: null });
      return c.redirect(`${root}/people?done=removed#done`, 303);
    }),
  );

  return routes;
}

/**
 * Whoever makes a link for somebody can act as that person: only an administrator of
 * all that the person may do can have it.
 */
const administersAll = (administrator: Editor | undefined, person: Editor): boolean =>
  person.siteIds.every((siteId) => hasRole(administrator, siteId, 'administrator'));

const dones: readonly Done[] = ['added', 'role', 'sessions', 'removed'];

const readDone = (c: ReviewContext): Done | undefined =>
  dones.find((done) => done === c.req.query('done'));
