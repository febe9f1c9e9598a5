import type { ProblemKind } from '../http/problem.ts';
import { both, jsonContent, problemResponses } from './document-parts.ts';
import { exampleAcknowledgement, exampleResponse } from './examples.ts';
import type { Bilingual } from './read-operation.ts';
import { schemaReference } from './schemas.ts';

/** The problems that posting a response can meet. */
const problems: ProblemKind[] = [
  'malformed-body',
  'origin-not-allowed',
  'prompt-off',
  'too-late',
  'key-in-use',
  'body-too-large',
  'unsupported-media-type',
  'invalid-fields',
  'personal-data',
  'unknown-site',
  'internal',
  'unavailable',
];

const addResponseSummary: Bilingual = {
  sv: 'Skicka eller ändra ett svar',
  en: 'Send or amend a response',
};

const addResponseDescription: Bilingual = {
  sv: 'Sparar ett svar. Samma id igen ändrar svaret under en begränsad tid. Samma id med samma innehåll bekräftas igen och räknas en gång. Ett bekräftat svar ligger på disk.',
  en: 'Stores one response. The same id again amends it for a limited time; the same id with the same content is acknowledged again and counted once. Acknowledged means committed to disk.',
};

/** The one way to write: an HTML form's or a program's. The intake serves it. */
export function addResponseOperation() {
  const acknowledged = (description: string) => ({
    description,
    content: jsonContent('Acknowledgement', exampleAcknowledgement),
  });
  const form = {
    schema: schemaReference('Response'),
    examples: { example: { summary: 'An example', value: exampleResponse } },
  };
  return {
    operationId: 'addResponse',
    tags: ['Responses'],
    summary: addResponseSummary.en,
    description: both(addResponseDescription),
    security: [],
    requestBody: {
      required: true,
      description: 'The response, as a form or as JSON. In JSON the id is required.',
      content: {
        ...jsonContent('Response', exampleResponse),
        'application/x-www-form-urlencoded': form,
      },
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
      ...problemResponses(problems),
    },
  };
}
