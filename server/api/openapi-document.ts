import { z } from 'zod';
import { acknowledgementSchema } from '../contract/acknowledgement-schema.ts';
import { problemSchema } from '../contract/problem-schema.ts';
import { responseSchema } from '../contract/response-schema.ts';
import { problemKinds, type ProblemKind } from '../http/problem.ts';
import { exampleAcknowledgement, exampleProblem, exampleResponse } from './examples.ts';

export const apiVersion = '1.0.0';

/** The problems that posting a response can meet. */
const postProblems: ProblemKind[] = [
  'malformed-body',
  'origin-not-allowed',
  'too-late',
  'body-too-large',
  'unsupported-media-type',
  'invalid-fields',
  'internal',
  'unavailable',
];

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
};

/** The OpenAPI 3.1 document of the API, made from the schemas the service checks with. */
export function createOpenApiDocument(publicUrl: string) {
  const acknowledged = (description: string) => ({
    description,
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/Acknowledgement' },
        example: exampleAcknowledgement,
      },
    },
  });
  const body = {
    schema: { $ref: '#/components/schemas/Response' },
    example: exampleResponse,
  };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gensvar',
      version: apiVersion,
      summary: 'Tar emot och räknar besökares svar om webbsidor.',
      description:
        'Tar emot besökares svar på frågan om en webbsida hjälpte dem, sparar svaren och räknar dem per sida. ' +
        "Takes in visitors' answers to whether a web page helped them, stores them and counts them per page.",
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${publicUrl}/feedback/v1` }],
    paths: {
      '/responses': {
        post: {
          operationId: 'addResponse',
          summary: 'Send or amend a response',
          description:
            'Stores one response. The same id again amends it for a limited time; the same id with the same content is acknowledged again and counted once. Acknowledged means committed to disk.',
          requestBody: {
            required: true,
            description: 'The response, as a form or as JSON. In JSON the id is required.',
            content: { 'application/json': body, 'application/x-www-form-urlencoded': body },
          },
          responses: {
            200: acknowledged('The response was amended, or had already been stored.'),
            201: acknowledged('The response is stored.'),
            303: {
              description: 'A browser without script is sent on to a receipt.',
              headers: {
                Location: { description: 'The receipt.', schema: { type: 'string' } },
              },
            },
            ...problemResponses(postProblems),
          },
        },
      },
    },
    components: {
      schemas: {
        Response: jsonSchema(responseSchema, 'input'),
        Acknowledgement: jsonSchema(acknowledgementSchema, 'output'),
        Problem: jsonSchema(problemSchema, 'output'),
      },
    },
  };
}

function problemResponses(kinds: ProblemKind[]) {
  return Object.fromEntries(
    kinds.map((kind) => [
      problemKinds[kind].status,
      {
        description: `${problemKinds[kind].title}.`,
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            example: exampleProblem(kind),
          },
        },
      },
    ]),
  );
}
