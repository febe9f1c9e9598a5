import { usualTraffic } from '../../support/generate-responses.ts';

/** Who has handled comments. */
export const busyEditor = 'Kim';

/** What every second of the handled comments is about. */
export const usedTag = 'Länkar';

const numbers = (count: number) =>
  `with recursive number (n) as (select 1 union all select n + 1 from number where n < ${count})`;

const lastMoment = Date.parse(usualTraffic.lastDay);

/**
 * Gives every twentieth comment a status, two of three an editor, and every second a tag;
 * understood by both engines.
 */
const fillWork = `
  insert into editor (name) values ('${busyEditor}');
  insert into tag (site_id, name, position) select id, '${usedTag}', 1 from site order by id;
  insert into comment_work
    (site_id, response_id, page_id, received, status, assignee_id, version, batch, changed_at)
  select site_id, response_id, page_id, received,
         case (response_id / 20) % 5 when 0 then 'new' when 1 then 'in-progress'
           when 2 then 'fixed' when 3 then 'no-action' else 'handed-over' end,
         case when response_id % 3 > 0 then 1 end, 1, 'filled', received
  from comment where response_id % 20 = 7;
  insert into comment_tag (site_id, tag_id, response_id, received)
  select comment_work.site_id, tag.id, response_id, received
  from comment_work join tag on tag.site_id = comment_work.site_id and tag.name = '${usedTag}'
  where (response_id / 20) % 2 = 0`;

/**
 * What editors have around them: two hundred of them, fifteen tags a site, every third page
 * with somebody who answers for it, some watched, four revisions of each, and the history of
 * what was handled; understood by both engines.
 */
const fillDesk = `
  ${numbers(199)} insert into editor (name) select 'Person ' || n from number;
  insert into editor_site (editor_id, site_id, role, by_group)
  select editor.id, site.id, case editor.id % 5 when 0 then 'reader' else 'editor' end, 0
  from editor cross join site;
  ${numbers(13)} insert into tag (site_id, name, position)
  select site.id, 'Ämne ' || n, n + 1 from site cross join number;
  insert into editor_mail (editor_id, address, confirmed, digest, warnings)
  select id, 'person-' || id || '@example.se', 1, 1, 1 from editor;
  insert into page_work (site_id, page_id, owner_id)
  select site_id, id, 1 + id % 20 from page where id % 3 = 0;
  insert into page_watch (site_id, editor_id, page_id, told_until)
  select site_id, 1, id, ${lastMoment - 7 * 24 * 60 * 60 * 1000} from page where id % 500 = 1;
  ${numbers(4)} insert into revision (site_id, page_id, day, source, version)
  select site_id, id, '2026-0' || (n * 2) || '-15', 'page', 1 from page cross join number;
  insert into comment_event (site_id, response_id, at, actor, action, detail, batch, version)
  select site_id, response_id, received, '${busyEditor}', 'status',
         '{"from":"new","to":"' || status || '"}', 'filled-' || (response_id / 4000), 1
  from comment_work where batch = 'filled';
  insert into session (token_hash, editor_id, created, last_used, expires)
  values ('bench', 1, ${lastMoment}, 9000000000000, 9000000000000);
  insert into api_token (token_hash, site_id, name, scopes, created, expires)
  select 'bench-' || id, id, 'bench', '["counts:read"]', ${lastMoment}, 9000000000000 from site`;

/** Fills the audit log; understood by both engines. */
const fillAudit = (entries: number): string => `
  ${numbers(entries)}
  insert into audit (at, actor, site_id, action, subject, detail)
  select ${lastMoment} - (${entries} - n) * cast(1200000 as bigint), '${busyEditor}',
         case n % 10 when 0 then null else 1 + n % 3 end,
         case n % 4 when 0 then 'sign-in' when 1 then 'export' when 2 then 'comment-masked'
           else 'score-changed' end,
         null, '{"by":"api","comments":20}'
  from number`;

/** Everything that people have done, for a database that has its responses. */
export const fillDesks = (auditEntries: number): string =>
  [fillAudit(auditEntries), fillWork, fillDesk].join(';\n');
