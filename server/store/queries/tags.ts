import { sql, type CompiledQuery, type RawBuilder } from 'kysely';
import type { AuditEntry } from '../audit-log.ts';
import type { Connection } from '../connection.ts';
import type { By } from '../moderation.ts';
import { mostTags, type Tags } from '../tags.ts';

/** The tags of sites. A site has few: they are read, and then one of them is changed. */
export function createTags({ queries, writeTogether }: Connection): Tags {
  const listTags: Tags['listTags'] = (siteId) =>
    queries
      .selectFrom('tag')
      .select(['id', 'name'])
      .where('site_id', '=', siteId)
      .orderBy('position')
      .orderBy('id')
      .execute();

  /** An entry of the audit log, if the site has a tag of which something holds. */
  function auditIf(
    condition: RawBuilder<unknown>,
    siteId: number,
    subject: string,
    by: By,
    detail: AuditEntry['detail'],
  ): CompiledQuery {
    return sql`
      insert into audit (at, actor, site_id, action, subject, detail)
      select ${by.at.getTime()}, ${by.actor}, site_id, 'tags-changed', ${subject},
             ${JSON.stringify(detail)}
      from tag where site_id = ${siteId} and ${condition}`.compile(queries);
  }

  /** Lets one change of a site's tags wait for another, where they could run at once. */
  const holdSite = (siteId: number) =>
    queries
      .updateTable('site')
      .set((column) => ({ name: column.ref('name') }))
      .where('id', '=', siteId)
      .compile();

  return {
    listTags,

    async addTag(siteId, name, by) {
      const tags = await listTags(siteId);
      if (tags.some((tag) => isSameName(tag.name, name))) return 'taken';
      if (tags.length >= mostTags) return 'too-many';
      const newest = Math.max(0, ...tags.map(({ id }) => id));
      const results = await writeTogether([
        holdSite(siteId),
        sql`insert into tag (site_id, name, position)
            select ${sql.lit(siteId)}, ${name}, coalesce(max(position) + 1, 0)
            from tag where site_id = ${siteId} having count(*) < ${sql.lit(mostTags)}
            on conflict do nothing returning id`.compile(queries),
        // Somebody else may have added it at the same moment.
        auditIf(sql`name = ${name} and id > ${newest}`, siteId, name, by, { change: 'added' }),
      ]);
      return results[1]?.length === 1 ? null : 'taken';
    },

    async renameTag(siteId, { id, name, was }, by) {
      const tags = await listTags(siteId);
      if (!tags.some((tag) => tag.id === id && tag.name === was)) return 'gone';
      if (tags.some((tag) => tag.id !== id && isSameName(tag.name, name))) return 'taken';
      await writeTogether([
        queries
          .updateTable('tag')
          .set({ name })
          .where('site_id', '=', siteId)
          .where('id', '=', id)
          .where('name', '=', was)
          .compile(),
        auditIf(sql`id = ${id} and name = ${name}`, siteId, name, by, { change: 'renamed', was }),
      ]);
      return null;
    },

    async moveTag(siteId, tagId, direction, by) {
      const tags = await listTags(siteId);
      const place = tags.findIndex(({ id }) => id === tagId);
      const other = place + (direction === 'up' ? -1 : 1);
      const [tag, neighbour] = [tags[place], tags[other]];
      if (!tag || !neighbour) return false;
      tags[place] = neighbour;
      tags[other] = tag;
      await writeTogether([
        ...tags.map(({ id }, position) =>
          queries
            .updateTable('tag')
            .set({ position })
            .where('site_id', '=', siteId)
            .where('id', '=', id)
            .compile(),
        ),
        auditIf(sql`id = ${tag.id}`, siteId, tag.name, by, { change: 'moved' }),
      ]);
      return true;
    },

    async countTagged(siteId, tagId) {
      const { count } = await queries
        .selectFrom('comment_tag')
        .where('site_id', '=', siteId)
        .where('tag_id', '=', tagId)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },

    async deleteTag(siteId, { id, name }, by) {
      const isIt = sql`id = ${id} and name = ${name}`;
      const results = await writeTogether([
        auditIf(isIt, siteId, name, by, { change: 'deleted' }),
        sql`delete from tag where site_id = ${siteId} and ${isIt} returning id`.compile(queries),
      ]);
      return results[1]?.length === 1;
    },
  };
}

const isSameName = (one: string, other: string) =>
  one.localeCompare(other, 'sv', { sensitivity: 'accent' }) === 0;
