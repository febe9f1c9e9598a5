import { z } from 'zod';
import { acknowledgementSchema } from '../contract/acknowledgement-schema.ts';
import { apiInfoSchema, problemKindSchema } from '../contract/api-info-schema.ts';
import {
  countsSchema,
  dailyCountsSchema,
  openCountsSchema,
  shareSchema,
} from '../contract/counts-schema.ts';
import { problemSchema } from '../contract/problem-schema.ts';
import {
  commentSchema,
  commentsSchema,
  openDailyCountsSchema,
  openPagesSchema,
  pageInPeriodSchema,
  pageSchema,
  pagesSchema,
  siteSchema,
  sitesSchema,
} from '../contract/resource-schema.ts';
import { responseSchema } from '../contract/response-schema.ts';

/** What the service answers with, by its name in the document. */
export const answerSchemas = {
  Acknowledgement: acknowledgementSchema,
  ApiInfo: apiInfoSchema,
  Comment: commentSchema,
  Comments: commentsSchema,
  Counts: countsSchema,
  DailyCounts: dailyCountsSchema,
  OpenCounts: openCountsSchema,
  OpenDailyCounts: openDailyCountsSchema,
  OpenPages: openPagesSchema,
  Page: pageSchema,
  PageInPeriod: pageInPeriodSchema,
  Pages: pagesSchema,
  Problem: problemSchema,
  ProblemKind: problemKindSchema,
  Share: shareSchema,
  Site: siteSchema,
  Sites: sitesSchema,
};

export type SchemaName = keyof typeof answerSchemas;

/** What a client sends, by its name in the document. */
const requestSchemas = { Response: responseSchema };

export const schemaReference = (name: SchemaName | keyof typeof requestSchemas) => ({
  $ref: `#/components/schemas/${name}`,
});

type JsonSchema = Record<string, unknown>;

/** All schemas as JSON Schema, by their names. Where one uses another it refers to it. */
export const documentSchemas = (): Record<string, JsonSchema> => ({
  ...toJsonSchemas(requestSchemas, 'input'),
  ...toJsonSchemas(answerSchemas, 'output'),
});

function toJsonSchemas(named: Record<string, z.ZodType>, io: 'input' | 'output') {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // The format says it; the pattern that comes with it can be read by nobody.
      if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') {
        delete jsonSchema.pattern;
      }
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [
      name,
      schema as JsonSchema,
    ]),
  );
}
