import { z } from 'zod';
import { isCalendarDate } from './calendar-date.ts';
import { maxAddressLength } from './limits.ts';

/** A date, or a moment by RFC 3339 with any offset. */
const dateOrMoment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d))?$/;

const time = (description: string) =>
  z
    .string()
    .regex(
      dateOrMoment,
      'must be a date such as 2026-11-22 or a moment such as 2026-11-22T09:30:00Z; + is written %2B',
    )
    .refine(
      (text) => isCalendarDate(text) && !Number.isNaN(Date.parse(text)),
      'must be a date that exists',
    )
    .optional()
    .meta({ description });

const periodParameters = {
  from: time(
    'The first day: a date, or a moment that is read as the day it falls on. Usually 29 days before the last day.',
  ).meta({ example: '2026-11-01' }),
  to: time(
    'The last day, included: a date, or a moment that is read as the day it falls on. Usually today. A period has at most 366 days.',
  ).meta({ example: '2026-11-22' }),
};

const pagingParameters = {
  limit: z
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(100, 'must be at most 100')
    .default(20)
    .meta({ description: 'How many an answer holds at the most.', example: 20 }),
  page: z
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(1_000_000, 'must be at most 1000000')
    .default(1)
    .meta({ description: 'Which part of the list to tell, from 1.', example: 1 }),
};

const site = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be the key of a site')
  .optional()
  .meta({
    description: 'The key of a site. A token is for one site, which is told without it too.',
    example: 'example',
  });

export const pagingQuery = z.strictObject(pagingParameters);
export const periodQuery = z.strictObject(periodParameters);

export const pagesQuery = z.strictObject({
  site,
  section: z
    .string()
    .regex(/^\/[^?#\s]*$/, 'must be a path that starts with /')
    .max(maxAddressLength, `must have at most ${maxAddressLength} characters`)
    .optional()
    .meta({
      description: 'A path: tells only of that page and the pages below it.',
      example: '/tjanster',
    }),
  ...periodParameters,
  ...pagingParameters,
});

export const commentsQuery = z.strictObject({
  site,
  pageId: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'must be the id of a page')
    .optional()
    .meta({
      description: 'The id of a page: tells only of its comments.',
      example: '4d1f0f6ec2a94b6f8a0e6b1c5d7e9f20',
    }),
  from: time(
    'From when: a date, or a moment with any offset. Usually 29 days before the last day.',
  ).meta({ example: '2026-11-01' }),
  to: time(
    'Until when: a date, which is included, or a moment, before which comments are told. Usually today. A period has at most 366 days.',
  ).meta({ example: '2026-11-22' }),
  ...pagingParameters,
});

export const openPagesQuery = z.strictObject({ ...periodParameters, ...pagingParameters });

/** For what takes no parameter at all. */
export const noQuery = z.strictObject({});
