import { html } from 'hono/html';
import type { PageSummary } from '../../store/store.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import { pageNameMarkup } from '../page-name.ts';
import type { Html } from '../review-environment.ts';

/** What is wrong with the address that was written. */
export interface MergeFault {
  fault: keyof Locale['words']['merge']['faults'];
}

interface MergeForm extends Partial<MergeFault> {
  page: PageSummary;
  /** What was written. */
  into: string;
  root: string;
}

/** Asks where a page has gone. */
export function mergeForm({ page, into, fault, root }: MergeForm, { words }: Locale): ReviewPage {
  const { merge } = words;
  const here = `${root}/pages/${page.id}`;
  return {
    title: merge.title,
    main: html`<p class="back"><a href="${here}">${pageNameMarkup(page)}</a></p>
      <h1>${merge.title}</h1>
      <p>${merge.text}</p>
      <p class="address">${merge.from}: <bdi>${page.address}</bdi></p>
      <form class="fields settings" method="get" action="${here}/merge">
        <div>
          <label for="into">${merge.into}</label>
          <p class="quiet" id="into-hint">${merge.intoHint}</p>
          ${fault && html`<p class="fault" id="into-fault">${merge.faults[fault]}</p>`}
          <input id="into" name="into" type="text" inputmode="url" autocomplete="off"
            spellcheck="false" value="${into}"
            aria-describedby="into-hint${fault && ' into-fault'}"
            ${fault && html`aria-invalid="true" autofocus`}>
        </div>
        <button class="main-button">${merge.preview}</button>
      </form>`,
    status: fault === undefined ? 200 : 422,
  };
}

interface MergePreview {
  page: PageSummary;
  into: string;
  /** The page at that address; null when it has no answers yet. */
  successor: PageSummary | null;
  root: string;
}

const answersOf = ({ yes, no, partly, leftOut }: PageSummary) => yes + no + partly + leftOut;

/** Shows what a merge does, and asks whether to do it. */
export function mergePreview({ page, into, successor, root }: MergePreview, locale: Locale) {
  const { words, formats } = locale;
  const { merge } = words;
  const row = (name: Html | string, pages: PageSummary[]) => {
    const sum = (of: (page: PageSummary) => number) =>
      formats.number(pages.reduce((total, each) => total + of(each), 0));
    return html`<tr>
      <th scope="row">${name}</th>
      <td>${sum(answersOf)}</td>
      <td>${sum(({ comments }) => comments)}</td>
    </tr>`;
  };
  const isMove = successor === null;
  const title = isMove ? merge.confirmMoveTitle : merge.confirmTitle;
  const both = successor ? [page, successor] : [page];
  return {
    title,
    main: html`<p class="back"><a href="${root}/pages/${page.id}/merge">${merge.title}</a></p>
      <h1>${title}</h1>
      <table class="records">
        <thead>
          <tr>
            <th scope="col">${merge.page}</th>
            <th scope="col">${merge.answers}</th>
            <th scope="col">${merge.comments}</th>
          </tr>
        </thead>
        <tbody>
          ${row(html`${merge.from}: <bdi>${page.address}</bdi>`, [page])}
          ${row(html`${merge.into}: <bdi>${into}</bdi>`, successor ? [successor] : [])}
          ${!isMove && row(merge.after, both)}
        </tbody>
      </table>
      ${isMove && html`<p>${merge.isNew}</p>`}
      <p>${merge.takesTime}</p>
      <p><strong>${merge.noUndo}</strong></p>
      <form method="post" action="${root}/pages/${page.id}/merge">
        <input type="hidden" name="into" value="${into}">
        <button class="final-button">${isMove ? merge.confirmMove : merge.confirm}</button>
      </form>`,
  } satisfies ReviewPage;
}

/** What was done: a page got another's answers, or there was none at the new address. */
export const mergeKinds = ['merge', 'move'] as const;

interface MergedPage {
  /** The canonical addresses of the page and of its successor. */
  from: string;
  into: { id: number; address: string };
  isDone: boolean;
  /** Undefined when it was not done a moment ago. */
  kind: (typeof mergeKinds)[number] | undefined;
  root: string;
}

/** What has become of a merge that was begun. */
export function mergedPage({ from, into, isDone, kind, root }: MergedPage, { words }: Locale) {
  const { merge } = words;
  const said = isDone ? merge.done[kind ?? 'earlier'] : merge.underWay;
  return {
    title: said,
    main: html`<h1>${said}</h1>
      <p>${merge.doneText(from, into.address)}</p>
      <p><a href="${root}/pages/${into.id}">${merge.toSuccessor}</a></p>`,
  } satisfies ReviewPage;
}
