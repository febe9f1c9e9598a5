import { commentsQuery, pagesQuery, pagingQuery, periodQuery } from '../contract/query-schema.ts';
import {
  exampleComments,
  exampleDailyCounts,
  examplePageInPeriod,
  examplePages,
  exampleParts,
  exampleSite,
} from './examples.ts';
import type { PathParameter, ReadOperation } from './read-operation.ts';

export const siteKeyParameter: PathParameter = {
  description: 'The key of a site.',
  example: 'example',
  pattern: '^[a-z][a-z0-9-]{0,39}$',
};

const pageIdParameter: PathParameter = {
  description: 'The id of a page, as the list of pages tells it.',
  example: '4d1f0f6ec2a94b6f8a0e6b1c5d7e9f20',
  pattern: '^[0-9a-f]{32}$',
};

export const listSites = {
  operationId: 'listSites',
  path: '/sites',
  tag: 'Counts',
  scope: 'counts:read',
  summary: { sv: 'Webbplatser', en: 'List sites' },
  description: {
    sv: 'Visar de webbplatser som tokenet får läsa.',
    en: 'Tells of the sites that the token may read.',
  },
  query: pagingQuery,
  answer: {
    description: 'The sites.',
    schema: 'Sites',
    example: { ...exampleParts, items: [exampleSite] },
    paged: true,
  },
} satisfies ReadOperation<typeof pagingQuery>;

export const listSiteDailyCounts = {
  operationId: 'listSiteDailyCounts',
  path: '/sites/{siteKey}/daily-counts',
  tag: 'Counts',
  scope: 'counts:read',
  summary: { sv: 'Svar per dag på en webbplats', en: 'List daily counts of a site' },
  description: {
    sv: 'Visar hur många som svarade på webbplatsens sidor varje dag. Dagar utan svar är inte med.',
    en: "Tells how many answered on the site's pages each day. Days without answers are not told.",
  },
  pathParameters: { siteKey: siteKeyParameter },
  query: periodQuery,
  answer: {
    description: 'The days with answers.',
    schema: 'DailyCounts',
    example: exampleDailyCounts,
  },
  problems: ['not-found'],
} satisfies ReadOperation<typeof periodQuery>;

export const listPages = {
  operationId: 'listPages',
  path: '/pages',
  tag: 'Counts',
  scope: 'counts:read',
  summary: { sv: 'Sidor med sina svar', en: 'List pages with their counts' },
  description: {
    sv: 'Visar de sidor som fick svar under perioden och hur svaren fördelas. Sidorna står i den ordning de fick sitt första svar, så att nya svar inte flyttar dem mellan listans delar.',
    en: 'Tells of the pages that had answers in the period, and of the answers. Pages stand in the order in which they first had one, so that new answers do not move them between the parts of the list.',
  },
  query: pagesQuery,
  answer: {
    description: 'Pages with answers in the period.',
    schema: 'Pages',
    example: examplePages,
    paged: true,
  },
  problems: ['not-found'],
} satisfies ReadOperation<typeof pagesQuery>;

export const getPage = {
  operationId: 'getPage',
  path: '/pages/{pageId}',
  tag: 'Counts',
  scope: 'counts:read',
  summary: { sv: 'En sida med sina svar', en: 'Get a page with its counts' },
  description: {
    sv: 'Visar en sida och hur svaren fördelas under perioden.',
    en: 'Tells of one page and of its answers in the period.',
  },
  pathParameters: { pageId: pageIdParameter },
  query: periodQuery,
  answer: { description: 'The page.', schema: 'PageInPeriod', example: examplePageInPeriod },
  problems: ['not-found'],
} satisfies ReadOperation<typeof periodQuery>;

export const listPageDailyCounts = {
  operationId: 'listPageDailyCounts',
  path: '/pages/{pageId}/daily-counts',
  tag: 'Counts',
  scope: 'counts:read',
  summary: { sv: 'Svar per dag på en sida', en: 'List daily counts of a page' },
  description: {
    sv: 'Visar hur många som svarade på sidan varje dag. Dagar utan svar är inte med.',
    en: 'Tells how many answered on the page each day. Days without answers are not told.',
  },
  pathParameters: { pageId: pageIdParameter },
  query: periodQuery,
  answer: {
    description: 'The days with answers.',
    schema: 'DailyCounts',
    example: exampleDailyCounts,
  },
  problems: ['not-found'],
} satisfies ReadOperation<typeof periodQuery>;

export const listComments = {
  operationId: 'listComments',
  path: '/comments',
  tag: 'Comments',
  scope: 'comments:read',
  summary: { sv: 'Kommentarer', en: 'List comments' },
  description: {
    sv: 'Visar besökarnas kommentarer, de nyaste först. Varje läsning skrivs i granskningsloggen. En kommentar kan vara en allmän handling: mottagaren ansvarar för sin kopia och för att gallra den.',
    en: "Tells the visitors' comments, newest first. Each reading is written into the audit log. A comment may be a public record: whoever takes a copy answers for it, and for deleting it in time.",
  },
  query: commentsQuery,
  answer: {
    description: 'Comments in the period.',
    schema: 'Comments',
    example: exampleComments,
    paged: true,
  },
  problems: ['not-found'],
} satisfies ReadOperation<typeof commentsQuery>;
