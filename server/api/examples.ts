import type { Acknowledgement } from '../contract/acknowledgement-schema.ts';
import type { Problem } from '../contract/problem-schema.ts';
import type { ResponseInput } from '../contract/response-schema.ts';
import { problemKinds, type ProblemKind } from '../http/problem.ts';

/** Examples for the API document; a test holds them against the schemas. */
export const exampleResponse: ResponseInput = {
  id: '7f1c2e0a-54f3-4f0e-9a53-6d1b0d0f2a11',
  revisionNo: 2,
  page: 'https://www.example.se/tjanster/e-faktura',
  title: 'E-faktura',
  pageLanguage: 'sv',
  widgetLanguage: 'sv',
  pageUpdated: '2026-11-02',
  answer: 'no',
  comment: 'Jag hittade inte vilka format som gäller.',
  survey: 'page',
};

export const exampleAcknowledgement: Acknowledgement = {
  status: 'stored',
  answer: 'no',
  revisionNo: 2,
  hasComment: true,
  received: '2026-11-22T09:30:00.000Z',
  amendableUntil: '2026-11-23T09:30:00.000Z',
};

export const exampleProblem = (kind: ProblemKind): Problem => ({
  type: `/feedback/v1/problems/${kind}`,
  title: problemKinds[kind].title,
  status: problemKinds[kind].status,
  detail: `${problemKinds[kind].title}.`,
  instance: 'urn:uuid:0b0f7a52-6f0c-4b0e-8a3c-0b6f6c1d2e3f',
  ...(kind === 'invalid-fields' && {
    errors: [{ field: 'comment', detail: 'must have at most 1000 characters' }],
  }),
});
