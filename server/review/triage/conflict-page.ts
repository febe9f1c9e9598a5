import { html } from 'hono/html';
import type { CommentChange, PlacedComment } from '../../store/triage.ts';
import { placeInReview } from '../language-choice.ts';
import type { ReviewPage } from '../layout.ts';
import type { Html, ReviewContext } from '../review-environment.ts';
import { commentHead, commentText, leftOutNote, workFacts } from './comment-card.ts';
import { changeInWords } from './deed-words.ts';
import { historyList } from './history.ts';
import { fieldsOfChange, seenValue } from './read-change.ts';
import { readChoices } from './read-choices.ts';
import type { TriageDependencies } from './triage-dependencies.ts';

interface Conflict {
  comment: PlacedComment;
  /** The version that the editor saw. */
  version: number;
  change: CommentChange;
  returnTo: unknown;
}

/** For a change of a comment that somebody else has changed: shows both and asks. */
export async function conflictPage(
  c: ReviewContext,
  { store, root }: Pick<TriageDependencies, 'store' | 'root'>,
  { comment, version, change, returnTo }: Conflict,
): Promise<ReviewPage> {
  const { locale } = c.var;
  const { triage } = locale.words;
  const work = (await store.readCommentWork([comment])).get(comment.id);
  const events = (await store.listCommentEvents(comment)).filter((each) => each.version > version);
  const wanted = changeInWords(change, await readChoices(store, comment.siteId), locale);
  const seen = seenValue({ id: comment.id, version: work?.version ?? version });
  const back = placeInReview(returnTo, root);
  return {
    title: triage.conflictTitle,
    status: 409,
    main: html`<h1>${triage.conflictTitle}</h1>
      <p>${triage.conflictText}</p>
      ${historyList(events, locale)}
      <h2>${triage.conflictNow}</h2>
      <div class="panel">
        ${commentHead(comment, locale)} ${commentText(comment)} ${leftOutNote(comment, locale)}
        ${work && workFacts(work, locale)}
      </div>
      <h2>${triage.conflictWanted}</h2>
      <ul>
        ${wanted.map((line) => html`<li>${line}</li>`)}
      </ul>
      <div class="actions">
        <form method="post" action="${root}/comments/change">
          ${hidden([
            ...fieldsOfChange(change),
            ['chosen', seen],
            ['single', 'yes'],
            ['returnTo', back],
          ])}
          <button class="main-button">${triage.conflictAnyway}</button>
        </form>
        <p class="back"><a href="${back}">${triage.conflictLeave}</a></p>
      </div>`,
  };
}

/** Fields that the editor does not see. */
export const hidden = (fields: [string, string][]): Html =>
  html`${fields.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}`;
