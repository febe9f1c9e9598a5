import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import type { EditorMail, Recipient } from '../editor-mail.ts';
import type { Editor } from '../store.ts';
import { findEditor, findEditors } from './find-editor.ts';
import { createMailClaims } from './mail-claims.ts';
import { createPageWatches } from './page-watches.ts';

/** Where editors want mail, and about what. */
export function createEditorMail(connection: Connection): EditorMail {
  const { queries, writeTogether } = connection;
  const wishes = () =>
    queries
      .selectFrom('editor_mail')
      .select(['editor_id', 'address', 'confirmed', 'digest', 'warnings']);

  type Row = Awaited<ReturnType<ReturnType<typeof wishes>['execute']>>[number];

  const wishOf = ({ address, confirmed, digest, warnings }: Row) => ({
    address,
    confirmed: confirmed === 1,
    digest: digest === 1,
    warnings: warnings === 1,
  });

  return {
    ...createMailClaims(connection),
    ...createPageWatches(connection),
    async findMailWish(editorId) {
      const row = await wishes().where('editor_id', '=', editorId).executeTakeFirst();
      return row ? wishOf(row) : null;
    },
    async setMailAddress(editorId, address) {
      await queries
        .insertInto('editor_mail')
        .values({ editor_id: editorId, address, confirmed: 0, digest: 1, warnings: 1 })
        .onConflict((conflict) =>
          conflict.column('editor_id').doUpdateSet({ address, confirmed: 0 }),
        )
        .execute();
    },
    async confirmMailAddress(editorId, address) {
      const rows = await queries
        .updateTable('editor_mail')
        .set({ confirmed: 1 })
        .where('editor_id', '=', editorId)
        .where('address', '=', address)
        .returning('editor_id')
        .execute();
      return rows.length > 0;
    },
    async setMailChoice(editorId, choice, wanted) {
      await queries
        .updateTable('editor_mail')
        .set({ [choice]: wanted ? 1 : 0 })
        .where('editor_id', '=', editorId)
        .execute();
    },
    async removeMail(editorId) {
      await writeTogether([
        queries.deleteFrom('page_watch').where('editor_id', '=', editorId).compile(),
        queries.deleteFrom('editor_mail').where('editor_id', '=', editorId).compile(),
      ]);
    },
    async listRecipients() {
      const rows = await wishes().where('confirmed', '=', 1).orderBy('editor_id').execute();
      const editors = await findEditors(
        connection,
        rows.map((row) => row.editor_id),
      );
      return rows.flatMap((row): Recipient[] => {
        const editor = editors.get(row.editor_id);
        return editor ? [{ editor, wish: wishOf(row) }] : [];
      });
    },
    async findEditorsByMail(address) {
      const rows = await wishes()
        .where('confirmed', '=', 1)
        .where(sql<string>`lower(address)`, '=', address.toLowerCase())
        .execute();
      const found: Editor[] = [];
      for (const row of rows) {
        const editor = await findEditor(connection, 'id', row.editor_id);
        if (editor) found.push(editor);
      }
      return found;
    },
  };
}
