import type { Connection } from '../connection.ts';
import type { Editor } from '../store.ts';

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
  return {
    ...editor,
    siteIds: sites.map((row) => row.site_id),
    roles: new Map(sites.map((row) => [row.site_id, row.role])),
  };
}
