import { createTransport } from 'nodemailer';
import type { MailSettings } from './mail-settings.ts';

/** A mail that is ready to go. */
export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The address at which a press stops these mails. */
  stopHref?: string | undefined;
}

/**
 * What became of a mail. `sent`: the mail server has it. `refused`: it will never take it.
 * `later`: not now, not this one. `down`: no mail gets through now. `unknown`: it was handed
 * over, and the connection broke before the server said whether it has it.
 */
export type Delivery = 'sent' | 'refused' | 'later' | 'down' | 'unknown';

export interface Postbox {
  deliver: (mail: OutgoingMail) => Promise<Delivery>;
}

/** How long the mail server may take for a step, in milliseconds; its address may say else. */
const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 15_000,
  dnsTimeout: 10_000,
};

/**
 * Hands mail over to the mail server.
 * @param reportFault is told what went wrong, never to whom
 */
export function createPostbox(
  { url, from }: MailSettings,
  reportFault: (fault: Error) => void,
): Postbox {
  const files = { disableFileAccess: true, disableUrlAccess: true };

  return {
    async deliver({ to, subject, text, html, stopHref }) {
      const server = createTransport({ ...patience, ...files, url });
      let isHandedOver = false;
      // What is read to its end has been written to the server, which may have it.
      server.use('stream', (mail, done) => {
        mail.message.processFunc((content) => {
          content.once('end', () => {
            isHandedOver = true;
          });
          return content;
        });
        done();
      });
      const headers = { 'Auto-Submitted': 'auto-generated', ...stopHeaders(stopHref) };
      try {
        await server.sendMail({ from, to, subject, text, html, headers });
        return 'sent';
      } catch (fault) {
        const refusal = readRefusal(fault);
        reportFault(new Error(`Mail was not sent: ${refusal.description}.`));
        return judge(refusal, isHandedOver);
      }
    },
  };
}

/** RFC 2369 and RFC 8058: mail programs offer the stop beside the mail. */
const stopHeaders = (href: string | undefined): Record<string, string> =>
  href === undefined
    ? {}
    : {
        'List-Unsubscribe': `<${href}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      };

interface Refusal {
  /** The step at which it happened, such as `RCPT TO`. */
  step: string;
  /** What the server replied, such as 550; undefined when it did not. */
  reply: number | undefined;
  /** Fit for a log: what the server writes itself may name the reader. */
  description: string;
}

function readRefusal(fault: unknown): Refusal {
  const read = (name: string): unknown =>
    typeof fault === 'object' && fault !== null ? Reflect.get(fault, name) : undefined;
  const [code, command, reply] = [read('code'), read('command'), read('responseCode')];
  const step = typeof command === 'string' ? command : '';
  const isWord = (part: unknown) => typeof part === 'string' || typeof part === 'number';
  const description = [code, command, reply].filter(isWord).join(' ');
  return {
    step,
    reply: typeof reply === 'number' ? reply : undefined,
    description: description || 'for an unknown reason',
  };
}

function judge({ step, reply }: Refusal, isHandedOver: boolean): Delivery {
  const isOfThisMail = step === 'RCPT TO' || step === 'DATA';
  if (reply !== undefined && isOfThisMail) return reply >= 500 ? 'refused' : 'later';
  return isHandedOver && reply === undefined ? 'unknown' : 'down';
}
