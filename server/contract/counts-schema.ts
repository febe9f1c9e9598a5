import { z } from 'zod';

const count = (description: string) => z.int().min(0).meta({ description });

const shareOfOne = (description: string) => z.number().min(0).max(1).meta({ description });

/** The share of yes among the answers, from 0 to 1, with what it may be by chance alone. */
export const shareSchema = z.strictObject({
  yes: shareOfOne('The share of the answers that are yes.'),
  lower: shareOfOne('The lower end of its 95 % interval (Wilson).'),
  upper: shareOfOne('The upper end of its 95 % interval (Wilson).'),
});

/** Answers that count, added up. */
export const openCountsSchema = z.strictObject({
  answers: count('All answers: yes, no and partly together.'),
  yes: count('How many answered yes.'),
  no: count('How many answered no.'),
  partly: count('How many answered partly.'),
  comments: count('How many of the answers came with a comment.'),
  share: shareSchema
    .nullable()
    .meta({ description: 'Null when there are fewer than 10 answers: too few for a share.' }),
});

/** The same for those who work with the answers. */
export const countsSchema = openCountsSchema.extend({
  leftOut: count('How many more are left out of the score, such as suspected robots.'),
});

const day = z.iso.date().meta({ description: 'The day, by midnight in the time zone of the API.' });

/** One day with answers. */
const dailyCountSchema = z.strictObject({ day, counts: countsSchema });
export const openDailyCountSchema = z.strictObject({ day, counts: openCountsSchema });

/** The period that an answer tells of. */
export const periodFields = {
  from: z.iso.date().meta({ description: 'The first day of the period.' }),
  to: z.iso.date().meta({ description: 'The last day of the period, included.' }),
};

export const dailyCountsSchema = z.strictObject({
  ...periodFields,
  items: z.array(dailyCountSchema).meta({ description: 'Days with answers, oldest first.' }),
});

export type CountsSchema = z.output<typeof countsSchema>;
export type DailyCounts = z.output<typeof dailyCountsSchema>;
