import { z } from 'zod';
import { isCalendarDate } from './calendar-date.ts';
import { characterCount, maxAddressLength, maxCommentLength, maxTitleLength } from './limits.ts';

/** The answers a visitor can give; `partly` belongs to the gateway questions. */
export const answers = ['yes', 'no', 'partly'] as const;

/** Which questions were asked: the page's own, or those of the single digital gateway. */
const surveys = ['page', 'gateway'] as const;

const requiredOr = (required: string, wrong: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? required : wrong;

/** A date, or a date and a time with or without an offset (ISO 8601). */
const isoDate = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

const languageTag = z
  .string('must be text')
  .regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/, 'must be a language tag such as sv or en-GB')
  .max(35, 'must have at most 35 characters');

const wellFormedText = z
  .string('must be text')
  .refine((text) => text.isWellFormed(), 'must be valid Unicode text')
  .refine((text) => !text.includes('\0'), 'must not contain the character NUL');

/** No text has more characters than code units, which need not be counted. */
const hasAtMost = (most: number, text: string) =>
  text.length <= most || characterCount(text) <= most;

const revisionNo = z
  .int('must be a whole number')
  .min(1, 'must be 1 or more')
  .max(1_000_000, 'must be at most 1000000');

/**
 * One visitor's response as it crosses the wire, in JSON's types. A form's text
 * values are turned into these types before they are checked.
 */
export const responseSchema = z.strictObject({
  id: z
    .uuidv4('must be a UUID of version 4')
    .toLowerCase()
    .optional()
    .meta({ description: 'Made by the client; the same id again amends the same response.' }),
  revisionNo: revisionNo
    .optional()
    .meta({ description: 'Counts up for each amendment; a lower one never overwrites a higher.' }),
  page: z
    .string({ error: requiredOr('is required: the address of the page', 'must be text') })
    .min(1, 'is required: the address of the page')
    .max(maxAddressLength, `must have at most ${maxAddressLength} characters`)
    .meta({ description: 'The address of the page, http or https.' }),
  title: wellFormedText
    .refine(
      (text) => hasAtMost(maxTitleLength, text),
      `must have at most ${maxTitleLength} characters`,
    )
    .optional()
    .meta({ description: "The page's title.", maxLength: maxTitleLength }),
  pageLanguage: languageTag.optional().meta({ description: "The page's language." }),
  widgetLanguage: languageTag.optional().meta({ description: 'The language of the prompt.' }),
  pageUpdated: z
    .string('must be text')
    .max(40, 'must have at most 40 characters')
    .regex(isoDate, 'must be a date such as 2026-11-22, with or without a time')
    .refine(
      (text) => isCalendarDate(text) && !Number.isNaN(Date.parse(text)),
      'must be a date that exists',
    )
    .optional()
    .meta({ description: "The page's own date of its last update." }),
  answer: z
    .enum(answers, {
      error: requiredOr('is required: yes, no or partly', 'must be yes, no or partly'),
    })
    .meta({ description: 'Whether the page helped.' }),
  rating: z
    .int('must be a whole number from 1 to 5')
    .min(1, 'must be a whole number from 1 to 5')
    .max(5, 'must be a whole number from 1 to 5')
    .optional()
    .meta({ description: 'The rating of the gateway questions.' }),
  comment: wellFormedText
    .refine(
      (text) => hasAtMost(maxCommentLength, text),
      `must have at most ${maxCommentLength} characters`,
    )
    .optional()
    .meta({ description: "The visitor's own words.", maxLength: maxCommentLength }),
  survey: z
    .enum(surveys, { error: 'must be page or gateway' })
    .default('page')
    .meta({ description: 'Which questions were asked.' }),
  elapsed: z
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .optional()
    .meta({ description: 'Milliseconds from when the prompt was shown. It is not stored.' }),
  website: z
    .string('must be text')
    .max(maxAddressLength, `must have at most ${maxAddressLength} characters`)
    .optional()
    .meta({ description: 'Leave it out: only robots fill it in. It is not stored.' }),
});

/** A checked response. */
export type ResponseSchema = z.output<typeof responseSchema>;

/** A response as a client writes it. */
export type ResponseInput = z.input<typeof responseSchema>;

export type Answer = (typeof answers)[number];
