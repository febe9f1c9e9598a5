import { sql, type Kysely } from 'kysely';

const statements = [
  // How many comments of a page are stored, and how many of them wait for an editor.
  `create table page_comments (
    site_id integer not null,
    page_id integer not null references page (id),
    writer integer not null,
    stored integer not null,
    waiting integer not null,
    primary key (page_id, writer)
  ) strict, without rowid`,
  // How many comments that are stored were received on each day of a site, counted in UTC
  // days from 1970, and in each span of 32 days of a page: what periods are counted by.
  `create table site_day_comments (
    site_id integer not null references site (id),
    utc_day integer not null,
    writer integer not null,
    stored integer not null,
    primary key (site_id, utc_day, writer)
  ) strict, without rowid`,
  `create table page_span_comments (
    site_id integer not null,
    page_id integer not null references page (id),
    span integer not null,
    writer integer not null,
    stored integer not null,
    primary key (page_id, span, writer)
  ) strict, without rowid`,
  // What editors have done with a comment. No row: it is new, and nobody's.
  `create table comment_work (
    site_id integer not null,
    response_id integer primary key references comment (response_id) on delete cascade,
    page_id integer not null,
    received integer not null,
    status text not null check (status in ('new', 'in-progress', 'fixed', 'no-action', 'handed-over')),
    assignee_id integer references editor (id) on delete set null,
    version integer not null,
    batch text not null,
    changed_at integer not null
  ) strict`,
  `create index comment_work_status on comment_work (site_id, status, received)`,
  `create index comment_work_assignee on comment_work (site_id, assignee_id, received)`,
  `create table tag (
    id integer primary key,
    site_id integer not null references site (id),
    name text not null,
    position integer not null,
    unique (site_id, name)
  ) strict`,
  `create table comment_tag (
    site_id integer not null,
    tag_id integer not null references tag (id) on delete cascade,
    response_id integer not null references comment (response_id) on delete cascade,
    received integer not null,
    primary key (tag_id, received, response_id)
  ) strict, without rowid`,
  `create index comment_tag_comment on comment_tag (response_id)`,
  // What happened to a comment, with editors' notes; it goes with its comment.
  `create table comment_event (
    id integer primary key,
    site_id integer not null,
    response_id integer not null references comment (response_id) on delete cascade,
    at integer not null,
    actor text not null,
    action text not null,
    detail text not null,
    batch text not null,
    version integer not null
  ) strict`,
  `create index comment_event_comment on comment_event (response_id, at)`,
  `create index comment_event_batch on comment_event (site_id, batch)`,
  // The suspected answers of a page that have no comment, to count them again.
  `create index response_suspected on response (page_id, day, suspicion, left_out)
   where suspicion is not null and commented = 0`,
  // Who answers for a page.
  `create table page_work (
    site_id integer not null,
    page_id integer primary key references page (id),
    owner_id integer references editor (id) on delete set null
  ) strict`,
  `create index page_work_owner on page_work (owner_id)`,
  // The answers of each page in the last 7, 30 and 90 days and how much they say that it
  // needs attention: what the work list is ordered by, made anew from the daily counts.
  `create table page_recent (
    site_id integer not null,
    page_id integer not null references page (id),
    answers_7 integer not null,
    answers_30 integer not null,
    answers_90 integer not null,
    need_7 real not null,
    need_30 real not null,
    need_90 real not null,
    primary key (site_id, page_id)
  ) strict, without rowid`,
  // When a page's text was changed: told by the page itself, or entered by an editor.
  `create table revision (
    id integer primary key,
    site_id integer not null,
    page_id integer not null references page (id),
    day text not null,
    source text not null check (source in ('page', 'editor')),
    note text,
    actor text,
    version integer not null,
    unique (page_id, day, source)
  ) strict`,
  // Who wants to hear of new comments on a page.
  `create table page_watch (
    site_id integer not null,
    editor_id integer not null references editor (id) on delete cascade,
    page_id integer not null references page (id),
    told_until integer not null,
    primary key (editor_id, page_id)
  ) strict, without rowid`,
  `create index page_watch_page on page_watch (page_id)`,
  // Where and what an editor wants mail about, and what has been sent.
  `create table editor_mail (
    editor_id integer primary key references editor (id) on delete cascade,
    address text not null,
    confirmed integer not null,
    digest integer not null,
    warnings integer not null
  ) strict`,
  `create table mail_sent (
    editor_id integer not null references editor (id) on delete cascade,
    kind text not null,
    subject text not null,
    sent integer not null,
    primary key (editor_id, kind, subject)
  ) strict, without rowid`,
];

/** What editors do: handling comments, answering for pages, revisions, mail. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}
