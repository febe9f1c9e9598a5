import type { Connection } from '../connection.ts';
import type { Editor, Store } from '../store.ts';

type Editors = Pick<
  Store,
  | 'addEditor'
  | 'findEditorByName'
  | 'setEditorLanguage'
  | 'addSignInLink'
  | 'useSignInLink'
  | 'addSession'
  | 'findSessionEditor'
  | 'removeSession'
>;

/** Editors, their one-time links and their sessions. Tokens are kept as hashes only. */
export function createEditors({ queries, writeTogether }: Connection): Editors {
  async function findEditor(column: 'id' | 'name', value: number | string): Promise<Editor | null> {
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

  return {
    async addEditor({ name, siteIds, role = 'editor' }) {
      const idOfEditor = queries.selectFrom('editor').select('id').where('name', '=', name);
      await writeTogether([
        queries.insertInto('editor').values({ name }).compile(),
        ...siteIds.map((siteId) =>
          queries
            .insertInto('editor_site')
            .values({ editor_id: idOfEditor, site_id: siteId, role })
            .compile(),
        ),
      ]);
      const editor = await findEditor('name', name);
      if (!editor) throw new Error('The editor was not stored.');
      return editor;
    },
    findEditorByName: (name) => findEditor('name', name),
    async setEditorLanguage(editorId, language) {
      await queries.updateTable('editor').set({ language }).where('id', '=', editorId).execute();
    },
    async addSignInLink({ tokenHash, editorId, expires }) {
      await queries
        .insertInto('sign_in_link')
        .values({ token_hash: tokenHash, editor_id: editorId, expires: expires.getTime() })
        .execute();
    },
    async useSignInLink(tokenHash, now) {
      // One statement takes the link away and tells whose it was: two requests cannot both use it.
      const link = await queries
        .deleteFrom('sign_in_link')
        .where('token_hash', '=', tokenHash)
        .returning(['editor_id', 'expires'])
        .executeTakeFirst();
      if (!link || link.expires <= now.getTime()) return null;
      return findEditor('id', link.editor_id);
    },
    async addSession({ tokenHash, editorId, created, expires }) {
      await queries
        .insertInto('session')
        .values({
          token_hash: tokenHash,
          editor_id: editorId,
          created: created.getTime(),
          expires: expires.getTime(),
        })
        .execute();
    },
    async findSessionEditor(tokenHash, now) {
      const session = await queries
        .selectFrom('session')
        .select(['editor_id'])
        .where('token_hash', '=', tokenHash)
        .where('expires', '>', now.getTime())
        .executeTakeFirst();
      return session ? findEditor('id', session.editor_id) : null;
    },
    async removeSession(tokenHash) {
      await queries.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
    },
  };
}
