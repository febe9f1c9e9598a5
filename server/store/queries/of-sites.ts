import { sql, type RawBuilder } from 'kysely';
import type { Connection } from '../connection.ts';

/**
 * Holds for rows of some sites that are found by their own numbers. The embedded database
 * would rather go through all that a site has when there are many numbers: the plus sign
 * keeps it from that. PostgreSQL needs the site to find the numbers.
 */
export const ofSites = (
  { engine }: Pick<Connection, 'engine'>,
  column: string,
  siteIds: number[],
): RawBuilder<boolean> =>
  sql<boolean>`${engine === 'sqlite' ? sql`+` : sql``}${sql.ref(column)} in (${sql.join(siteIds)})`;
