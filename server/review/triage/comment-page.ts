import { html } from 'hono/html';
import { longestNote, type CommentWork, type PlacedComment } from '../../store/triage.ts';
import { hasRole } from '../access/roles.ts';
import { placeInReview } from '../language-choice.ts';
import type { ReviewPage } from '../layout.ts';
import { pageNameMarkup } from '../page-name.ts';
import type { Html, ReviewContext } from '../review-environment.ts';
import { commentHead, commentText, leftOutNote, workFacts } from './comment-card.ts';
import { doneNotice } from './done-notice.ts';
import { handleForm } from './handle-form.ts';
import { historyList } from './history.ts';
import { placeToReturn } from './return-to.ts';
import type { TriageDependencies } from './triage-dependencies.ts';

/** A note that was not taken, and why. */
export interface RefusedNote {
  text: string;
  fault: string;
}

type PageDependencies = Pick<TriageDependencies, 'store' | 'root'>;

/** One comment with all that can be done to it, and all that was. */
export async function commentPage(
  c: ReviewContext,
  deps: PageDependencies,
  comment: PlacedComment,
  refused?: RefusedNote,
): Promise<ReviewPage> {
  const { store, root } = deps;
  const { locale, editor } = c.var;
  const { words, formats } = locale;
  const { triage } = words;
  const work = (await store.readCommentWork([comment])).get(comment.id);
  const mayChange = hasRole(editor, comment.siteId, 'editor');
  const title = triage.commentFrom(formats.moment(comment.received));
  const here = `${root}/comments/${comment.id}`;
  const returnTo = refused ? here : placeToReturn(c);
  return {
    title,
    ...(refused && { status: 422 as const }),
    main: html`${backLinks(c, comment, root)}
      <h1>${title}</h1>
      ${await doneNotice(c, deps)}
      <p class="about"><a href="${root}/pages/${comment.page.id}">${pageNameMarkup(comment.page)}</a></p>
      <div class="panel">
        ${commentHead(comment, locale)} ${commentText(comment)} ${leftOutNote(comment, locale)}
        ${work && workFacts(work, locale)}
      </div>
      ${!mayChange && html`<p>${triage.readOnly}</p>`}
      ${mayChange && work && (await handleForm(c, deps, { comment, work, returnTo }))}
      ${mayChange && noteForm(c, here, returnTo, refused)}
      ${mayChange && work && furtherLinks(c, here, work)}
      <section aria-labelledby="history">
        <h2 id="history">${triage.historyTitle}</h2>
        ${await history(c, deps, comment, returnTo)}
      </section>`,
  };
}

/** Back to the list the editor came from, or to the page's comments. */
function backLinks(c: ReviewContext, { page }: PlacedComment, root: string): Html {
  const { triage } = c.var.locale.words;
  const from = c.req.query('from');
  return html`<p class="back">
    ${
      from === undefined
        ? html`<a href="${root}/pages/${page.id}#comments">${triage.toPage}</a>`
        : html`<a href="${placeInReview(from, root)}">${triage.backToList}</a>`
    }
  </p>`;
}

function noteForm(c: ReviewContext, here: string, returnTo: string, refused?: RefusedNote): Html {
  const { words, formats } = c.var.locale;
  const { triage } = words;
  return html`<section aria-labelledby="note-title">
    <h2 id="note-title">${triage.noteTitle}</h2>
    <form class="fields" method="post" action="${here}/note">
      <input type="hidden" name="returnTo" value="${returnTo}">
      <div>
        <label for="note">
          ${triage.note} ${refused && html`<span class="fault">${refused.fault}</span>`}
        </label>
        <p class="quiet" id="note-hint">${triage.noteHint(formats.number(longestNote))}</p>
        <textarea id="note" name="note" rows="3" aria-describedby="note-hint"
          ${refused && html`aria-invalid="true" autofocus`}>${'\n'}${refused?.text ?? ''}</textarea>
      </div>
      <button class="main-button">${triage.saveNote}</button>
    </form>
  </section>`;
}

function furtherLinks(c: ReviewContext, here: string, work: CommentWork): Html {
  const { masking, triage } = c.var.locale.words;
  const from = c.req.query('from');
  const query = from === undefined ? '' : `?from=${encodeURIComponent(from)}`;
  const isHandedOver = work.status === 'handed-over';
  const links = [
    { path: 'hand-over', name: isHandedOver ? masking.handOverSlipLink : masking.handOverLink },
    { path: 'mask', name: masking.maskLink },
    { path: 'delete', name: masking.deleteLink },
  ];
  return html`<section aria-labelledby="more">
    <h2 id="more">${triage.moreTitle}</h2>
    <ul class="more-links">
      ${links.map(({ path, name }) => html`<li><a href="${here}/${path}${query}">${name}</a></li>`)}
    </ul>
  </section>`;
}

async function history(
  c: ReviewContext,
  { store, root }: PageDependencies,
  comment: PlacedComment,
  returnTo: string,
): Promise<Html> {
  const { locale, editor } = c.var;
  const { triage } = locale.words;
  const mayChange = hasRole(editor, comment.siteId, 'editor');
  const events = await store.listCommentEvents(comment);
  return historyList(
    events,
    locale,
    ({ deed, actor, batch, at }) =>
      mayChange &&
      deed.action === 'noted' &&
      actor === editor?.name &&
      html`<form method="post" action="${root}/comments/undo">
        <input type="hidden" name="batch" value="${batch}">
        <input type="hidden" name="returnTo" value="${returnTo}">
        <button>
          ${triage.removeNote}<span class="visually-hidden"
            >${triage.noteFrom(locale.formats.moment(at))}</span
          >
        </button>
      </form>`,
  );
}
