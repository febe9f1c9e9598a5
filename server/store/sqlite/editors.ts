import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { Editor, Store } from '../store.ts';
import type { Tables } from './tables.ts';

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
export function createEditors(database: Database.Database, queries: Kysely<Tables>): Editors {
  async function findEditor(column: 'id' | 'name', value: number | string): Promise<Editor | null> {
    const editor = await queries
      .selectFrom('editor')
      .selectAll()
      .where(column, '=', value)
      .executeTakeFirst();
    if (!editor) return null;
    const sites = await queries
      .selectFrom('editor_site')
      .select('site_id')
      .where('editor_id', '=', editor.id)
      .execute();
    return { ...editor, siteIds: sites.map((row) => row.site_id) };
  }

  const insertEditor = database.prepare<[string]>('insert into editor (name) values (?)');
  const insertSite = database.prepare<[number, number]>(
    'insert into editor_site (editor_id, site_id) values (?, ?)',
  );
  const add = database.transaction((name: string, siteIds: number[]): Editor => {
    const id = Number(insertEditor.run(name).lastInsertRowid);
    for (const siteId of siteIds) insertSite.run(id, siteId);
    return { id, name, language: null, siteIds };
  });

  return {
    addEditor: ({ name, siteIds }) =>
      new Promise((resolve) => {
        resolve(add.immediate(name, siteIds));
      }),
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
    async addSession({ tokenHash, editorId, expires }) {
      await queries
        .insertInto('session')
        .values({ token_hash: tokenHash, editor_id: editorId, expires: expires.getTime() })
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
