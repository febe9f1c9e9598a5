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
}

/**
 * Adds to the counts, each instance (`$2`) in rows of its own, and tells the pages of their
 * newest answers (`$3`). It comes last: instances share the rows of pages, and whoever has
 * one keeps the others waiting until the transaction ends.
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
    ), news as materialized (
      select page.site_id, page.id, row.title, row.language, row.received
      from json_to_recordset($3) as
        row (site bigint, page bigint, title text, language text, received bigint)
      join page on page.site_id = row.site and page.id = row.page
      order by page.site_id, page.id
      for no key update of page
    ), told as (
      update page set title = coalesce(news.title, page.title),
        language = coalesce(news.language, page.language),
        last_received = greatest(page.last_received, news.received)
      from news where page.site_id = news.site_id and page.id = news.id
    )
    insert into site_day (site_id, day, writer, yes, no, partly, comments, left_out)
    select "siteId", day, $2, sum(yes), sum(no), sum(partly), sum(comments), sum("leftOut")
    from input group by "siteId", day order by 1, 2
    on conflict (site_id, day, writer) do update set ${addedCounts('site_day')}`,
};
