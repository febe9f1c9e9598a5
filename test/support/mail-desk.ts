import { createMailJob, runMailJobs } from '../../server/mail/mail-jobs.ts';
import type { Mail } from '../../server/mail/mail.ts';
import type { Editor } from '../../server/store/store.ts';
import { startMailServer, type MailServer, type ReceivedMail } from './mail-server.ts';
import { openReviewDesk, type ReviewDesk } from './review-desk.ts';

/** A review desk whose service has a real mail server. */
export interface MailDesk extends ReviewDesk {
  mail: Mail;
  server: MailServer;
  /** Does once what the service does every ten minutes. */
  runJobs: () => Promise<void>;
  /** Gives an editor an address that counts as confirmed. */
  giveAddress: (editor: Editor, address: string) => Promise<void>;
  /** Takes out the mails that have come in since it was asked last. */
  takeMails: () => ReceivedMail[];
  /** Sends a form of our own. */
  post: (path: string, fields?: Record<string, string>) => Promise<Response>;
}

export async function openMailDesk(smtpUrl?: string): Promise<MailDesk> {
  const server = await startMailServer();
  const desk = await openReviewDesk({ smtpUrl: smtpUrl ?? server.url });
  const { store, clock, mail } = desk;
  if (!mail) throw new Error('The desk has no mail.');
  const timeZone = 'Europe/Stockholm';
  const job = createMailJob({ store, mail, clock, timeZone });
  return {
    ...desk,
    mail,
    server,
    runJobs: () => runMailJobs({ ...job, isStopping: () => false }),
    async giveAddress(editor, address) {
      await store.setMailAddress(editor.id, address);
      await store.confirmMailAddress(editor.id, address);
    },
    takeMails: () => server.received.splice(0),
    post: (path, fields = {}) =>
      desk.request(path, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(fields),
      }),
    async close() {
      await desk.close();
      await server.close();
    },
  };
}

/** The path and query of the first link of a mail's text that contains a part. */
export function linkIn(mail: ReceivedMail | undefined, part: string): string {
  const found = mail?.text?.match(/https?:\/\/\S+/g)?.find((link) => link.includes(part));
  if (found === undefined) throw new Error(`The mail has no link with ${part}.`);
  return found.replace('http://localhost', '');
}
