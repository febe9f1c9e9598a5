import { z } from 'zod';

/** A fault in one field. It names the field and the fault, never the value. */
export const fieldFaultSchema = z.strictObject({
  field: z.string().meta({ description: 'The name of the field.' }),
  detail: z.string().meta({ description: 'What is wrong with it.' }),
});

/** A problem by RFC 9457. */
export const problemSchema = z.strictObject({
  type: z.string().meta({ description: 'A stable name of the kind of problem, as a URI.' }),
  title: z.string().meta({ description: 'The kind of problem in words.' }),
  status: z.int().meta({ description: 'The HTTP status.' }),
  detail: z.string().meta({ description: 'What went wrong this time.' }),
  instance: z.string().meta({ description: 'A name for this occurrence, for support.' }),
  errors: z.array(fieldFaultSchema).optional().meta({ description: 'The fields at fault.' }),
});

export type FieldFault = z.output<typeof fieldFaultSchema>;
export type Problem = z.output<typeof problemSchema>;
