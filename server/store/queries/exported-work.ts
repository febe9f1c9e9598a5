import { sql, type Compilable, type RawBuilder } from 'kysely';
import type { Connection } from '../connection.ts';
import type { ExportedWork, Exports } from '../exports.ts';
import { ofSites } from './of-sites.ts';
import { readEvent } from './triage-reads.ts';

/**
 * Reads what editors did with the comments of a part of an export. A large export asks
 * thousands of times: the numbers are one value, and the queries are composed once.
 */
export function createExportedWork(connection: Connection): Pick<Exports, 'readWorkForExport'> {
  const { queries } = connection;

  const readWorks = askAgain(
    connection,
    queries
      .selectFrom('comment_work')
      .leftJoin('editor', 'editor.id', 'comment_work.assignee_id')
      .where(isAmong(connection, 'comment_work.response_id'))
      .where(ofSites(connection, 'comment_work.site_id', [anySite]))
      .select(['comment_work.response_id', 'status', 'editor.id', 'editor.name']),
  );

  const readTags = askAgain(
    connection,
    queries
      .selectFrom('comment_tag')
      .innerJoin('tag', (join) =>
        join
          .onRef('tag.site_id', '=', 'comment_tag.site_id')
          .onRef('tag.id', '=', 'comment_tag.tag_id'),
      )
      .where(isAmong(connection, 'comment_tag.response_id'))
      .where(ofSites(connection, 'comment_tag.site_id', [anySite]))
      .select(['comment_tag.response_id', 'tag.id', 'tag.name'])
      .orderBy('tag.position')
      .orderBy('tag.id'),
  );

  const readEvents = askAgain(
    connection,
    queries
      .selectFrom('comment_event')
      .where(isAmong(connection, 'response_id'))
      .where(ofSites(connection, 'site_id', [anySite]))
      .select(['response_id', 'site_id', 'at', 'actor', 'batch', 'version', 'action', 'detail'])
      .orderBy('response_id')
      .orderBy('at')
      .orderBy('id'),
  );

  return {
    async readWorkForExport(siteId, commentIds) {
      const found = new Map<number, ExportedWork>();
      if (commentIds.length === 0) return found;
      for (const id of commentIds) {
        found.set(id, { status: 'new', assignee: null, tags: [], events: [] });
      }
      for (const { response_id, status, id, name } of await readWorks(siteId, commentIds)) {
        const work = found.get(response_id);
        if (!work) continue;
        work.status = status;
        if (id !== null && name !== null) work.assignee = { id, name };
      }
      for (const { response_id, ...tag } of await readTags(siteId, commentIds)) {
        found.get(response_id)?.tags.push(tag);
      }
      for (const event of await readEvents(siteId, commentIds)) {
        found.get(event.response_id)?.events.push(readEvent(event));
      }
      return found;
    },
  };
}

/** Stands for the site and for the comments that are asked about later. */
const anySite = 0;
const anyComments = null;

const isAmong = ({ engine }: Connection, column: string): RawBuilder<boolean> =>
  engine === 'postgres'
    ? sql<boolean>`${sql.ref(column)} = any(${anyComments}::bigint[])`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${anyComments}))`;

/** A query whose values are the numbers of comments and their site, in this order. */
function askAgain<Row>({ engine, queries }: Connection, query: Compilable<Row>) {
  const compiled = query.compile();
  return async (siteId: number, commentIds: number[]): Promise<Row[]> => {
    const asOne = engine === 'postgres' ? commentIds : JSON.stringify(commentIds);
    const again = { ...compiled, parameters: [asOne, siteId] };
    const { rows } = await queries.executeQuery<Row>(again);
    return rows;
  };
}
