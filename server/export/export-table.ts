import type { Answer } from '../contract/response-schema.ts';
import type { ExportedWork } from '../store/exports.ts';
import type { Cell } from './csv.ts';
import type { CommentEvent } from '../store/triage.ts';
import type { CountsOfPage, ResponseOfPage } from './read-parts.ts';

/** What an export tells of: each response, or how many there were. */
export const exportContents = ['responses', 'counts'] as const;
export type ExportContent = (typeof exportContents)[number];

/** The columns of responses, as the contract names them. */
export const responseColumns = [
  ...(['address', 'title', 'day', 'received', 'answer', 'rating', 'survey'] as const),
  ...([
    'pageLanguage',
    'widgetLanguage',
    'pageUpdated',
    'leftOut',
    'suspicion',
    'comment',
  ] as const),
  ...(['status', 'assignee', 'tags', 'history'] as const),
];

/** The columns of counts per page and day. */
export const countColumns = [
  ...(['address', 'title', 'day', 'yes', 'no', 'partly', 'comments', 'notCounted'] as const),
];

/** The columns of a copy that is handed out: with what was masked in it. */
export const copyColumns = [
  ...(['address', 'title', 'day', 'received', 'answer', 'rating', 'comment', 'masked'] as const),
  ...(['status', 'assignee', 'tags', 'history'] as const),
];

export type ExportColumn =
  (typeof responseColumns)[number] | (typeof countColumns)[number] | (typeof copyColumns)[number];

/** Columns that hold several things, each of which a file writes in its own way. */
interface ListColumns {
  tags: string[] | null;
  history: CommentEvent[] | null;
}

/** What is told of one response, or of one page on one day, by column. */
export type ExportRecord = Partial<
  Record<Exclude<ExportColumn, keyof ListColumns>, Cell> & ListColumns
>;

/** A table that is read while it is written. */
export interface ExportTable {
  columns: readonly ExportColumn[];
  parts: AsyncIterable<ExportRecord[]>;
}

/** What is told of a response: its number in the database is nobody's business. */
export const tellResponse = (response: ResponseOfPage): ExportRecord => ({
  address: response.page.address,
  title: response.page.title,
  day: response.day,
  received: response.received.toISOString(),
  answer: response.answer satisfies Answer,
  rating: response.rating,
  survey: response.survey,
  pageLanguage: response.pageLanguage,
  widgetLanguage: response.widgetLanguage,
  pageUpdated: response.pageUpdated,
  leftOut: response.leftOut ? 'yes' : 'no',
  suspicion: response.suspicion,
  comment: response.comment,
  ...tellWork(response.work),
});

/** What is told of editors' work with a comment, all null where there is no comment. */
export const tellWork = (work: ExportedWork | null): ExportRecord => ({
  status: work?.status ?? null,
  assignee: work?.assignee?.name ?? null,
  tags: work?.tags.map(({ name }) => name) ?? null,
  history: work?.events ?? null,
});

/** What is told of a page's day. */
export const tellCounts = ({ page, day, ...counts }: CountsOfPage): ExportRecord => ({
  address: page.address,
  title: page.title,
  day,
  yes: counts.yes,
  no: counts.no,
  partly: counts.partly,
  comments: counts.comments,
  notCounted: counts.leftOut,
});
