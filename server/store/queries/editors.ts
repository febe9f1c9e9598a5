import type { Connection } from '../connection.ts';
import type { Store } from '../store.ts';
import { findEditor } from './find-editor.ts';

type Editors = Pick<
  Store,
  | 'addEditor'
  | 'findEditorByName'
  | 'setEditorLanguage'
  | 'addSignInLink'
  | 'findSignInLink'
  | 'useSignInLink'
>;

/** Editors and their one-time links. Tokens are kept as hashes only. */
export function createEditors(connection: Connection): Editors {
  const { queries, writeTogether } = connection;
  return {
    async addEditor({ name, siteIds, role = 'editor' }) {
      const idOfEditor = queries.selectFrom('editor').select('id').where('name', '=', name);
      await writeTogether([
        queries.insertInto('editor').values({ name }).compile(),
        ...siteIds.map((siteId) =>
          queries
            .insertInto('editor_site')
            .values({ editor_id: idOfEditor, site_id: siteId, role, by_group: 0 })
            .compile(),
        ),
      ]);
      const editor = await findEditor(connection, 'name', name);
      if (!editor) throw new Error('The editor was not stored.');
      return editor;
    },
    findEditorByName: (name) => findEditor(connection, 'name', name),
    async setEditorLanguage(editorId, language) {
      await queries.updateTable('editor').set({ language }).where('id', '=', editorId).execute();
    },
    async addSignInLink({ tokenHash, editorId, expires }) {
      await queries
        .insertInto('sign_in_link')
        .values({ token_hash: tokenHash, editor_id: editorId, expires: expires.getTime() })
        .execute();
    },
    async findSignInLink(tokenHash, now) {
      const link = await queries
        .selectFrom('sign_in_link')
        .select('editor_id')
        .where('token_hash', '=', tokenHash)
        .where('expires', '>', now.getTime())
        .executeTakeFirst();
      return link ? findEditor(connection, 'id', link.editor_id) : null;
    },
    async useSignInLink(tokenHash, now) {
      // One statement takes the link away and tells whose it was: two requests cannot both use it.
      const link = await queries
        .deleteFrom('sign_in_link')
        .where('token_hash', '=', tokenHash)
        .returning(['editor_id', 'expires'])
        .executeTakeFirst();
      if (!link || link.expires <= now.getTime()) return null;
      return findEditor(connection, 'id', link.editor_id);
    },
  };
}
