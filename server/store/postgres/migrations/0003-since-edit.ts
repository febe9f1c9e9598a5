import { sql, type Kysely } from 'kysely';

/** The same table as in the embedded database, where it is described. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create table page_since_edit (
    site_id bigint not null,
    page_id bigint not null,
    answers integer not null,
    need double precision not null,
    primary key (site_id, page_id),
    foreign key (site_id, page_id) references page (site_id, id)
  )`.execute(database);
}
