import { sql, type Kysely } from 'kysely';

const statements = [
  `create table site (
    id integer primary key,
    key text not null unique,
    name text not null,
    fold_www integer not null,
    query_parameters text not null,
    allowed_numbers text not null
  ) strict`,
  `create table site_origin (
    origin text primary key,
    site_id integer not null references site (id),
    position integer not null
  ) strict, without rowid`,
  `create table page (
    id integer primary key,
    site_id integer not null references site (id),
    address text not null,
    title text,
    language text,
    last_received integer not null,
    unique (site_id, address)
  ) strict`,
  `create index page_newest on page (site_id, last_received)`,
  `create table response (
    id integer primary key,
    page_id integer not null references page (id),
    day text not null,
    received integer not null,
    answer text not null check (answer in ('yes', 'no', 'partly')),
    rating integer check (rating between 1 and 5),
    survey text not null check (survey in ('page', 'gateway')),
    page_language text,
    widget_language text,
    page_updated text
  ) strict`,
  `create table comment (
    response_id integer primary key references response (id),
    page_id integer not null references page (id),
    received integer not null,
    text text not null
  ) strict`,
  `create index comment_newest on comment (page_id, received)`,
  // The visitor's key stands apart, so that closing the window leaves no trace on the response.
  `create table response_key (
    key blob primary key,
    response_id integer references response (id),
    revision_no integer not null,
    amendable_until integer not null
  ) strict, without rowid`,
  `create index response_key_window on response_key (amendable_until)`,
  `create table page_day (
    page_id integer not null references page (id),
    day text not null,
    yes integer not null default 0,
    no integer not null default 0,
    partly integer not null default 0,
    comments integer not null default 0,
    primary key (page_id, day)
  ) strict, without rowid`,
  `create table editor (
    id integer primary key,
    name text not null unique,
    language text
  ) strict`,
  `create table editor_site (
    editor_id integer not null references editor (id),
    site_id integer not null references site (id),
    primary key (editor_id, site_id)
  ) strict, without rowid`,
  `create table sign_in_link (
    token_hash text primary key,
    editor_id integer not null references editor (id),
    expires integer not null
  ) strict, without rowid`,
  `create table session (
    token_hash text primary key,
    editor_id integer not null references editor (id),
    expires integer not null
  ) strict, without rowid`,
  `create table secret (name text primary key, value blob not null) strict, without rowid`,
];

/** Sites, pages, responses with their counts, editors and their sessions. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}
