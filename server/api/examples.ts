import type { Acknowledgement } from '../contract/acknowledgement-schema.ts';
import type { ApiInfo } from '../contract/api-info-schema.ts';
import type { DailyCounts } from '../contract/counts-schema.ts';
import type { Problem } from '../contract/problem-schema.ts';
import type {
  Comments,
  OpenDailyCounts,
  OpenPages,
  PageResource,
  SiteResource,
} from '../contract/resource-schema.ts';
import type { ResponseInput } from '../contract/response-schema.ts';
import { problemKinds, type ProblemKind } from '../http/problem.ts';
import { openDataLicense } from './open-data-license.ts';
import { toldCounts, toldOpenCounts } from './told-counts.ts';

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

const fewAnswers = { yes: 5, no: 2, partly: 0, comments: 1, leftOut: 0 };
const manyAnswers = { yes: 42, no: 15, partly: 1, comments: 9, leftOut: 2 };
const period = { from: '2026-11-01', to: '2026-11-22' };
const pageId = '4d1f0f6ec2a94b6f8a0e6b1c5d7e9f20';
const address = 'https://www.example.se/tjanster/e-faktura';

export const exampleSite: SiteResource = {
  key: 'example',
  name: 'Exempel',
  origins: ['https://www.example.se'],
  openData: true,
};

const examplePage: PageResource = {
  id: pageId,
  site: 'example',
  address,
  title: 'E-faktura',
  language: 'sv',
  lastReceived: '2026-11-22T09:30:00.000Z',
  counts: toldCounts(manyAnswers),
};

export const exampleParts = { total: 1, limit: 20, page: 1 };

export const examplePages = { ...period, ...exampleParts, items: [examplePage] };
export const examplePageInPeriod = { ...examplePage, ...period };

export const exampleDailyCounts: DailyCounts = {
  ...period,
  items: [
    { day: '2026-11-21', counts: toldCounts(fewAnswers) },
    { day: '2026-11-22', counts: toldCounts(manyAnswers) },
  ],
};

export const exampleComments: Comments = {
  from: '2026-10-31T23:00:00.000Z',
  before: '2026-11-22T23:00:00.000Z',
  ...exampleParts,
  items: [
    {
      id: '9b0d4c7ae1f34e58b2c6a7d8e9f01234',
      pageId,
      pageAddress: address,
      received: '2026-11-22T09:30:00.000Z',
      answer: 'no',
      rating: null,
      text: 'Jag hittade inte vilka format som gäller.',
      leftOut: false,
    },
  ],
};

export const exampleOpenPages: OpenPages = {
  license: openDataLicense,
  site: 'example',
  ...period,
  ...exampleParts,
  items: [{ address, counts: toldOpenCounts(manyAnswers) }],
};

export const exampleOpenDailyCounts: OpenDailyCounts = {
  license: openDataLicense,
  site: 'example',
  ...period,
  items: [{ day: '2026-11-22', counts: toldOpenCounts(manyAnswers) }],
};

export const exampleApiInfo: ApiInfo = {
  apiName: 'Gensvar',
  apiVersion: '1.0.0',
  apiReleased: '2026-11-22',
  apiDocumentation: 'https://feedback.example.se/feedback/v1/docs',
  apiStatus: 'beta',
};

const exampleFaults: Partial<Record<ProblemKind, Problem['errors']>> = {
  'invalid-fields': [{ field: 'comment', detail: 'must have at most 1000 characters' }],
  'invalid-parameters': [{ field: 'limit', detail: 'must be at most 100' }],
  'personal-data': [{ field: 'comment', detail: 'seems to contain an e-mail address' }],
};

export const exampleProblem = (kind: ProblemKind): Problem => ({
  type: `/feedback/v1/problems/${kind}`,
  title: problemKinds[kind].title,
  status: problemKinds[kind].status,
  detail: `${problemKinds[kind].title}.`,
  instance: 'urn:uuid:0b0f7a52-6f0c-4b0e-8a3c-0b6f6c1d2e3f',
  ...(exampleFaults[kind] && { errors: exampleFaults[kind] }),
});
