import { html } from 'hono/html';
import type { Revision } from '../../store/revisions.ts';
import type { PageSummary } from '../../store/store.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import { pageNameMarkup } from '../page-name.ts';
import type { Html } from '../review-environment.ts';
import { editForm, noteField } from './edit-form.ts';
import type { EditFault, TypedEdit } from './read-edit.ts';

interface EditPage {
  page: PageSummary;
  /** Where the page's report is, at its list of changes. */
  report: string;
  /** Where the form is sent. */
  action: string;
}

/** The form again, when what was written could not be taken. */
export function addEditPage(
  { page, report, action, typed, fault }: EditPage & { typed: TypedEdit; fault: EditFault },
  locale: Locale,
): ReviewPage {
  const { words } = locale;
  return {
    title: words.faultTitle(words.addEditTitle),
    status: 422,
    main: html`${back(report, locale)}
      <h1>${words.addEditTitle}</h1>
      <p>${pageNameMarkup(page)}</p>
      ${editForm(action, { typed, fault }, locale)}`,
  };
}

interface ChangePage extends EditPage {
  revision: Revision;
  /** The note as an editor wrote it; else the one that is stored. */
  typed?: string;
  /** It was too long, or somebody has changed the stored one since it was seen. */
  problem?: 'note' | 'stale';
}

/** One change of a page: its note, and how to take it away. */
export function changeEditPage(options: ChangePage, locale: Locale): ReviewPage {
  const { page, report, action, revision, typed, problem } = options;
  const { words, formats } = locale;
  const title = words.changeEditTitle(formats.day(revision.day));
  const version = html`<input type="hidden" name="version" value="${revision.version}">`;
  return {
    title: problem ? words.faultTitle(title) : title,
    status: problem === undefined ? 200 : problem === 'stale' ? 409 : 422,
    main: html`${back(report, locale)}
      <h1>${title}</h1>
      <p>${pageNameMarkup(page)}</p>
      ${problem === 'stale' && staleNote(revision, locale)}
      <form class="fields" method="post" action="${action}">
        ${version} ${noteField(typed ?? revision.note ?? '', problem === 'note', locale)}
        <button class="main-button">${words.saveNote}</button>
      </form>
      <h2>${words.deleteEditTitle}</h2>
      <p>${words.deleteEditText} ${revision.source === 'page' && words.deleteToldText}</p>
      <form method="post" action="${action.replace('?', '/delete?')}">
        ${version}
        <button class="final-button">${words.deleteEdit}</button>
      </form>`,
  };
}

const back = (report: string, { words }: Locale): Html =>
  html`<p class="back"><a href="${report}">${words.backToReport}</a></p>`;

const staleNote = ({ note }: Revision, { words }: Locale): Html =>
  html`<div class="notice">
    <p>${words.staleEdit}</p>
    <p>${words.savedNote}</p>
    <blockquote>${note ?? words.noNote}</blockquote>
  </div>`;
