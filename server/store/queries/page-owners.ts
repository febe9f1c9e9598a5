import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import type { PageOwners } from '../page-owners.ts';
import { auditRow } from './audit-log.ts';
import { anySection } from './sections.ts';

/** Who answers for pages: for one, or for a whole section at once. */
export function createPageOwners({ engine, queries, writeTogether }: Connection): PageOwners {
  const keyColumns =
    engine === 'sqlite' ? (['page_id'] as const) : (['site_id', 'page_id'] as const);

  const ofSection = (siteId: number, sections: string[]) =>
    queries
      .selectFrom('page')
      .leftJoin('page_work', (join) =>
        join
          .onRef('page_work.site_id', '=', 'page.site_id')
          .onRef('page_work.page_id', '=', 'page.id'),
      )
      .where('page.site_id', '=', siteId)
      .where('page.merged_into', 'is', null)
      .where((page) => anySection(page, sections));

  return {
    async findOwner(siteId, pageId) {
      const owner = await queries
        .selectFrom('page_work')
        .innerJoin('editor', 'editor.id', 'page_work.owner_id')
        .where('page_work.site_id', '=', siteId)
        .where('page_work.page_id', '=', pageId)
        .select(['editor.id', 'editor.name'])
        .executeTakeFirst();
      return owner ?? null;
    },
    async setOwner({ siteId, pageId, ownerId, was }, { at, actor, address, ownerName }) {
      const row = { site_id: siteId, page_id: pageId, owner_id: ownerId };
      const changed =
        was === null
          ? queries
              .insertInto('page_work')
              .values(row)
              .onConflict((conflict) =>
                conflict
                  .columns([...keyColumns])
                  .doUpdateSet({ owner_id: ownerId })
                  .where('page_work.owner_id', 'is', null),
              )
              .returning('page_id')
              .execute()
          : queries
              .updateTable('page_work')
              .set({ owner_id: ownerId })
              .where('site_id', '=', siteId)
              .where('page_id', '=', pageId)
              .where('owner_id', '=', was)
              .returning('page_id')
              .execute();
      const rows = await changed;
      if (rows.length === 0) return false;
      const subject = address;
      const entry = { at, actor, siteId, action: 'owner-changed' as const, subject };
      const detail = { to: ownerName };
      await queries
        .insertInto('audit')
        .values(auditRow({ ...entry, detail }))
        .execute();
      return true;
    },
    async countSection(siteId, sections) {
      return await ofSection(siteId, sections)
        .select([
          sql<number>`count(*)`.as('pages'),
          sql<number>`count(page_work.owner_id)`.as('owned'),
        ])
        .executeTakeFirstOrThrow();
    },
    async setSectionOwner({ siteId, sections, ownerId, onlyNobodys }, by) {
      const found = ofSection(siteId, sections)
        .$if(onlyNobodys, (query) => query.where('page_work.owner_id', 'is', null))
        .where(sql<boolean>`1 = 1`)
        .orderBy('page.id')
        .select([
          'page.site_id',
          'page.id',
          sql<number | null>`cast(${ownerId} as bigint)`.as('owner'),
        ]);
      const { at, actor, section, ownerName } = by;
      const changed = queries
        .insertInto('page_work')
        .columns(['site_id', 'page_id', 'owner_id'])
        .expression(found)
        .onConflict((conflict) =>
          conflict.columns([...keyColumns]).doUpdateSet({ owner_id: ownerId }),
        )
        .returning('page_id');
      const detail = { section: true, to: ownerName, onlyNobodys };
      const [rows = []] = await writeTogether([
        changed.compile(),
        queries
          .insertInto('audit')
          .values(
            auditRow({ at, actor, siteId, action: 'owner-changed', subject: section, detail }),
          )
          .compile(),
      ]);
      return rows.length;
    },
    async listOwnedPages(editorId) {
      const owned = queries.selectFrom('page_work').where('owner_id', '=', editorId);
      return new Set((await owned.select('page_id').execute()).map((row) => row.page_id));
    },
  };
}
