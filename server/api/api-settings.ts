import { z } from 'zod';

const webAddress = z.url({
  protocol: /^https?$/,
  error: 'must be an address that starts with http or https',
});

/** The environment variables by which an agency says who runs its API, and on what terms. */
export const apiEnvironment = {
  GENSVAR_API_CONTACT_NAME: z.string().min(1, 'must not be empty').optional(),
  GENSVAR_API_CONTACT_URL: webAddress.optional(),
  GENSVAR_API_CONTACT_EMAIL: z.email('must be an e-mail address').optional(),
  GENSVAR_API_TERMS_URL: webAddress.optional(),
};

/** What an agency says about the API it runs. */
export interface ApiSettings {
  contactName: string | undefined;
  /** Where to read about or reach those who run it. */
  contactUrl: string | undefined;
  contactEmail: string | undefined;
  /** The address of the terms of use. */
  termsUrl: string | undefined;
}

type ApiEnvironment = { [name in keyof typeof apiEnvironment]?: string | undefined };

export const readApiSettings = (read: ApiEnvironment): ApiSettings => ({
  contactName: read.GENSVAR_API_CONTACT_NAME,
  contactUrl: read.GENSVAR_API_CONTACT_URL,
  contactEmail: read.GENSVAR_API_CONTACT_EMAIL,
  termsUrl: read.GENSVAR_API_TERMS_URL,
});
