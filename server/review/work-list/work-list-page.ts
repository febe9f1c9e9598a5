import { html } from 'hono/html';
import type { Member } from '../../store/people.ts';
import type { Store } from '../../store/store.ts';
import { sitesWithRole } from '../access/roles.ts';
import { emptyList, noSites, type EmptyListAddresses } from '../empty-list.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import { createPaging, pagingLinks } from '../paging.ts';
import type { Html, ReviewContext } from '../review-environment.ts';
import { filterOf, listAddress, readChoices, usualChoices, type Choices } from './choices.ts';
import { filterForm } from './filter-form.ts';
import type { Ranking } from './ranking.ts';
import { summary } from './summary.ts';
import { workEntry } from './work-entry.ts';

/** Visitors tell the language of a page: there may be more than anybody would choose from. */
const mostLanguages = 50;

interface WorkListDependencies extends EmptyListAddresses {
  store: Store;
  ranking: Ranking;
  /** The path of the review. */
  root: string;
}

/** The start page: what awaits the editor, and the pages in the order in which they need work. */
export async function showWorkList(
  c: ReviewContext,
  deps: WorkListDependencies,
): Promise<ReviewPage> {
  const { store, ranking, root } = deps;
  const { locale, editor } = c.var;
  const { words, formats } = locale;
  if (!editor || editor.siteIds.length === 0) return noSites(locale);
  if ((await store.countPages(editor.siteIds)) === 0) return emptyList(locale, deps);

  const sites = (await store.listSites()).filter(({ id }) => editor.siteIds.includes(id));
  const choices = readChoices(c, sites);
  const filter = filterOf(choices, sites, editor, ranking.today());
  await (filter.sinceEdit ? ranking.refreshSinceEdit : ranking.refresh)(filter.siteIds);
  const sums = await store.sumWork({ ...filter, onlyWaiting: false });
  const count = await store.countWork(filter);
  const paging = createPaging(c.req.query('page'), count);
  const from = ranking.periodStarts()[filter.period];
  const pages = await store.listWork(filter, from, choices.sort, paging.slice);
  const offers = {
    sites,
    languages: (await store.listPageLanguages(editor.siteIds)).slice(0, mostLanguages),
    people: await listPeople(store, editor.siteIds),
  };
  const place = words.pageOf(formats.number(paging.page), formats.number(paging.pages));
  return {
    title: paging.pages > 1 ? `${words.title}, ${place}` : words.title,
    main: html`<h1>${words.title}</h1>
      ${(count > 0 || choices.onlyNew) && summary(sums, choices, locale, root)}
      ${filterForm(choices, offers, locale, root)}
      <h2>${words.work.listTitle}</h2>
      ${
        count === 0
          ? nothingFound(choices, locale, root)
          : html`<p>
                ${words.work.pages(count, formats.number(count))}
                ${words.work.orders[choices.sort]}
                ${
                  choices.period === 'edit'
                    ? words.work.figuresSinceEdit
                    : words.work.figuresOf(formats.number(choices.period))
                }
              </p>
              <ol class="pages" start="${paging.slice.offset + 1}">
                ${pages.map((page) => workEntry(page, choices.period, locale, root))}
              </ol>
              ${pagingLinks(paging, locale, (page) => listAddress(root, choices, page))}`
      }
      ${notes(locale)}
      ${
        sitesWithRole(editor, 'editor').length > 0 &&
        html`<p class="jump">
          <a href="${root}/responsible">${words.work.assignSection}</a>
        </p>`
      }`,
  };
}

/** What the figures mean, and what they do not. */
const notes = ({ words }: Locale): Html =>
  html`<details class="notes">
    <summary>${words.work.caveat}</summary>
    <p>${words.caveat}</p>
    <p>${words.shareNote}</p>
    <p>${words.work.attentionNote}</p>
  </details>`;

function nothingFound(choices: Choices, locale: Locale, root: string): Html {
  const { work } = locale.words;
  // Pages that have not been edited may have what there is.
  const isOnly = (name: 'onlyNew' | 'responsible') =>
    choices.period !== 'edit' &&
    listAddress(root, { ...choices, [name]: usualChoices[name] }) ===
      listAddress(root, { ...usualChoices, sort: choices.sort, period: choices.period });
  const text =
    choices.onlyNew && isOnly('onlyNew')
      ? work.noneNew
      : choices.responsible === 'mine' && isOnly('responsible')
        ? work.noneMine
        : `${work.noneTitle}. ${work.noneText}`;
  return html`<p>${text}</p>
    <p class="jump"><a href="${listAddress(root, usualChoices)}">${work.showAll}</a></p>`;
}

/** Everybody who may answer for a page of these sites, by name. */
async function listPeople(store: Store, siteIds: number[]): Promise<Member[]> {
  const people = new Map<number, Member>();
  for (const siteId of siteIds) {
    for (const member of await store.listMembers(siteId)) people.set(member.editorId, member);
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, 'sv'));
}
