import { html } from 'hono/html';
import type { EditDay } from '../../revisions/edit-days.ts';
import type { EditEffect, EditSide } from '../../revisions/edit-effects.ts';
import type { Revision } from '../../store/revisions.ts';
import { answersOfTime } from '../answers-of-time.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';
import { verdictInWords } from '../verdict.ts';

/**
 * The changes of a page, the newest first, each with what was answered before and after it.
 * @param href where an editor changes one; undefined for those who may only read
 */
export function editList(
  effects: EditEffect[],
  locale: Locale,
  href?: (revision: Revision) => string,
): Html {
  return html`<ol class="edits">
    ${effects.map(
      ({ edit, ...effect }, index) =>
        html`<li>
          <h3>${index + 1}. ${locale.formats.day(edit.day)}</h3>
          ${edit.revisions.map((revision) => aboutEdit(revision, locale))}
          <dl class="sides">
            ${sideOf(effect.before, 'editBefore', locale)}
            ${sideOf(effect.after, 'editAfter', locale)}
          </dl>
          <p class="verdict">${verdictInWords(effect.comparison, 'edit', locale)}</p>
          ${href && changeable(edit).map((revision) => changeLink(revision, href(revision), locale))}
        </li>`,
    )}
  </ol>`;
}

function aboutEdit({ note, actor }: Revision, { words }: Locale): Html {
  return html`${note !== null && html`<p><bdi lang="">${note}</bdi></p>`}
    <p class="quiet">${actor === null ? words.editToldByPage : words.editEnteredBy(actor)}</p>`;
}

function sideOf(side: EditSide, name: 'editBefore' | 'editAfter', locale: Locale): Html {
  const { words } = locale;
  if (side.from <= side.to) {
    return answersOfTime((from, to) => words[name](from, to), side, locale);
  }
  return html`<div>
    <dt>${name === 'editBefore' ? words.editBeforeNone : words.editAfterNone}</dt>
    <dd>${words.editNoDays}</dd>
  </div>`;
}

/** What a page told without a note is of no use to change while an editor's own says the same. */
const changeable = ({ revisions }: EditDay): Revision[] =>
  revisions.filter(
    ({ source, note }) => source === 'editor' || note !== null || revisions.length === 1,
  );

const changeLink = ({ day }: Revision, href: string, { words, formats }: Locale): Html =>
  html`<p class="jump">
    <a href="${href}" aria-label="${words.changeEdit}${words.changeEditOf(formats.day(day))}"
      >${words.changeEdit}</a
    >
  </p>`;
