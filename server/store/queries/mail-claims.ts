import type { Connection } from '../connection.ts';
import type { EditorMail, MailClaim } from '../editor-mail.ts';

type MailClaims = Pick<EditorMail, 'claimMail' | 'isMailClaimed' | 'releaseMail' | 'forgetClaims'>;

/** What has been told: the row is there before the mail is, so that no two processes send it. */
export function createMailClaims({ queries }: Connection): MailClaims {
  return {
    async claimMail({ editorId, kind, subject }, now, againAfter) {
      const sent = now.getTime();
      const rows = await queries
        .insertInto('mail_sent')
        .values({ editor_id: editorId, kind, subject, sent })
        .onConflict((conflict) => {
          const known = conflict.columns(['editor_id', 'kind', 'subject']);
          return againAfter === undefined
            ? known.doNothing()
            : known.doUpdateSet({ sent }).where('mail_sent.sent', '<=', sent - againAfter);
        })
        .returning('sent')
        .execute();
      return rows.length > 0;
    },
    async isMailClaimed(claim) {
      const row = await queries
        .selectFrom('mail_sent')
        .where('editor_id', '=', claim.editorId)
        .where('kind', '=', claim.kind)
        .where('subject', '=', claim.subject)
        .select('sent')
        .executeTakeFirst();
      return row !== undefined;
    },
    async releaseMail({ editorId, kind, subject }: MailClaim) {
      await queries
        .deleteFrom('mail_sent')
        .where('editor_id', '=', editorId)
        .where('kind', '=', kind)
        .where('subject', '=', subject)
        .execute();
    },
    async forgetClaims(before) {
      await queries.deleteFrom('mail_sent').where('sent', '<', before.getTime()).execute();
    },
  };
}
