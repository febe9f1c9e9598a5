import { sql, type Kysely } from 'kysely';

/**
 * Where answers wait in a rush, as they came: many a row, as JSON. See inbox.ts. What could
 * not be put into its tables stands apart, with the fault's name.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create table inbox (id integer primary key, answers text not null) strict`.execute(
    database,
  );
  await sql`create table inbox_refused (
    id integer primary key,
    answer text not null,
    fault text not null
  ) strict`.execute(database);
}
