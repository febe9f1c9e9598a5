import { readDays, readResponses } from './stored-rows.ts';

/** What lies in the database's file about one page. */
export interface StoredPage {
  title: string | null | undefined;
  answers: string[];
  comments: (string | null)[];
  ratings: (number | null)[];
  /** One for each day with answers. */
  counts: StoredCounts[];
}

export interface StoredCounts {
  yes: number;
  no: number;
  partly: number;
  comments: number;
}

/** Reads a page's responses and counts through a connection of its own. */
export function readPage(database: string, address: string): StoredPage {
  const responses = readResponses(database).filter((row) => row.address === address);
  const days = readDays(database).filter((row) => row.address === address);
  return {
    title: responses[0]?.title,
    answers: responses.map((row) => row.answer),
    comments: responses.map((row) => row.comment),
    ratings: responses.map((row) => row.rating),
    counts: days.map(({ yes, no, partly, comments }) => ({ yes, no, partly, comments })),
  };
}

/** The counts of a page that was answered on one day. */
export const counted = (counts: Partial<StoredCounts>): StoredCounts[] => [
  { yes: 0, no: 0, partly: 0, comments: 0, ...counts },
];

/**
 * Makes the fields of new answers, each by a visitor and on a page of its own.
 * @param origin where the pages are
 */
export function createNewAnswers(origin: string) {
  let pages = 0;
  return <More extends Record<string, unknown>>(more?: More) => {
    pages += 1;
    const id: string = crypto.randomUUID();
    return { id, page: `${origin}/sida-${pages}`, answer: 'no', ...(more ?? ({} as More)) };
  };
}
