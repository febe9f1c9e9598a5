import { html } from 'hono/html';
import type { Store } from '../store/store.ts';
import type { SuspectedAnswers } from '../store/suspected-answers.ts';
import { hasRole } from './access/roles.ts';
import type { Locale } from './locale.ts';
import type { Html, ReviewContext } from './review-environment.ts';
import { placeToReturn } from './triage/return-to.ts';

export interface SuspectedPlace {
  page: { id: number; siteId: number };
  /** The days that are told of, as `2026-11-22`, both ends included. */
  from: string;
  to: string;
}

/**
 * The small place of a page's report that tells how many answers without a comment are
 * suspected to be no person's, by day and layer, and lets editors count them again.
 * @returns undefined when there are none in the period
 */
export async function showSuspectedAnswers(
  c: ReviewContext,
  { store, root }: { store: Store; root: string },
  { page, from, to }: SuspectedPlace,
): Promise<Html | undefined> {
  const suspected = await store.listSuspectedAnswers(page, from, to);
  if (suspected.length === 0) return undefined;
  const { locale, editor } = c.var;
  const { tagging } = locale.words;
  const mayChange = hasRole(editor, page.siteId, 'editor');
  const action = `${root}/pages/${page.id}/suspected`;
  return html`<section aria-labelledby="suspected">
    <h2 id="suspected">${tagging.suspectedTitle}</h2>
    ${notice(c)}
    <p class="quiet">${tagging.suspectedText}</p>
    <table class="records">
      <thead>
        <tr>
          <th scope="col">${tagging.suspectedDay}</th>
          <th scope="col">${tagging.suspectedWhy}</th>
          <th scope="col">${tagging.suspectedLeftOut}</th>
          <th scope="col">${tagging.suspectedCounted}</th>
          ${mayChange && html`<th scope="col">${tagging.suspectedAction}</th>`}
        </tr>
      </thead>
      <tbody>
        ${suspected.map(
          (row) =>
            html`<tr>
              <th scope="row">
                <time datetime="${row.day}">${locale.formats.day(row.day)}</time>
              </th>
              <td>${whyInWords(row.suspicion, locale)}</td>
              <td data-name="${tagging.suspectedLeftOut}">${locale.formats.number(row.leftOut)}</td>
              <td data-name="${tagging.suspectedCounted}">${locale.formats.number(row.counted)}</td>
              ${mayChange && html`<td>${changeForm(row, action, placeOf(c), locale)}</td>`}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** What the layers saw, in words; a layer of another time by its name. */
function whyInWords(suspicion: string, { words }: Locale): string {
  const names: Record<string, string> = words.tagging.layers;
  return suspicion
    .split(', ')
    .map((layer) => names[layer] ?? layer)
    .join(', ');
}

function changeForm(
  { day, suspicion, leftOut, counted }: SuspectedAnswers,
  action: string,
  returnTo: string,
  locale: Locale,
): Html {
  const { tagging, triage } = locale.words;
  const why = whyInWords(suspicion, locale);
  const which = html`<span class="visually-hidden"
    >${tagging.suspectedOf(locale.formats.day(day), why)}</span
  >`;
  return html`<form class="actions" method="post" action="${action}">
    <input type="hidden" name="returnTo" value="${returnTo}">
    <input type="hidden" name="day" value="${day}">
    <input type="hidden" name="suspicion" value="${suspicion}">
    ${leftOut > 0 && html`<button name="counts" value="yes">${triage.countIn}${which}</button>`}
    ${counted > 0 && html`<button name="counts" value="no">${triage.leaveOut}${which}</button>`}
  </form>`;
}

const told = 'suspected';

/** The report's own address, without what was done before. */
function placeOf(c: ReviewContext): string {
  const url = new URL(placeToReturn(c), 'http://gensvar.invalid');
  url.searchParams.delete(told);
  return url.pathname + url.search;
}

/** What was done a moment ago; the button beside the answers takes it back. */
function notice(c: ReviewContext): Html | undefined {
  const { locale } = c.var;
  const { tagging } = locale.words;
  const [, day, counts, suspicion] =
    /^(\d{4}-\d\d-\d\d)\.(yes|no)\.([a-z, -]{1,200})$/.exec(c.req.query(told) ?? '') ?? [];
  if (day === undefined || suspicion === undefined) return undefined;
  const tell = counts === 'yes' ? tagging.suspectedNowCounted : tagging.suspectedNowLeftOut;
  const text = tell(locale.formats.day(day), whyInWords(suspicion, locale));
  return html`<p class="notice" id="suspected-done" tabindex="-1" role="group" aria-label="${text}">
    ${text}
  </p>`;
}
