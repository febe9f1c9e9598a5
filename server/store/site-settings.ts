import { z } from 'zod';
import { layerNames } from '../spam/layer-names.ts';

/** What a site may decide, with the default of each. */
export const settingsSchema = z.object({
  /** For how many months comments are kept; the agency's archivist decides. */
  retentionMonths: z.int().min(1).max(120).default(12),
  /** Whether anyone may read the site's counts (never its comments). */
  openData: z.boolean().default(false),
  /** Layers of the spam control that the site has switched off. */
  spamLayersOff: z.array(z.enum(layerNames)).default([]),
  /** Words whose comments are left out of the score. */
  unwantedWords: z.array(z.string().min(1).max(100)).max(200).default([]),
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
