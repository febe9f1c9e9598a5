import { html } from 'hono/html';
import type { ScopeFaults } from '../../export/choose-scope.ts';
import { mostCopied, type CopiedResponse, type CopySummary } from '../../export/copy.ts';
import { landingNotice } from '../landing-notice.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import { timeOf } from '../page-facts.ts';
import type { Html } from '../review-environment.ts';
import { hiddenState, longestWords, packNumbers, type CopyState } from './copy-state.ts';
import type { EditorsWish } from './read-wish.ts';
import { workInCopy } from './work-in-copy.ts';
import { faultSummary, hidden, hiddenWish, wishFields } from './wish-form.ts';

/** Comments with what is masked of them; the pages show no other responses. */
export type Commented = CopiedResponse & { comment: NonNullable<CopiedResponse['comment']> };

/** The page on which an editor chooses which answers are asked for. */
export function recordsStart(
  wish: EditorsWish,
  faults: ScopeFaults,
  locale: Locale,
  root: string,
): ReviewPage {
  const { exporting } = locale.words;
  return {
    title: exporting.recordsTitle,
    main: html`<h1>${exporting.recordsTitle}</h1>
      ${faultSummary(faults, locale)}
      <p>${exporting.recordsText}</p>
      <form class="fields" method="get" action="${root}/records-request/choose">
        ${wishFields(wish, faults, locale)}
        <button class="main-button">${exporting.recordsStart}</button>
      </form>`,
    status: Object.keys(faults).length > 0 ? 422 : 200,
  };
}

/** For a selection that nobody can go through, and for one in which there is nothing. */
export function recordsOutOfReach(
  state: CopyState,
  summary: CopySummary | null,
  locale: Locale,
  root: string,
): ReviewPage {
  const { words, formats } = locale;
  const { exporting } = words;
  return {
    title: exporting.recordsTitle,
    main: html`<h1>${exporting.recordsTitle}</h1>
      <p>
        ${summary ? exporting.recordsNothing : exporting.recordsTooMany(formats.number(mostCopied))}
      </p>
      ${otherSelection(state.wish, locale, root)}`,
    status: 200,
  };
}

const otherSelection = (wish: EditorsWish, { words }: Locale, root: string): Html =>
  html`<form method="get" action="${root}/records-request">
    ${hiddenWish(wish)}
    <button>${words.exporting.recordsOther}</button>
  </form>`;

interface ChoosePage {
  state: CopyState;
  summary: CopySummary;
  shown: Commented[];
  hasMore: boolean;
  /** Whether something has changed since the editor last looked. */
  isChanged: boolean;
}

/** The page on which an editor goes through the comments and marks what to mask. */
export function recordsChoose(
  { state, summary, shown, hasMore, isChanged }: ChoosePage,
  locale: Locale,
  root: string,
): ReviewPage {
  const { words, formats } = locale;
  const { exporting } = words;
  const figures = [summary.responses, summary.comments].map((count) => formats.number(count));
  return {
    title: exporting.recordsChooseTitle,
    main: html`<h1>${exporting.recordsChooseTitle}</h1>
      ${isChanged && landingNotice(changedNotice, exporting.recordsChanged)}
      <p>${exporting.recordsFound(figures[0] ?? '', figures[1] ?? '')}</p>
      <p>${exporting.recordsRules}</p>
      <p>${exporting.recordsNotes}</p>
      <form class="fields records-choice" method="post"
        action="${root}/records-request/choose#${changedNotice}">
        ${hiddenState(state)}
        ${hidden('shown', packNumbers(shown.map(({ response }) => response.id)))}
        <div>
          <label for="words">${exporting.recordsWords}</label>
          <p class="quiet" id="words-hint">${exporting.recordsWordsHint}</p>
          <textarea id="words" name="words" rows="3" maxlength="${longestWords}"
            spellcheck="false" autocomplete="off" aria-describedby="words-hint">
${state.choice.words}</textarea>
        </div>
        ${
          shown.length > 0 &&
          html`<ol class="comments" start="${state.part * commentsAtATime + 1}">
          ${shown.map((commented) => chooseEntry(commented, state, locale))}
        </ol>`
        }
        <div class="actions">
          ${state.part > 0 && html`<button name="go" value="previous">${exporting.recordsPrevious}</button>`}
          ${hasMore && html`<button name="go" value="next">${exporting.recordsNext}</button>`}
          <button class="main-button" name="go" value="preview">${exporting.recordsPreview}</button>
        </div>
      </form>
      ${otherSelection(state.wish, locale, root)}`,
  };
}

/**
 * Where it stands that something has changed. Every form that may be answered with it leads
 * there: without the notice, the page just begins at its top.
 */
export const changedNotice = 'changed';

/** How many comments are gone through at a time. */
export const commentsAtATime = 100;

function chooseEntry(
  { response, comment, work }: Commented,
  { choice }: CopyState,
  locale: Locale,
) {
  const { words, formats } = locale;
  const { recordsMark, commentOf, recordsBecomes } = words.exporting;
  const { id, answer, received, page } = response;
  // Hidden words in a label are a line of their own for who reads by arrow.
  return html`<li>
    <p class="comment-about">
      <strong class="answer-${answer}">${words[answer]}</strong> ${timeOf(received, locale)},
      <bdi>${page.title?.trim() || page.address}</bdi>
    </p>
    <blockquote lang="" dir="auto">${response.comment}</blockquote>
    ${
      comment.text !== response.comment &&
      !choice.comments.has(id) &&
      html`<p class="quiet">${recordsBecomes}</p>
      <blockquote lang="" dir="auto">${comment.text}</blockquote>`
    }
    ${work && workInCopy(work, locale)}
    <p class="choice">
      <input type="checkbox" id="mark-${id}" name="mark" value="${id}" ${
        choice.comments.has(id) && html`checked`
      } aria-label="${recordsMark}, ${commentOf(formats.moment(received))}">
      <label for="mark-${id}" aria-hidden="true">${recordsMark}</label>
    </p>
  </li>`;
}
