import { Hono } from 'hono';
import { longestNote, type PlacedComment } from '../../store/triage.ts';
import { hasRole } from '../access/roles.ts';
import { notFound } from '../message-pages.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import type { Role } from '../../store/store.ts';
import { carryOut } from './carry-out.ts';
import { commentPage } from './comment-page.ts';
import { deleteMark, deletePage } from './delete-page.ts';
import { handOverPage } from './hand-over-page.ts';
import { readHandled } from './handle-form.ts';
import { createMaskSteps } from './mask-steps.ts';
import { valueOf } from './read-change.ts';
import { returnAddress } from './return-to.ts';
import type { TriageDependencies } from './triage-dependencies.ts';

/** One comment's own page and those that lead from it. */
export function createCommentRoutes(deps: TriageDependencies) {
  const { store, clock, root, show } = deps;
  const routes = new Hono<ReviewEnvironment>();
  const one = '/comments/:id{[0-9]{1,15}}';
  const maskSteps = createMaskSteps(deps);

  /** Answers about a comment that the editor has a role for; else as if there were none. */
  const withRole =
    (
      least: Role,
      answer: (c: ReviewContext, comment: PlacedComment) => Response | Promise<Response>,
    ) =>
    async (c: ReviewContext) => {
      const { editor, locale } = c.var;
      const [comment] = await store.findComments(editor?.siteIds ?? [], [
        Number(c.req.param('id')),
      ]);
      return comment && hasRole(editor, comment.siteId, least)
        ? answer(c, comment)
        : show(c, notFound(locale, root));
    };

  routes.get(
    one,
    withRole('reader', async (c, comment) => show(c, await commentPage(c, deps, comment))),
  );

  routes.post(
    `${one}/handle`,
    withRole('editor', async (c, comment) => {
      const fields = await c.req.parseBody({ all: true });
      const seen = [{ id: comment.id, version: Number(valueOf(fields, 'version')) }];
      const change = readHandled(fields);
      return carryOut(c, deps, { seen, change, isOne: true, returnTo: fields['returnTo'] });
    }),
  );

  routes.post(
    `${one}/note`,
    withRole('editor', async (c, comment) => {
      const { editor, locale } = c.var;
      const fields = await c.req.parseBody();
      const text = valueOf(fields, 'note').replaceAll('\r\n', '\n').trim();
      const { triage } = locale.words;
      const excess = [...text].length - longestNote;
      if (text === '' || excess > 0) {
        const fault =
          text === '' ? triage.noteEmpty : triage.noteLong(locale.formats.number(excess));
        return show(c, await commentPage(c, deps, comment, { text, fault }));
      }
      const batch = await store.addNote(comment, text, { at: clock(), actor: editor?.name ?? '' });
      if (batch === null) return show(c, notFound(locale, root));
      return c.redirect(returnAddress(fields['returnTo'], root, { done: batch }), 303);
    }),
  );

  routes.get(
    `${one}/hand-over`,
    withRole('editor', async (c, comment) => show(c, await handOverPage(c, deps, comment))),
  );

  routes.get(
    `${one}/mask`,
    withRole('editor', (c, comment) => maskSteps.showForm(c, comment)),
  );
  routes.post(
    `${one}/mask`,
    withRole('editor', (c, comment) => maskSteps.take(c, comment)),
  );

  routes.get(
    `${one}/delete`,
    withRole('editor', async (c, comment) => {
      const events = await store.listCommentEvents(comment);
      return show(c, deletePage(c, { comment, events, root }));
    }),
  );

  routes.post(
    `${one}/delete`,
    withRole('editor', async (c, comment) => {
      const { mark, returnTo } = await c.req.parseBody();
      const events = await store.listCommentEvents(comment);
      if (mark !== deleteMark(comment, events)) {
        return show(c, deletePage(c, { comment, events, root, isStale: true }));
      }
      await store.deleteComment(comment, { at: clock(), actor: c.var.editor?.name ?? '' });
      return c.redirect(returnAddress(returnTo, root, { done: 'deleted' }), 303);
    }),
  );

  return routes;
}
