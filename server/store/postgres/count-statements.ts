import type { CountChange } from '../count-changes.ts';
import type { BatchStatement } from './batch-statement.ts';

const addedCounts = (table: string) =>
  ['yes', 'no', 'partly', 'comments', 'left_out']
    .map((name) => `${name} = ${table}.${name} + excluded.${name}`)
    .join(', ');

export interface PageNews {
  site: number;
  page: number;
  title: string | null;
  language: string | null;
  received: number;
  /** The last day on which an answer's page said that it was updated. */
  updated: string | null;
}

/**
 * Adds to the counts, each instance (`$2`) in rows of its own, and tells the pages of their
 * newest answers (`$3`). It comes last: instances share the rows of pages, and whoever has
 * one keeps the others waiting until the transaction ends. What the batch changes in the
 * comments comes by page (`$4`), by span (`$5`) and by day (`$6`).
 */
export const addCounts: BatchStatement<CountChange, never> = {
  name: 'add-counts',
  text: `
    with input as materialized (
      select * from json_to_recordset($1) as row (
        "siteId" bigint, "pageId" bigint, day text,
        yes int, no int, partly int, comments int, "leftOut" int)
    ), by_page as (
      insert into page_day
        (site_id, page_id, day, writer, yes, no, partly, comments, left_out)
      select "siteId", "pageId", day, $2, yes, no, partly, comments, "leftOut" from input
      order by 1, 2, 3
      on conflict (site_id, page_id, day, writer) do update set ${addedCounts('page_day')}
    ), by_day as (
      insert into site_day_page
        (site_id, day, page_id, writer, yes, no, partly, comments, left_out)
      select "siteId", day, "pageId", $2, yes, no, partly, comments, "leftOut" from input
      order by 1, 2, 3
      on conflict (site_id, day, page_id, writer) do update set ${addedCounts('site_day_page')}
    ), by_total as (
      insert into page_total (site_id, page_id, writer, yes, no, partly, comments, left_out)
      select "siteId", "pageId", $2, sum(yes), sum(no), sum(partly), sum(comments), sum("leftOut")
      from input group by 1, 2 order by 1, 2
      on conflict (site_id, page_id, writer) do update set ${addedCounts('page_total')}
    ), comments as (
      insert into page_comments (site_id, page_id, writer, stored, waiting)
      select "siteId", "pageId", $2, stored, waiting
      from json_to_recordset($4) as
        row ("siteId" bigint, "pageId" bigint, stored int, waiting int)
      order by 1, 2
      on conflict (site_id, page_id, writer) do update set
        stored = page_comments.stored + excluded.stored,
        waiting = page_comments.waiting + excluded.waiting
    ), comments_by_span as (
      insert into page_span_comments (site_id, page_id, span, writer, stored)
      select "siteId", "pageId", span, $2, stored
      from json_to_recordset($5) as
        row ("siteId" bigint, "pageId" bigint, span int, stored int)
      order by 1, 2, 3
      on conflict (site_id, page_id, span, writer) do update set
        stored = page_span_comments.stored + excluded.stored
    ), comments_by_day as (
      insert into site_day_comments (site_id, utc_day, writer, stored)
      select "siteId", "utcDay", $2, stored
      from json_to_recordset($6) as row ("siteId" bigint, "utcDay" int, stored int)
      order by 1, 2
      on conflict (site_id, utc_day, writer) do update set
        stored = site_day_comments.stored + excluded.stored
    ), news as materialized (
      select page.site_id, page.id, row.title, row.language, row.received,
        case when row.updated > coalesce(page.updated, '') then row.updated end as revised
      from json_to_recordset($3) as
        row (site bigint, page bigint, title text, language text, received bigint, updated text)
      join page on page.site_id = row.site and page.id = row.page
      order by page.site_id, page.id
      for no key update of page
    ), told as (
      update page set title = coalesce(news.title, page.title),
        language = coalesce(news.language, page.language),
        last_received = greatest(page.last_received, news.received),
        updated = coalesce(news.revised, page.updated)
      from news where page.site_id = news.site_id and page.id = news.id
    ), revised as (
      insert into revision (site_id, page_id, day, source, version)
      select site_id, id, revised, 'page', 1 from news where revised is not null
      order by 1, 2
      on conflict (site_id, page_id, day, source) do nothing
    )
    insert into site_day (site_id, day, writer, yes, no, partly, comments, left_out)
    select "siteId", day, $2, sum(yes), sum(no), sum(partly), sum(comments), sum("leftOut")
    from input group by "siteId", day order by 1, 2
    on conflict (site_id, day, writer) do update set ${addedCounts('site_day')}`,
};
