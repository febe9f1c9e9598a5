import { problemKinds, type ProblemKind } from '../http/problem.ts';
import { exampleProblem } from './examples.ts';
import type { Bilingual } from './read-operation.ts';
import { schemaReference, type SchemaName } from './schemas.ts';

/** Swedish first, then English, as two paragraphs. */
export const both = ({ sv, en }: Bilingual): string => `${sv}\n\n${en}`;

/** JSON by a named schema, with its example in full. */
export const jsonContent = (schema: SchemaName | 'Response', example: unknown) => ({
  'application/json': {
    schema: schemaReference(schema),
    examples: { example: { summary: 'An example', value: example } },
  },
});

/** One answer for each status that some kinds of problem have, with an example of each kind. */
export function problemResponses(kinds: ProblemKind[]) {
  const statuses = [...new Set(kinds.map((kind) => problemKinds[kind].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const ofStatus = kinds.filter((kind) => problemKinds[kind].status === status);
      return [status, problemResponse(ofStatus)];
    }),
  );
}

function problemResponse(kinds: ProblemKind[]) {
  return {
    description: kinds.map((kind) => `${problemKinds[kind].title}.`).join(' Or: '),
    ...(kinds.includes('not-authenticated') && {
      headers: {
        'WWW-Authenticate': {
          description: 'How to authenticate (RFC 6750).',
          schema: { type: 'string' },
          example: 'Bearer realm="gensvar"',
        },
      },
    }),
    content: {
      'application/problem+json': {
        schema: schemaReference('Problem'),
        examples: Object.fromEntries(
          kinds.map((kind) => [
            kind,
            { summary: problemKinds[kind].title, value: exampleProblem(kind) },
          ]),
        ),
      },
    },
  };
}
