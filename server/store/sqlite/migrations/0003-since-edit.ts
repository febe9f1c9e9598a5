import { sql, type Kysely } from 'kysely';

/**
 * The answers of each edited page since its last edit, and how much they say that it needs
 * attention: what the work list is ordered by, made anew from the daily counts.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create table page_since_edit (
    site_id integer not null,
    page_id integer not null references page (id),
    answers integer not null,
    need real not null,
    primary key (site_id, page_id)
  ) strict, without rowid`.execute(database);
}
