import { z } from 'zod';
import { answers } from './response-schema.ts';

/** What the service says when a response is safely on disk. */
export const acknowledgementSchema = z.strictObject({
  status: z.literal('stored').meta({ description: 'The response is committed to disk.' }),
  answer: z.enum(answers).meta({ description: 'The answer that now counts.' }),
  revisionNo: z.int().meta({ description: 'The revision that is stored.' }),
  hasComment: z.boolean().meta({ description: 'Whether the response has a comment.' }),
  received: z.iso.datetime().meta({ description: 'When the response first came in (UTC).' }),
  amendableUntil: z.iso
    .datetime()
    .meta({ description: 'Until when the same id can amend the response (UTC).' }),
});

export type Acknowledgement = z.output<typeof acknowledgementSchema>;
