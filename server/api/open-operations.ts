import { noQuery, openPagesQuery, periodQuery } from '../contract/query-schema.ts';
import { problemKinds } from '../http/problem.ts';
import { exampleApiInfo, exampleOpenDailyCounts, exampleOpenPages } from './examples.ts';
import { daysTable, pagesTable } from './open-data-tables.ts';
import type { ReadOperation } from './read-operation.ts';
import { siteKeyParameter } from './token-operations.ts';

export const listOpenPages = {
  operationId: 'listOpenPages',
  path: '/open-data/{siteKey}/pages',
  tag: 'Open data',
  summary: { sv: 'Öppna data: sidor med sina svar', en: 'Open data: pages with their counts' },
  description: {
    sv: 'Visar de sidor som fick svar under perioden och hur svaren fördelas. Licensen är CC0 1.0. Som CSV kommer hela listan på en gång om limit inte anges; samma tabell finns på adressen med .csv på slutet.',
    en: 'Tells of the pages that had answers in the period, and of the answers. The licence is CC0 1.0. As CSV the whole list comes at once unless limit is given; the same table is at the address with .csv at its end.',
  },
  pathParameters: { siteKey: siteKeyParameter },
  query: openPagesQuery,
  answer: {
    description: 'Pages with answers in the period.',
    schema: 'OpenPages',
    example: exampleOpenPages,
    csv: pagesTable(exampleOpenPages),
    paged: true,
  },
  problems: ['not-found'],
} satisfies ReadOperation<typeof openPagesQuery>;

export const listOpenDailyCounts = {
  operationId: 'listOpenDailyCounts',
  path: '/open-data/{siteKey}/daily-counts',
  tag: 'Open data',
  summary: { sv: 'Öppna data: svar per dag', en: 'Open data: daily counts' },
  description: {
    sv: 'Visar hur många som svarade på webbplatsens sidor varje dag. Licensen är CC0 1.0. Samma tabell finns som CSV på adressen med .csv på slutet.',
    en: "Tells how many answered on the site's pages each day. The licence is CC0 1.0. The same table is, as CSV, at the address with .csv at its end.",
  },
  pathParameters: { siteKey: siteKeyParameter },
  query: periodQuery,
  answer: {
    description: 'The days with answers.',
    schema: 'OpenDailyCounts',
    example: exampleOpenDailyCounts,
    csv: daysTable(exampleOpenDailyCounts),
  },
  problems: ['not-found'],
} satisfies ReadOperation<typeof periodQuery>;

export const getApiInfo = {
  operationId: 'getApiInfo',
  path: '/api-info',
  tag: 'About the API',
  summary: { sv: 'Om API:et', en: 'Get information about the API' },
  description: {
    sv: 'Visar namn, version, status och var dokumentationen finns.',
    en: 'Tells the name, the version, the status and where the documentation is.',
  },
  query: noQuery,
  answer: { description: 'About the API.', schema: 'ApiInfo', example: exampleApiInfo },
} satisfies ReadOperation<typeof noQuery>;

export const getProblemKind = {
  operationId: 'getProblemKind',
  path: '/problems/{kind}',
  tag: 'About the API',
  summary: { sv: 'En sorts problem', en: 'Get a kind of problem' },
  description: {
    sv: 'Visar vad en sorts problem betyder. Adressen är problemets type.',
    en: 'Tells what a kind of problem means. Its address is the type of the problem.',
  },
  inOneFormat: true,
  pathParameters: {
    kind: {
      description: 'The last part of the type of a problem.',
      example: 'invalid-parameters',
      pattern: '^[a-z-]+$',
    },
  },
  query: noQuery,
  answer: {
    description: 'The kind of problem.',
    schema: 'ProblemKind',
    example: {
      type: '/feedback/v1/problems/invalid-parameters',
      ...problemKinds['invalid-parameters'],
    },
  },
  problems: ['not-found'],
} satisfies ReadOperation<typeof noQuery>;
