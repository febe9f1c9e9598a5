import type { ExpressionBuilder } from 'kysely';
import type { Connection } from '../connection.ts';
import type { People } from '../people.ts';
import type { Tables } from '../tables.ts';
import { findEditor } from './find-editor.ts';

type OfRole = ExpressionBuilder<Tables, 'editor_site'>;

/** People, their roles and who they are at the agency's provider. */
export function createPeople(connection: Connection): People {
  const { queries, writeTogether } = connection;

  const selectRole = (editorId: number, siteId: number) =>
    queries
      .selectFrom('editor_site')
      .select('role')
      .where('editor_id', '=', editorId)
      .where('site_id', '=', siteId)
      .compile();

  /**
   * Lets one change of a site's roles wait for another, on an engine where they could
   * run at once: two administrators who remove each other would each see the other.
   */
  const holdSite = (siteId: number) =>
    queries
      .updateTable('site')
      .set((column) => ({ name: column.ref('name') }))
      .where('id', '=', siteId)
      .compile();

  /** Holds for a row whose site has an administrator also without it. */
  const canLose = (where: OfRole, editorId: number, siteId: number) =>
    where.or([
      where('role', '!=', 'administrator'),
      where.exists(
        queries
          .selectFrom('editor_site as other')
          .select('other.editor_id')
          .where('other.site_id', '=', siteId)
          .where('other.role', '=', 'administrator')
          .where('other.editor_id', '!=', editorId),
      ),
    ]);

  return {
    findEditor: (editorId) => findEditor(connection, 'id', editorId),
    findEditorBySubject: (subject) => findEditor(connection, 'subject', subject),
    async linkSubject(editorId, subject) {
      const [row] = await queries
        .updateTable('editor')
        .set({ subject })
        .where('id', '=', editorId)
        .where((where) => where.or([where('subject', 'is', null), where('subject', '=', subject)]))
        .returning('id')
        .execute();
      return row !== undefined;
    },
    async listMembers(siteId) {
      const rows = await queries
        .selectFrom('editor_site')
        .innerJoin('editor', 'editor.id', 'editor_site.editor_id')
        .select(['editor.id', 'editor.name', 'editor_site.role', 'editor_site.by_group'])
        .where('editor_site.site_id', '=', siteId)
        .orderBy('editor.name')
        .execute();
      return rows.map((row) => ({
        editorId: row.id,
        name: row.name,
        role: row.role,
        byGroup: row.by_group === 1,
      }));
    },
    async setRole(editorId, siteId, role) {
      const update = queries
        .updateTable('editor_site')
        .set({ role, by_group: 0 })
        .where('editor_id', '=', editorId)
        .where('site_id', '=', siteId);
      const results = await writeTogether([
        holdSite(siteId),
        (role === 'administrator'
          ? update
          : update.where((where) => canLose(where, editorId, siteId))
        ).compile(),
        queries
          .insertInto('editor_site')
          .values({ editor_id: editorId, site_id: siteId, role, by_group: 0 })
          .onConflict((conflict) => conflict.doNothing())
          .compile(),
        selectRole(editorId, siteId),
      ]);
      const [row] = (results[3] ?? []) as { role: string }[];
      return row?.role === role;
    },
    async removeRole(editorId, siteId) {
      const results = await writeTogether([
        holdSite(siteId),
        queries
          .deleteFrom('editor_site')
          .where('editor_id', '=', editorId)
          .where('site_id', '=', siteId)
          .where((where) => canLose(where, editorId, siteId))
          .compile(),
        selectRole(editorId, siteId),
      ]);
      return results[2]?.length === 0;
    },
    async setGroupRoles(editorId, roles) {
      await writeTogether([
        queries
          .deleteFrom('editor_site')
          .where('editor_id', '=', editorId)
          .where('by_group', '=', 1)
          .compile(),
        ...[...roles].map(([siteId, role]) =>
          queries
            .insertInto('editor_site')
            .values({ editor_id: editorId, site_id: siteId, role, by_group: 1 })
            .onConflict((conflict) => conflict.doNothing())
            .compile(),
        ),
      ]);
    },
  };
}
