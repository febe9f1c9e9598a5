import { sql, type RawBuilder } from 'kysely';

/**
 * What editors have said of a page goes to its successor: its revisions, who answers for it
 * and who wants to hear of it. What the successor has already is kept.
 * @param successor the number of the successor, or a query for it
 */
export function editorsWorkMoved(
  pageId: number,
  successor: RawBuilder<unknown>,
): RawBuilder<unknown>[] {
  return [
    sql`update revision set page_id = ${successor} where page_id = ${pageId}
        and not exists (select 1 from revision as known
          where known.page_id = ${successor} and known.day = revision.day
            and known.source = revision.source)`,
    // Both were changed on the same day: the notes stand after each other.
    sql`update revision set note = coalesce(note || ' ', '') || (
          select other.note from revision as other where other.page_id = ${pageId}
            and other.day = revision.day and other.source = revision.source)
        where page_id = ${successor} and exists (
          select 1 from revision as other where other.page_id = ${pageId}
            and other.day = revision.day and other.source = revision.source
            and other.note is not null)`,
    sql`delete from revision where page_id = ${pageId}`,
    sql`insert into page_work (site_id, page_id, owner_id)
        select site_id, ${successor}, owner_id from page_work where page_id = ${pageId}
        on conflict do nothing`,
    sql`update page_work set owner_id = (
          select moved.owner_id from page_work as moved where moved.page_id = ${pageId})
        where page_id = ${successor} and owner_id is null`,
    sql`delete from page_work where page_id = ${pageId}`,
    sql`insert into page_watch (site_id, editor_id, page_id, told_until)
        select site_id, editor_id, ${successor}, told_until from page_watch
        where page_id = ${pageId}
        on conflict do nothing`,
    sql`delete from page_watch where page_id = ${pageId}`,
  ];
}
