import { z } from 'zod';
import {
  countsSchema,
  openCountsSchema,
  openDailyCountSchema,
  periodFields,
} from './counts-schema.ts';
import { answers } from './response-schema.ts';

const identifier = z.string().regex(/^[0-9a-f]{32}$/);
const moment = (description: string) => z.iso.datetime().meta({ description });
const siteKey = z.string().meta({ description: 'The key of the site, as it stands in addresses.' });

/** Which part of a list an answer holds. */
const pagingFields = {
  total: z.int().min(0).meta({ description: 'How many there are in all.' }),
  limit: z.int().min(1).meta({ description: 'How many an answer holds at the most.' }),
  page: z.int().min(1).meta({ description: 'Which part of the list this is, from 1.' }),
};

export const siteSchema = z.strictObject({
  key: siteKey,
  name: z.string().meta({ description: 'The name of the site.' }),
  origins: z
    .array(z.string())
    .meta({ description: 'Scheme and host of each address the site answers at.' }),
  openData: z.boolean().meta({ description: 'Whether anyone may read the counts of the site.' }),
});

export const sitesSchema = z.strictObject({
  ...pagingFields,
  items: z.array(siteSchema).meta({ description: 'The sites.' }),
});

export const pageSchema = z.strictObject({
  id: identifier.meta({ description: 'Names the page in this API. It stays the same.' }),
  site: siteKey,
  address: z.string().meta({ description: 'The canonical address of the page.' }),
  title: z.string().nullable().meta({ description: 'The title, as the last visitor met it.' }),
  language: z.string().nullable().meta({ description: 'The language of the page, if it tells.' }),
  lastReceived: moment('When the newest answer came in (UTC), whatever the period.'),
  counts: countsSchema.meta({ description: 'The answers in the period.' }),
});

export const pagesSchema = z.strictObject({
  ...periodFields,
  ...pagingFields,
  items: z.array(pageSchema).meta({ description: 'Pages with answers in the period.' }),
});

export const pageInPeriodSchema = pageSchema.extend(periodFields);

export const commentSchema = z.strictObject({
  id: identifier.meta({ description: 'Names the comment in this API. It stays the same.' }),
  pageId: identifier.meta({ description: 'The page it is about.' }),
  pageAddress: z.string().meta({ description: 'The canonical address of the page.' }),
  received: moment('When the comment came in (UTC).'),
  answer: z.enum(answers).meta({ description: 'The answer it came with.' }),
  rating: z.int().min(1).max(5).nullable().meta({ description: 'The rating, if one was asked.' }),
  text: z.string().meta({ description: "The visitor's own words." }),
  leftOut: z.boolean().meta({ description: 'Whether its answer is left out of the score.' }),
});

export const commentsSchema = z.strictObject({
  from: moment('The moment from which comments are told (UTC).'),
  before: moment('The moment before which comments are told (UTC).'),
  ...pagingFields,
  items: z.array(commentSchema).meta({ description: 'Comments, newest first.' }),
});

const license = z.url().meta({ description: 'The licence of the data: CC0 1.0.' });

export const openPagesSchema = z.strictObject({
  license,
  site: siteKey,
  ...periodFields,
  ...pagingFields,
  items: z
    .array(
      z.strictObject({
        address: z.string().meta({ description: 'The canonical address of the page.' }),
        counts: openCountsSchema.meta({ description: 'The answers in the period.' }),
      }),
    )
    .meta({ description: 'Pages with answers in the period.' }),
});

export const openDailyCountsSchema = z.strictObject({
  license,
  site: siteKey,
  ...periodFields,
  items: z.array(openDailyCountSchema).meta({ description: 'Days with answers, oldest first.' }),
});

export type SiteResource = z.output<typeof siteSchema>;
export type PageResource = z.output<typeof pageSchema>;
export type Comments = z.output<typeof commentsSchema>;
export type OpenPages = z.output<typeof openPagesSchema>;
export type OpenDailyCounts = z.output<typeof openDailyCountsSchema>;
