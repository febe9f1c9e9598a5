import { Hono } from 'hono';
import { html } from 'hono/html';
import { mostAtOnce } from '../../store/triage.ts';
import { sitesWithRole } from '../access/roles.ts';
import { commentCards } from '../comment-list.ts';
import { placeInReview } from '../language-choice.ts';
import { notFound } from '../message-pages.ts';
import { pageNameMarkup } from '../page-name.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import { carryOut, undo } from './carry-out.ts';
import { readChangeForm, valueOf, valuesOf, type ChangeForm, type Fields } from './read-change.ts';
import type { TriageDependencies } from './triage-dependencies.ts';

/** Changes of comments from lists: one by its card, or several together. */
export function createChangeRoutes(deps: TriageDependencies) {
  const { store, root, show } = deps;
  const routes = new Hono<ReviewEnvironment>();

  /** Why a form cannot be carried out, in words; undefined when it can. */
  function faultOf({ seen, change }: ChangeForm, c: ReviewContext): string | undefined {
    const { words, formats } = c.var.locale;
    if (seen.length === 0) return words.triage.faultNone;
    if (seen.length > mostAtOnce) return words.triage.faultMany(formats.number(mostAtOnce));
    return Object.keys(change).length === 0 ? words.triage.faultNoChange : undefined;
  }

  /** The same list again with what was chosen, and what is missing. */
  async function showFault(c: ReviewContext, fields: Fields, fault: string): Promise<Response> {
    const { triage } = c.var.locale.words;
    const ids = [...valueOf(fields, 'shown').split(','), ...valuesOf(fields, 'chosen')].map(
      (each) => Number(each.split('.')[0]),
    );
    const wanted = [...new Set(ids.filter(Number.isSafeInteger))].slice(0, mostAtOnce);
    const comments = await store.findComments(sitesWithRole(c.var.editor, 'editor'), wanted);
    if (comments.length === 0) return show(c, notFound(c.var.locale, root));
    const back = placeInReview(fields['returnTo'], root);
    const about = ({ page }: (typeof comments)[number]) =>
      html`<p class="about">${pageNameMarkup(page)}</p>`;
    const cards = await commentCards(c, deps, { comments, about }, back, fields);
    return show(c, {
      title: triage.faultTitle,
      status: 422,
      main: html`<p class="back"><a href="${back}">${triage.backToList}</a></p>
        <h1>${triage.faultTitle}</h1>
        <p class="fault">${fault}</p>
        ${cards}`,
    });
  }

  routes.post('/comments/change', async (c) => {
    const fields = await c.req.parseBody({ all: true });
    const form = readChangeForm(fields);
    const fault = faultOf(form, c);
    return fault === undefined
      ? carryOut(c, deps, { ...form, returnTo: fields['returnTo'] })
      : showFault(c, fields, fault);
  });

  routes.post('/comments/undo', async (c) => {
    const { batch, returnTo } = await c.req.parseBody();
    return undo(c, deps, typeof batch === 'string' ? batch : '', returnTo);
  });

  return routes;
}
