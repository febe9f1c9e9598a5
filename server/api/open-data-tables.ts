import type { OpenDailyCounts, OpenPages } from '../contract/resource-schema.ts';
import { toCsv, type Cell } from '../export/csv.ts';

type OpenCounts = OpenPages['items'][number]['counts'];

const countColumns = ['answers', 'yes', 'no', 'partly', 'comments'] as const;
const shareColumns = ['yes', 'lower', 'upper'] as const;
const header = [...countColumns, 'shareYes', 'shareLower', 'shareUpper'];

const cells = (counts: OpenCounts): Cell[] => [
  ...countColumns.map((column) => counts[column]),
  ...shareColumns.map((column) => counts.share?.[column] ?? null),
];

/** Open data as tables: the same figures as in JSON, one row an entry. */
export const pagesTable = ({ items }: Pick<OpenPages, 'items'>): string =>
  toCsv(
    ['address', ...header],
    items.map(({ address, counts }) => [address, ...cells(counts)]),
  );

export const daysTable = ({ items }: Pick<OpenDailyCounts, 'items'>): string =>
  toCsv(
    ['day', ...header],
    items.map(({ day, counts }) => [day, ...cells(counts)]),
  );
