import { z } from 'zod';

/** What the national REST API profile wants an API to tell of itself (VER.06). */
export const apiInfoSchema = z.strictObject({
  apiName: z.string().meta({ description: 'The name of the API.' }),
  apiVersion: z.string().meta({ description: 'Its version: MAJOR.MINOR.PATCH.' }),
  apiReleased: z.iso.date().meta({ description: 'When this version was released.' }),
  apiDocumentation: z.url().meta({ description: 'Where its documentation is.' }),
  apiStatus: z
    .enum(['alpha', 'beta', 'active', 'deprecated', 'retired'])
    .meta({ description: 'Where it is in its life.' }),
});

/** What a kind of problem means. */
export const problemKindSchema = z.strictObject({
  type: z.string().meta({ description: 'The name of the kind, as in a problem.' }),
  title: z.string().meta({ description: 'The kind of problem in words.' }),
  status: z.int().meta({ description: 'The HTTP status it is told with.' }),
});

export type ApiInfo = z.output<typeof apiInfoSchema>;
