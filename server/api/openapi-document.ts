import { z } from 'zod';
import type { ApiSettings } from './api-settings.ts';
import { both, jsonContent, problemResponses } from './document-parts.ts';
import {
  apiDescription,
  apiLicense,
  apiLimitations,
  apiSummary,
  apiVersion,
  contactOf,
  serviceLevel,
  tags,
} from './document-texts.ts';
import { readOperations } from './operations.ts';
import { readProblems, tokenProblems, type ReadOperation } from './read-operation.ts';
import { addResponseOperation } from './response-operation.ts';
import { documentSchemas } from './schemas.ts';

export interface DocumentDependencies {
  publicUrl: string;
  settings: ApiSettings;
  timeZone: string;
}

/** The OpenAPI 3.1 document of the API, made from the schemas the service checks with. */
export function createOpenApiDocument({ publicUrl, settings, timeZone }: DocumentDependencies) {
  const docsUrl = `${publicUrl}/feedback/v1/docs`;
  const limitations = apiLimitations(timeZone);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gensvar',
      version: apiVersion,
      summary: both(apiSummary).replace('\n\n', ' '),
      description: both({
        sv: [apiDescription, ...limitations].map(({ sv }) => sv).join(' '),
        en: [apiDescription, ...limitations].map(({ en }) => en).join(' '),
      }),
      ...(settings.termsUrl !== undefined && { termsOfService: settings.termsUrl }),
      contact: contactOf(settings, docsUrl),
      license: apiLicense,
      'x-sla': serviceLevel,
      'x-limitations': limitations.map((one) => both(one).replace('\n\n', ' ')),
    },
    externalDocs: {
      description: 'Dokumentation att läsa i en webbläsare. Documentation to read in a browser.',
      url: docsUrl,
    },
    servers: [{ url: `${publicUrl}/feedback/v1`, description: 'This service.' }],
    tags: tags.map(({ name, description }) => ({ name, description: both(description) })),
    paths: {
      '/responses': { post: addResponseOperation() },
      ...Object.fromEntries(
        readOperations.map((operation) => [operation.path, { get: describeRead(operation) }]),
      ),
    },
    components: {
      schemas: documentSchemas(),
      securitySchemes: {
        bearerToken: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A token that the operator makes with gensvar token add. It belongs to one site, has scopes (counts:read, comments:read) and expires.',
        },
      },
    },
  };
}

function describeRead(operation: ReadOperation) {
  const { operationId, tag, summary, description, scope, answer, problems = [] } = operation;
  const parameters = describeParameters(operation);
  const headers = answerHeaders(operation);
  return {
    operationId,
    tags: [tag],
    summary: summary.en,
    description: both(description),
    security: scope ? [{ bearerToken: [] }] : [],
    ...(scope && { 'x-scope': scope }),
    ...(parameters.length > 0 && { parameters }),
    responses: {
      200: {
        description: answer.description,
        ...(Object.keys(headers).length > 0 && { headers }),
        content: {
          ...jsonContent(answer.schema, answer.example),
          ...(answer.csv !== undefined && {
            'text/csv': {
              schema: { type: 'string' },
              examples: { example: { summary: 'The same as a table', value: answer.csv } },
            },
          }),
        },
      },
      ...(!scope && { 304: { description: 'It is as the If-None-Match of the request says.' } }),
      ...problemResponses(
        [...readProblems, ...(scope ? tokenProblems : []), ...problems].filter(
          (kind) => kind !== 'not-acceptable' || !operation.inOneFormat,
        ),
      ),
    },
  };
}

const text = { type: 'string' };

const answerHeaders = ({ scope, answer }: ReadOperation) => ({
  ...((answer.paged === true || answer.csv !== undefined) && {
    Link: {
      description:
        'Where the parts before (prev) and after (next) are, and the licence of open data (RFC 8288).',
      schema: text,
      example: '<https://feedback.example.se/feedback/v1/pages?page=2>; rel="next"',
    },
  }),
  ...(!scope && {
    ETag: {
      description: 'Names this content, for If-None-Match.',
      schema: text,
      example: '"5tJWTK0mAcvQ3hJv8qB2yw"',
    },
  }),
});

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description: string;
  schema: unknown;
  example: unknown;
}

/** The parameters of an operation, those of the path first. None of a query is required. */
function describeParameters({ pathParameters = {}, query }: ReadOperation): Parameter[] {
  const inPath = Object.entries(pathParameters).map(
    ([name, { description, example, pattern }]): Parameter => ({
      name,
      in: 'path',
      required: true,
      description,
      schema: { type: 'string', pattern },
      example,
    }),
  );
  const { properties = {} } = z.toJSONSchema(query, { io: 'input' });
  const inQuery = Object.entries(properties).map(([name, property]): Parameter => {
    if (typeof property === 'boolean') throw new Error(`${name} has no schema.`);
    const { description = '', example, ...schema } = property;
    return { name, in: 'query', required: false, description, schema, example };
  });
  return [...inPath, ...inQuery];
}

export type OpenApiDocument = ReturnType<typeof createOpenApiDocument>;
