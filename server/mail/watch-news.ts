import { watchLetter } from './letters.ts';
import { afterDelivery, type MailJob } from './mail-job.ts';

/** How soon one page may be told of again, in milliseconds. */
const anHour = 60 * 60 * 1000;

/** How much later than received a comment may be committed, in milliseconds. */
const slack = 30 * 1000;

/** Tells of new comments on watched pages: one mail for each page, at most one an hour. */
export async function sendWatchNews(job: MailJob): Promise<void> {
  const { store, mail, clock } = job;
  const until = new Date(clock().getTime() - slack);
  const news = await store.listWatchNews(until);
  if (news.length === 0) return;
  const recipients = new Map(
    (await store.listRecipients()).map((recipient) => [recipient.editor.id, recipient]),
  );
  for (const { editorId, page, comments } of news) {
    const recipient = recipients.get(editorId);
    if (!recipient) continue;
    const claim = { editorId, kind: 'watch', subject: String(page.id) } as const;
    if (!(await store.claimMail(claim, clock(), anHour))) continue;
    const { editor, wish } = recipient;
    const letter = watchLetter(page, comments, mail.localeOf(editor), mail.review());
    const to = { editor, address: wish.address };
    const delivery = await mail.send(to, letter, { kind: 'watch', pageId: page.id });
    if (delivery !== 'later' && delivery !== 'down') {
      await store.setWatchTold(editorId, page.id, until);
    }
    if (!(await afterDelivery(delivery, [claim], job))) return;
  }
}
