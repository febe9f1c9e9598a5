import { sql, type Kysely } from 'kysely';

const counts = `
    yes integer not null,
    no integer not null,
    partly integer not null,
    comments integer not null,
    left_out integer not null`;

const statements = [
  `create table site (
    id integer primary key,
    key text not null unique,
    name text not null,
    fold_www integer not null,
    query_parameters text not null,
    allowed_numbers text not null,
    settings text not null
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
    updated text,
    merged_into integer,
    unique (site_id, address)
  ) strict`,
  `create index page_newest on page (site_id, last_received, merged_into)`,
  // In the order of their numbers: the API turns through a site's pages.
  `create index page_of_site on page (site_id)`,
  // No `in` for three values: SQLite would make a table of them at each answer.
  `create table response (
    id integer primary key,
    site_id integer not null,
    page_id integer not null references page (id),
    day text not null,
    received integer not null,
    answer text not null check (answer = 'yes' or answer = 'no' or answer = 'partly'),
    rating integer check (rating between 1 and 5),
    survey text not null check (survey in ('page', 'gateway')),
    page_language text,
    widget_language text,
    page_updated text,
    commented integer not null,
    left_out integer not null,
    suspicion text
  ) strict`,
  `create index response_page on response (page_id, day)`,
  `create table comment (
    response_id integer primary key references response (id),
    site_id integer not null,
    page_id integer not null,
    received integer not null,
    text text not null
  ) strict`,
  `create index comment_newest on comment (site_id, page_id, received)`,
  `create index comment_newest_of_site on comment (site_id, received)`,
  // Words of the comments, as written and without accents, with their site as a word of its own.
  `create virtual table comment_words using fts5 (
    site, exact, folded,
    content = '', contentless_delete = 1, prefix = '2 3',
    tokenize = "unicode61 remove_diacritics 0"
  )`,
  `create trigger comment_words_follow after delete on comment
   begin delete from comment_words where rowid = old.response_id; end`,
  // The visitor's key stands apart, so that closing the window leaves no trace on the response.
  `create table response_key (
    site_id integer not null,
    key blob not null,
    response_id integer references response (id),
    revision_no integer not null,
    amendable_until integer not null,
    primary key (site_id, key)
  ) strict, without rowid`,
  `create index response_key_window on response_key (amendable_until)`,
  // The newest of them in the order in which they came, until they are put there: see
  // response-keys.ts.
  `create table response_key_recent (
    response_id integer primary key references response (id),
    site_id integer not null,
    key blob not null,
    revision_no integer not null,
    amendable_until integer not null
  ) strict`,
  `create table page_day (
    site_id integer not null,
    page_id integer not null references page (id),
    day text not null,
    writer integer not null,${counts},
    primary key (page_id, day, writer)
  ) strict, without rowid`,
  `create table site_day_page (
    site_id integer not null,
    day text not null,
    page_id integer not null references page (id),
    writer integer not null,${counts},
    primary key (site_id, day, page_id, writer)
  ) strict, without rowid`,
  // Few days of a page have no answer that counts: they alone need a closer look.
  `create index site_day_page_uncounted on site_day_page (site_id, day, page_id, yes, no, partly)
   where yes + no + partly <= 0`,
  `create table site_day (
    site_id integer not null references site (id),
    day text not null,
    writer integer not null,${counts},
    primary key (site_id, day, writer)
  ) strict, without rowid`,
  `create table page_total (
    site_id integer not null,
    page_id integer not null references page (id),
    writer integer not null,${counts},
    primary key (page_id, writer)
  ) strict, without rowid`,
  `create table editor (
    id integer primary key,
    name text not null unique,
    language text,
    subject text unique
  ) strict`,
  `create table editor_site (
    editor_id integer not null references editor (id),
    site_id integer not null references site (id),
    role text not null check (role in ('reader', 'editor', 'administrator')),
    by_group integer not null,
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
    created integer not null,
    last_used integer not null,
    expires integer not null
  ) strict, without rowid`,
  `create table api_token (
    id integer primary key,
    token_hash text not null unique,
    site_id integer not null references site (id),
    name text not null,
    scopes text not null,
    created integer not null,
    expires integer not null,
    unique (site_id, name)
  ) strict`,
  `create table audit (
    id integer primary key,
    at integer not null,
    actor text not null,
    site_id integer,
    action text not null,
    subject text,
    detail text not null
  ) strict`,
  `create index audit_newest on audit (site_id, at)`,
  `create index audit_of_action on audit (site_id, action, at)`,
  `create table secret (name text primary key, value blob not null) strict, without rowid`,
];

/** Sites, pages, responses with their counts, editors, tokens and the audit log. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}
