import { html } from 'hono/html';
import type { PersonalData } from '../../contract/personal-data.ts';
import type { PlacedComment } from '../../store/triage.ts';
import type { ReviewPage } from '../layout.ts';
import type { Html, ReviewContext } from '../review-environment.ts';
import { commentHead, commentText } from './comment-card.ts';
import { backToComment, commentAddress } from './comment-links.ts';
import { hidden } from './conflict-page.ts';
import { mask, nameOfPiece, partsAround, type Masking } from './mask-words.ts';
import { textMark } from './text-mark.ts';

export interface MaskFault {
  text: string;
}

interface MaskForm {
  comment: PlacedComment;
  root: string;
  /** What the rules have found. */
  found: PersonalData[];
  /** The names of the proposals that are chosen. */
  chosen: string[];
  more: string;
  fault?: MaskFault | undefined;
}

/** Where an editor chooses the words to hide. */
export function maskForm(
  c: ReviewContext,
  { comment, root, found, chosen, more, fault }: MaskForm,
): ReviewPage {
  const { locale } = c.var;
  const { masking } = locale.words;
  return {
    title: masking.maskTitle,
    ...(fault && { status: 422 as const }),
    main: html`${backToComment(c, comment, root)}
      <h1>${masking.maskTitle}</h1>
      <p>${masking.maskText}</p>
      <div class="panel">${commentHead(comment, locale)} ${commentText(comment)}</div>
      <form class="fields" method="post" action="${actionOf(c, comment, root)}">
        <input type="hidden" name="mark" value="${textMark(comment.text)}">
        ${found.length === 0 ? html`<p>${masking.maskNoneFound}</p>` : proposalBoxes(comment, found, chosen, masking.maskFound)}
        <div>
          <label for="more">
            ${masking.maskMore} ${fault && html`<span class="fault">${fault.text}</span>`}
          </label>
          <p class="quiet" id="more-hint">${masking.maskMoreHint}</p>
          <textarea id="more" name="more" rows="3" aria-describedby="more-hint" spellcheck="false"
            ${fault && html`aria-invalid="true" autofocus`}>${'\n'}${more}</textarea>
        </div>
        <button class="main-button" name="step" value="preview">${masking.maskPreview}</button>
      </form>`,
  };
}

function proposalBoxes(
  { text }: PlacedComment,
  found: PersonalData[],
  chosen: string[],
  legend: string,
): Html {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${found.map(
      (piece) =>
        html`<label class="choose">
          <input type="checkbox" name="found" value="${nameOfPiece(piece)}"
            ${chosen.includes(nameOfPiece(piece)) && html`checked`}>
          <bdi lang="">${text.slice(piece.start, piece.end)}</bdi>
        </label>`,
    )}
  </fieldset>`;
}

interface Preview {
  comment: PlacedComment;
  root: string;
  hiding: Masking;
  chosen: string[];
  more: string;
}

/** What the comment will be, to be confirmed: nobody can take it back. */
export function previewPage(
  c: ReviewContext,
  { comment, root, hiding, chosen, more }: Preview,
): ReviewPage {
  const { locale } = c.var;
  const { masking } = locale.words;
  const [first, ...others] = partsAround(hiding);
  return {
    title: masking.maskConfirmTitle,
    main: html`${backToComment(c, comment, root)}
      <h1>${masking.maskConfirmTitle}</h1>
      <p>${masking.maskConfirmText}</p>
      <div class="panel">
        ${commentHead(comment, locale)}
        <blockquote lang="" dir="auto">${first}${others.map((part) => html`<mark>${mask}</mark>${part}`)}</blockquote>
      </div>
      <form class="actions" method="post" action="${actionOf(c, comment, root)}">
        ${hidden([
          ['mark', textMark(comment.text)],
          ['more', more],
          ...chosen.map((name): [string, string] => ['found', name]),
        ])}
        <button class="final-button" name="step" value="confirm">${masking.maskConfirm}</button>
        <button name="step" value="edit">${masking.maskEdit}</button>
      </form>`,
  };
}

/** The text is another than the editor read. */
export function changedPage(c: ReviewContext, comment: PlacedComment, root: string): ReviewPage {
  const { masking } = c.var.locale.words;
  return {
    title: masking.maskChangedTitle,
    status: 409,
    main: html`<h1>${masking.maskChangedTitle}</h1>
      <p>${masking.maskChangedText}</p>
      <p class="back"><a href="${actionOf(c, comment, root)}">${masking.maskLink}</a></p>`,
  };
}

/** The address of the form, with the list that the editor came from. */
const actionOf = (c: ReviewContext, comment: PlacedComment, root: string): string =>
  commentAddress(c, comment, root).replace(/(?=\?|$)/, '/mask');
