import { z } from 'zod';

/** How mail is sent. */
export interface MailSettings {
  /** The mail server as `smtp://name:password@host:587` or `smtps://…`. */
  url: string;
  /** The sender as `Gensvar <gensvar@example.se>`, or only the address. */
  from: string;
}

/** An address as people have them; which ones there are only the mail server knows. */
const addressPattern =
  /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]{1,190}\.[^\s@<>(),;:"\\[\].]{2,63}$/;

/** Whether a text can be somebody's mail address. */
export const isMailAddress = (text: string): boolean => addressPattern.test(text);

const server = z.string().refine((text) => {
  const url = URL.parse(text);
  return /^smtps?:$/.test(url?.protocol ?? '') && url?.hostname !== '';
}, 'must be an address such as smtp://name:password@host:587');

const sender = z.string().refine((text) => {
  const [, name = '', address = text] = /^([^<>\r\n"]*)<([^<>]*)>$/.exec(text) ?? [];
  return isMailAddress(address.trim()) && !name.includes('@');
}, 'must be an address such as Gensvar <gensvar@example.se>');

/** The variables that configure mail, for the schema of the environment. */
export const mailEnvironment = {
  GENSVAR_SMTP_URL: server.optional(),
  GENSVAR_MAIL_FROM: sender.optional(),
};

type MailVariables = z.output<z.ZodObject<typeof mailEnvironment>>;

/**
 * How mail is sent, of an environment that has been read; undefined when it is not.
 * @throws Error that names the variable which is missing
 */
export function readMail(
  read: MailVariables & { PUBLIC_URL?: string | undefined },
): MailSettings | undefined {
  const { GENSVAR_SMTP_URL: url, GENSVAR_MAIL_FROM: from } = read;
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined) throw new Error('GENSVAR_SMTP_URL must be set with the sender.');
  if (from === undefined) throw new Error('GENSVAR_MAIL_FROM must be set with the mail server.');
  if (read.PUBLIC_URL === undefined) {
    throw new Error('PUBLIC_URL must be set with the mail server: mail has links in it.');
  }
  return { url, from };
}
