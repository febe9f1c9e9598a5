import { Hono } from 'hono';
import type { Revision } from '../../store/revisions.ts';
import type { PageSummary } from '../../store/store.ts';
import { hasRole } from '../access/roles.ts';
import type { ShowPage } from '../layout.ts';
import { notFound } from '../message-pages.ts';
import { periodQuery, readPeriod } from '../period.ts';
import type { ReviewDependencies } from '../review-dependencies.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import { addEditPage, changeEditPage } from './edit-pages.ts';
import { findFault, isNoteTooLong, readEdit } from './read-edit.ts';

interface EditDependencies extends Pick<ReviewDependencies, 'store' | 'clock' | 'dayOf'> {
  root: string;
  show: ShowPage;
}

/** What was done a moment ago; the report says so. */
export const editsDone = ['added', 'changed', 'deleted', 'gone'] as const;
type EditDone = (typeof editsDone)[number];

/** Editors enter when a page was changed, note what was changed, and take it away again. */
export function createEditRoutes({ store, clock, dayOf, root, show }: EditDependencies) {
  const routes = new Hono<ReviewEnvironment>();
  const today = () => dayOf(clock());
  const by = (c: ReviewContext) => ({ at: clock(), actor: c.var.editor?.name ?? '' });

  /** Answers for a page on which the editor may work; else as if there were none. */
  const forPage =
    (answer: (c: ReviewContext, page: PageSummary) => Promise<Response>) =>
    async (c: ReviewContext): Promise<Response> => {
      const page = await store.findPage(Number(c.req.param('id')));
      return page && hasRole(c.var.editor, page.siteId, 'editor')
        ? answer(c, page)
        : show(c, notFound(c.var.locale, root));
    };

  const forEdit = (
    answer: (c: ReviewContext, page: PageSummary, edit: Revision) => Promise<Response>,
  ) =>
    forPage(async (c, page) => {
      const id = Number(c.req.param('edit'));
      const edit = await store.findRevision({ id, siteId: page.siteId });
      if (edit?.pageId === page.id) return answer(c, page, edit);
      return c.req.method === 'POST'
        ? back(c, page, 'gone')
        : show(c, notFound(c.var.locale, root));
    });

  /** The period that the editor was looking at. */
  const queryOf = (c: ReviewContext) =>
    periodQuery(readPeriod((name) => c.req.query(name), today()).choice);
  const reportOf = (c: ReviewContext, page: PageSummary) =>
    `${root}/pages/${page.id}?${queryOf(c)}`;
  const back = (c: ReviewContext, page: PageSummary, done: EditDone) =>
    c.redirect(`${reportOf(c, page)}&edit=${done}#edit-done`, 303);
  const placeOf = (c: ReviewContext, page: PageSummary, edit?: Revision) => ({
    page,
    report: `${reportOf(c, page)}#edits`,
    action: `${editsAddress(root, page, edit)}?${queryOf(c)}`,
  });

  routes.post(
    '/pages/:id{[0-9]{1,15}}/edits',
    forPage(async (c, page) => {
      const typed = readEdit(await c.req.parseBody());
      const refuse = (fault: NonNullable<ReturnType<typeof findFault>>) =>
        show(c, addEditPage({ ...placeOf(c, page), typed, fault }, c.var.locale));
      const fault = findFault(typed, today());
      if (fault) return refuse(fault);
      const place = { siteId: page.siteId, pageId: page.id };
      const revision = { ...place, day: typed.day, note: typed.note || null };
      const isAdded = await store.addRevision(revision, by(c));
      return isAdded ? back(c, page, 'added') : refuse('known');
    }),
  );

  const edit = '/pages/:id{[0-9]{1,15}}/edits/:edit{[0-9]{1,15}}';

  routes.get(
    edit,
    forEdit(async (c, page, revision) =>
      show(c, changeEditPage({ ...placeOf(c, page, revision), revision }, c.var.locale)),
    ),
  );

  /** What the editor saw, which may be older than what is stored. */
  const seen = ({ id, siteId }: Revision, version: unknown) => ({
    id,
    siteId,
    version: Number.isSafeInteger(Number(version)) ? Number(version) : 0,
  });

  const refuse = async (
    c: ReviewContext,
    page: PageSummary,
    id: number,
    more: { typed?: string; problem: 'note' | 'stale' },
  ) => {
    const revision = await store.findRevision({ id, siteId: page.siteId });
    if (!revision) return back(c, page, 'gone');
    const options = { ...placeOf(c, page, revision), revision, ...more };
    return show(c, changeEditPage(options, c.var.locale));
  };

  routes.post(
    edit,
    forEdit(async (c, page, revision) => {
      const form = await c.req.parseBody();
      const typed = readEdit(form).note;
      if (isNoteTooLong(typed)) return refuse(c, page, revision.id, { typed, problem: 'note' });
      const change = seen(revision, form['version']);
      if (await store.changeRevisionNote(change, typed || null, by(c))) {
        return back(c, page, 'changed');
      }
      return refuse(c, page, revision.id, { typed, problem: 'stale' });
    }),
  );

  routes.post(
    `${edit}/delete`,
    forEdit(async (c, page, revision) => {
      const { version } = await c.req.parseBody();
      if (await store.deleteRevision(seen(revision, version), by(c))) {
        return back(c, page, 'deleted');
      }
      return refuse(c, page, revision.id, { problem: 'stale' });
    }),
  );

  return routes;
}

/** Where a page's changes are worked with, or one of them. */
export const editsAddress = (
  root: string,
  page: Pick<PageSummary, 'id'>,
  edit?: Pick<Revision, 'id'>,
): string => `${root}/pages/${page.id}/edits${edit ? `/${edit.id}` : ''}`;
