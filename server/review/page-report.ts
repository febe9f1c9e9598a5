import { html } from 'hono/html';
import type { DailyCount, PageSummary } from '../store/store.ts';
import { commentList } from './comment-list.ts';
import { answersIn, dailyChart } from './daily-chart.ts';
import { dailyTable } from './daily-table.ts';
import type { ReviewPage } from './layout.ts';
import type { Locale } from './locale.ts';
import { pageFacts } from './page-facts.ts';
import { pageName, pageNameMarkup } from './page-name.ts';
import { createPaging, pagingLinks } from './paging.ts';
import { daysUpTo, longestPeriod, periodLinks, readPeriod } from './period.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import type { Html, ReviewContext } from './review-environment.ts';
import { shareInWords } from './share.ts';

type ReportDependencies = Pick<ReviewDependencies, 'store' | 'clock' | 'dayOf'>;

/**
 * One page's report.
 * @returns null when there is no such page, or the editor has no right to it
 */
export async function showPageReport(
  c: ReviewContext,
  { store, clock, dayOf }: ReportDependencies,
  root: string,
): Promise<ReviewPage | null> {
  const { locale, editor } = c.var;
  const { words } = locale;
  const page = await store.findPage(Number(c.req.param('id')));
  if (!page || !editor?.siteIds.includes(page.siteId)) return null;

  const period = readPeriod(c.req.query('days'));
  const days = daysUpTo(dayOf(clock()), period);
  const counts = await store.listDailyCounts(page.id, days[0] ?? '', days.at(-1) ?? '');
  const commentCount = await store.countComments(page.id);
  const paging = createPaging(c.req.query('page'), commentCount);
  const comments = await store.listComments(page.id, paging.slice);
  const href = `${root}/pages/${page.id}`;
  return {
    title: pageName(page),
    main: html`<p class="back"><a href="${root}/">${words.allPages}</a></p>
      ${reportHead(page, locale)}
      <section aria-labelledby="per-day">
        <h2 id="per-day">${words.perDay}</h2>
        ${periodLinks(period, locale, href)} ${dailyPicture(days, counts, locale)}
      </section>
      <div class="columns">
        ${
          counts.length > 0 &&
          html`<section aria-labelledby="table">
          <h2 id="table">${words.tableTitle}</h2>
          ${dailyTable(counts, locale)}
        </section>`
        }
        <section aria-labelledby="comments">
          <h2 id="comments">${words.comments}</h2>
          ${
            commentCount === 0
              ? html`<p>${words.noComments}</p>`
              : html`<p class="quiet">${words.commentsOrder}</p>
                ${commentList(comments, locale, scoreAddress(c, page, root))}`
          }
          ${pagingLinks(paging, locale, (n) => `${href}?days=${period}&page=${n}#comments`)}
        </section>
      </div>`,
  };
}

/** Where an editor changes what counts; undefined for those who may only read. */
function scoreAddress(c: ReviewContext, page: PageSummary, root: string): string | undefined {
  const role = c.var.editor?.roles.get(page.siteId);
  if (role === undefined || role === 'reader') return undefined;
  // The query says which part of the list the editor comes back to.
  return `${root}/pages/${page.id}/score${new URL(c.req.url).search}`;
}

function reportHead(page: PageSummary, locale: Locale): Html {
  const { words } = locale;
  return html`<h1>${pageNameMarkup(page)}</h1>
    <p class="address">
      ${words.address} <a href="${page.address}" rel="noreferrer">${page.address}</a>
    </p>
    <div class="panel">${pageFacts(page, locale, eachAnswer(page, locale))}</div>
    <p class="quiet">${words.caveat}</p>
    ${page.comments > 0 && html`<p class="jump"><a href="#comments">${words.toComments}</a></p>`}`;
}

function eachAnswer(page: PageSummary, { words, formats }: Locale): Html {
  const figures = answersIn([page]).map(
    (answer) => `${words[answer]}\u00a0${formats.number(page[answer])}`,
  );
  return html`<div>
    <dt>${words.eachAnswer}</dt>
    <dd>${figures.join(', ')}</dd>
  </div>`;
}

function dailyPicture(days: string[], counts: DailyCount[], locale: Locale): Html {
  const { words, formats } = locale;
  if (counts.length === 0) {
    const longest = days.length === longestPeriod;
    return html`<p>${longest ? words.noAnswersInLongestPeriod : words.noAnswersInPeriod}</p>`;
  }
  const sum = (answer: 'yes' | 'no' | 'partly') =>
    counts.reduce((total, count) => total + count[answer], 0);
  const answers = { yes: sum('yes'), no: sum('no'), partly: sum('partly') };
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return html`<p class="period-share">
      ${words.fromTo(formats.day(first), formats.day(last))}: ${shareInWords(answers, locale)}
    </p>
    <div class="panel">${dailyChart(days, counts, locale)}</div>`;
}
