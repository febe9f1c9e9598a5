import type { Connection } from '../connection.ts';
import type { Alive, SessionStore } from '../sessions.ts';
import { findEditor } from './find-editor.ts';

/** Sessions, by the hashes of their tokens. */
export function createSessionStore(connection: Connection): SessionStore {
  const { queries } = connection;
  const selectAlive = ({ now, usedSince }: Alive) =>
    queries
      .selectFrom('session')
      .select(['token_hash', 'editor_id', 'created', 'last_used'])
      .where('expires', '>', now.getTime())
      .where('last_used', '>', usedSince.getTime());

  return {
    async addSession({ tokenHash, editorId, created, expires }) {
      await queries
        .insertInto('session')
        .values({
          token_hash: tokenHash,
          editor_id: editorId,
          created: created.getTime(),
          last_used: created.getTime(),
          expires: expires.getTime(),
        })
        .execute();
    },
    async findSession(tokenHash, alive) {
      const row = await selectAlive(alive).where('token_hash', '=', tokenHash).executeTakeFirst();
      const editor = row && (await findEditor(connection, 'id', row.editor_id));
      return editor ? { ...readSession(row), editor } : null;
    },
    async touchSession(tokenHash, now) {
      await queries
        .updateTable('session')
        .set({ last_used: now.getTime() })
        .where('token_hash', '=', tokenHash)
        .execute();
    },
    async listSessions(editorId, alive) {
      const rows = await selectAlive(alive)
        .where('editor_id', '=', editorId)
        .orderBy('created', 'desc')
        .orderBy('token_hash')
        .execute();
      return rows.map(readSession);
    },
    async removeSession(tokenHash) {
      await queries.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
    },
    async removeSessionsOf(editorId, choice) {
      if (!choice) {
        await queries.deleteFrom('sign_in_link').where('editor_id', '=', editorId).execute();
      }
      let chosen = queries.deleteFrom('session').where('editor_id', '=', editorId);
      if (choice && 'only' in choice) chosen = chosen.where('token_hash', '=', choice.only);
      if (choice && 'except' in choice) chosen = chosen.where('token_hash', '!=', choice.except);
      return Number((await chosen.executeTakeFirst()).numDeletedRows);
    },
    async removeEndedSessions({ now, usedSince }) {
      await queries
        .deleteFrom('session')
        .where((where) =>
          where.or([
            where('expires', '<=', now.getTime()),
            where('last_used', '<=', usedSince.getTime()),
          ]),
        )
        .execute();
      await queries.deleteFrom('sign_in_link').where('expires', '<=', now.getTime()).execute();
    },
  };
}

const readSession = (row: { token_hash: string; created: number; last_used: number }) => ({
  tokenHash: row.token_hash,
  created: new Date(row.created),
  lastUsed: new Date(row.last_used),
});
