import { html } from 'hono/html';
import type { PageSummary, Store } from '../store/store.ts';
import { emptyList, noSites, type EmptyListAddresses } from './empty-list.ts';
import { excerpt } from './excerpt.ts';
import type { ReviewPage } from './layout.ts';
import type { Locale } from './locale.ts';
import { pageFacts, timeOf } from './page-facts.ts';
import { pageName, pageNameMarkup } from './page-name.ts';
import { createPaging, pagingLinks } from './paging.ts';
import type { Html, ReviewContext } from './review-environment.ts';

interface PageListAddresses extends EmptyListAddresses {
  /** The path of the review. */
  root: string;
}

/** The pages with answers of the editor's sites, those with the newest answer first. */
export async function showPageList(
  c: ReviewContext,
  store: Store,
  addresses: PageListAddresses,
): Promise<ReviewPage> {
  const { locale, editor } = c.var;
  const { words, formats } = locale;
  const siteIds = editor?.siteIds ?? [];
  if (siteIds.length === 0) return noSites(locale);
  const count = await store.countPages(siteIds);
  if (count === 0) return emptyList(locale, addresses);

  const { root } = addresses;
  const paging = createPaging(c.req.query('page'), count);
  const pages = await store.listPages(siteIds, paging.slice);
  const place = words.pageOf(formats.number(paging.page), formats.number(paging.pages));
  return {
    title: paging.pages > 1 ? `${words.title}, ${place}` : words.title,
    main: html`<h1>${words.title}</h1>
      <p class="lead">${words.pagesWithAnswers(count, formats.number(count))}</p>
      <div class="notes">
        <p>${words.caveat}</p>
        <p>${words.shareNote}</p>
      </div>
      <ol class="pages" start="${paging.slice.offset + 1}">
        ${pages.map((page) => listEntry(page, locale, root))}
      </ol>
      ${pagingLinks(paging, locale, (page) => `${root}/?page=${page}`)}`,
  };
}

function listEntry(page: PageSummary, locale: Locale, root: string): Html {
  return html`<li>
    <div class="page-head">
      <h2><a href="${root}/pages/${page.id}">${pageNameMarkup(page)}</a></h2>
      ${pageName(page) !== page.address && html`<p class="address">${page.address}</p>`}
    </div>
    ${pageFacts(page, locale)} ${latestComment(page, locale)}
  </li>`;
}

function latestComment({ latestComment: comment }: PageSummary, locale: Locale): Html | null {
  if (!comment) return null;
  const { words } = locale;
  return html`<div class="latest-comment">
    <p class="comment-about">
      ${words.latestComment}: ${words[comment.answer]}, ${timeOf(comment.received, locale)}
    </p>
    <blockquote lang="" dir="auto">${excerpt(comment.text)}</blockquote>
  </div>`;
}
