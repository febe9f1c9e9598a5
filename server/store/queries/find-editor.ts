import type { Connection } from '../connection.ts';
import type { Editor, Role } from '../store.ts';
import { isOneOf } from './one-of.ts';

/** An editor with the roles, by what is unique to the editor. */
export async function findEditor(
  { queries }: Pick<Connection, 'queries'>,
  column: 'id' | 'name' | 'subject',
  value: number | string,
): Promise<Editor | null> {
  const editor = await queries
    .selectFrom('editor')
    .select(['id', 'name', 'language'])
    .where(column, '=', value)
    .executeTakeFirst();
  if (!editor) return null;
  const sites = await queries
    .selectFrom('editor_site')
    .select(['site_id', 'role'])
    .where('editor_id', '=', editor.id)
    .orderBy('site_id')
    .execute();
  return withSites(editor, sites);
}

const withSites = (
  editor: Pick<Editor, 'id' | 'name' | 'language'>,
  sites: { site_id: number; role: Role }[],
): Editor => ({
  ...editor,
  siteIds: sites.map((row) => row.site_id),
  roles: new Map(sites.map((row) => [row.site_id, row.role])),
});

/** Editors with their roles, by number. */
export async function findEditors(
  connection: Pick<Connection, 'engine' | 'queries'>,
  ids: number[],
): Promise<ReadonlyMap<number, Editor>> {
  if (ids.length === 0) return new Map();
  const { queries } = connection;
  const editors = await queries
    .selectFrom('editor')
    .select(['id', 'name', 'language'])
    .where(isOneOf(connection, 'id', ids))
    .execute();
  const sites = await queries
    .selectFrom('editor_site')
    .select(['editor_id', 'site_id', 'role'])
    .where(isOneOf(connection, 'editor_id', ids))
    .orderBy('site_id')
    .execute();
  const sitesOf = Map.groupBy(sites, (row) => row.editor_id);
  return new Map(
    editors.map((editor) => [editor.id, withSites(editor, sitesOf.get(editor.id) ?? [])]),
  );
}
