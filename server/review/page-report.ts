import { html } from 'hono/html';
import { isPromptOff } from '../contract/prompt-off.ts';
import type { Period } from '../days.ts';
import { editDays } from '../revisions/edit-days.ts';
import type { DailyCount, PageSummary, Site } from '../store/store.ts';
import { showCommentList } from './comment-list.ts';
import { answersIn, dailyChart } from './daily-chart.ts';
import { dailyTable } from './daily-table.ts';
import type { EditMark } from './edit-marks.ts';
import type { ReviewPage } from './layout.ts';
import type { Locale } from './locale.ts';
import { pageFacts } from './page-facts.ts';
import { pageName, pageNameMarkup } from './page-name.ts';
import { pageResult, periodBefore } from './page-result.ts';
import { createPaging, pagingLinks } from './paging.ts';
import { periodChoice } from './period-choice.ts';
import { periodQuery, readPeriod, resolvePeriod, type PeriodChoice } from './period.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import type { Html, ReviewContext } from './review-environment.ts';
import { reportLinks } from './report-links.ts';
import { mostEdits, pageEdits } from './revisions/page-edits.ts';
import { showSuspectedAnswers } from './suspected-answers.ts';
import { timeUnits } from './time-units.ts';
import { pageCare } from './work-list/page-care.ts';

type ReportDependencies = Pick<ReviewDependencies, 'store' | 'clock' | 'dayOf' | 'mail'>;

/**
 * One page's report: a period with its result and its trend, the comments, and when the page
 * was changed and what came of it.
 * @returns null when there is no such page, or the editor has no right to it
 */
export async function showPageReport(
  c: ReviewContext,
  { store, clock, dayOf, mail }: ReportDependencies,
  root: string,
): Promise<ReviewPage | null> {
  const { locale, editor } = c.var;
  const { words } = locale;
  const page = await store.findPage(Number(c.req.param('id')));
  if (!page || !editor?.siteIds.includes(page.siteId)) return null;

  const today = dayOf(clock());
  const edits = editDays(await store.listRevisions(page.id, mostEdits));
  const lastEdit = edits[0]?.day ?? null;
  const read = readPeriod((name) => c.req.query(name), today);
  const period = resolvePeriod(read.choice, today, lastEdit) ?? usualPeriod(today);
  const isEmpty = period.from > period.to;
  const earliest = isEmpty ? period.from : periodBefore(period).from;
  const counts = await store.listDailyCounts(page.id, earliest, period.to);
  const commentCount = await store.countComments(page.id);
  const paging = createPaging(c.req.query('page'), commentCount);
  const comments = await store.listComments(page.id, paging.slice);
  const listed = comments.map((comment) => ({ ...comment, siteId: page.siteId }));
  const empty = html`<p>${words.noComments}</p>`;
  const site = (await store.listSites()).find(({ id }) => id === page.siteId);
  const href = `${root}/pages/${page.id}`;
  const query = periodQuery(read.choice);
  const marks = edits
    .map(({ day }, index) => ({ day, number: index + 1 }))
    .filter(({ day }) => day >= period.from && day <= period.to);
  return {
    title: read.fault ? words.faultTitle(pageName(page)) : pageName(page),
    main: html`${reportHead(page, site, locale)}
      <div class="overview">
        <section aria-labelledby="result">
          <h2 id="result">${words.resultTitle}</h2>
          ${periodChoice({ read, href, hasEdit: lastEdit !== null }, locale)}
          ${missingEdit(read.choice, lastEdit, locale)}
          ${isEmpty ? html`<p>${words.editedToday}</p>` : pageResult(period, counts, locale)}
          ${reportLinks(c, { page, site: site ?? { key: '' }, choice: read.choice, period, root })}
        </section>
        ${!isEmpty && trend(period, counts, marks, locale)}
      </div>
      <section aria-labelledby="comments">
        <h2 id="comments">${words.comments}</h2>
        ${commentCount > 0 && html`<p class="quiet">${words.commentsOrder}</p>`}
        ${await showCommentList(c, { store, root }, { comments: listed, empty })}
        ${pagingLinks(paging, locale, (n) => `${href}?${query}&page=${n}#comments`)}
      </section>
      ${await pageEdits(c, { page, edits, today, root, period: query, store })}
      ${await showSuspectedAnswers(c, { store, root }, { page, ...period })}
      ${await pageCare(c, { store, mail }, page, root)}`,
  };
}

const usualPeriod = (today: string): Period => {
  const { choice } = readPeriod(() => undefined, today);
  return resolvePeriod(choice, today, null) ?? { from: today, to: today };
};

/** Why the period is another than the one that was asked for. */
const missingEdit = (choice: PeriodChoice, lastEdit: string | null, { words }: Locale) =>
  choice.kind === 'last-edit' &&
  lastEdit === null &&
  html`<p class="notice">${words.noEditsToCountFrom}</p>`;

/** @param site the page's, which may have switched the prompt off there: then no more answers come */
function reportHead(page: PageSummary, site: Site | undefined, locale: Locale): Html {
  const { words } = locale;
  const isOff = isPromptOff(new URL(page.address).pathname, site?.settings.prompt.offPaths ?? []);
  return html`<h1>${pageNameMarkup(page)}</h1>
    <p class="address">
      ${words.address} <a href="${page.link}" rel="noreferrer">${page.address}</a>
    </p>
    ${isOff && html`<p class="notice">${words.promptIsOff}</p>`}
    <p class="quiet">${words.factsOfAllTime}</p>
    <div class="panel">${pageFacts(page, locale, eachAnswer(page, locale))}</div>
    <p class="quiet">${words.caveat}</p>
    <p class="jump ways">
      ${page.comments > 0 && html`<a href="#comments">${words.toComments}</a>`}
      <a href="#edits">${words.toEdits}</a>
    </p>`;
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

/** The answers by day or week: the table first, the picture beside it. */
function trend(period: Period, counts: DailyCount[], marks: EditMark[], locale: Locale): Html {
  const { words } = locale;
  const units = timeUnits(period, counts);
  const isAnswered = counts.some(({ day }) => day >= period.from && day <= period.to);
  return html`<section aria-labelledby="trend">
    <h2 id="trend">${units.unit === 'day' ? words.perDay : words.perWeek}</h2>
    ${
      isAnswered
        ? html`${dailyTable(units, locale)}
            <div class="panel">${dailyChart(units, marks, locale)}</div>`
        : html`<p>${words.noAnswersInPeriod}</p>`
    }
  </section>`;
}
