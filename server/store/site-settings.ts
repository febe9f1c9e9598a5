import { z } from 'zod';

const settingsSchema = z.object({
  /** For how many months comments are kept; the agency's archivist decides. */
  retentionMonths: z.int().min(1).max(120).default(12),
  /** Whether anyone may read the site's counts (never its comments). */
  openData: z.boolean().default(false),
});

/** What an agency decides for a site of its own. */
export type SiteSettings = z.output<typeof settingsSchema>;

/** The settings of a site for which nothing has been decided. */
export const defaultSettings: SiteSettings = settingsSchema.parse({});

/**
 * Reads stored settings; what is missing has its default.
 * @throws when they are not valid
 */
export const readSettings = (json: string): SiteSettings => settingsSchema.parse(JSON.parse(json));
