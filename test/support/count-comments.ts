/** Statements that count generated comments, understood by both engines. */
export const countComments = [
  `insert into page_comments (site_id, page_id, writer, stored, waiting)
   select comment.site_id, comment.page_id, 0, count(*), sum(1 - left_out)
   from comment
   join response on response.site_id = comment.site_id and response.id = comment.response_id
   group by 1, 2`,
  `insert into page_span_comments (site_id, page_id, span, writer, stored)
   select site_id, page_id, received / 2764800000, 0, count(*) from comment group by 1, 2, 3`,
  `insert into site_day_comments (site_id, utc_day, writer, stored)
   select site_id, received / 86400000, 0, count(*) from comment group by 1, 2`,
];
