import { z } from 'zod';
import { visitorLanguages } from '../../locales/languages.ts';
import { layerNames } from '../spam/layer-names.ts';

const longestLink = 2048;

/** A link on a website: a path, a whole address, or an address to write to. */
const isLink = (text: string): boolean =>
  /^\/(?!\/)\S*$/.test(text) ||
  (/^(https?|mailto):\S+$/i.test(text) && URL.canParse(text) && !/["<>]/.test(text));

const linkSchema = z.string().trim().max(longestLink).refine(isLink, 'is no link').optional();
const sentenceSchema = z.string().trim().min(1).max(200).optional();

/** What a site says in one language in place of the prompt's own words, and where it links to. */
export const promptTextsSchema = z.object({
  question: sentenceSchema,
  purpose: sentenceSchema,
  contactHref: linkSchema,
  privacyHref: linkSchema,
  accessibilityHref: linkSchema,
});

/**
 * A page's path, or a section's with `/*` at its end, written as addresses are: encoded, and
 * without a slash at the end.
 */
const offPathSchema = z
  .string()
  .trim()
  .max(500)
  .regex(/^\/(?!\/)[^\s?#]*$/, 'is no path')
  .transform((path) => {
    const isSection = path.endsWith('/*');
    const { pathname } = new URL(
      isSection ? path.slice(0, -2) || '/' : path,
      'https://site.invalid',
    );
    const page = pathname.replace(/\/+$/, '');
    return isSection ? `${page}/*` : page || '/';
  });

/** What a site decides about its prompt. */
export const promptSchema = z.object({
  /** The languages it speaks; a page in another one has Swedish, or the first of these. */
  languages: z
    .array(z.enum(visitorLanguages))
    .min(1)
    .default([...visitorLanguages]),
  /** Whether visitors may write a comment. */
  asksForComment: z.boolean().default(true),
  texts: z.partialRecord(z.enum(visitorLanguages), promptTextsSchema).default({}),
  /** Where there is no prompt, and no answer is taken: see contract/prompt-off.ts. */
  offPaths: z.array(offPathSchema).max(200).default([]),
});

/** What a site may decide, with the default of each. */
export const settingsSchema = z.object({
  /** For how many months comments are kept; the agency's archivist decides. */
  retentionMonths: z.int().min(1).max(120).default(12),
  /** Whether anyone may read the site's counts (never its comments). */
  openData: z.boolean().default(false),
  /** Whether editors are sent the weekly summary of the site, if they want it. */
  digest: z.boolean().default(true),
  /** Layers of the spam control that the site has switched off. */
  spamLayersOff: z.array(z.enum(layerNames)).default([]),
  /** Words whose comments are left out of the score. */
  unwantedWords: z.array(z.string().trim().min(1).max(100)).max(200).default([]),
  /** Whether the site's own addresses end with a slash: links to its pages then do. */
  endsWithSlash: z.boolean().default(false),
  prompt: promptSchema.prefault({}),
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
