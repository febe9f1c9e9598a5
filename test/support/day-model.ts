import type { Answer } from '../../server/contract/response-schema.ts';

/** What is expected of one page, kept by the test alone. */
export interface ExpectedPage {
  address: string;
  /** When the newest answer came in, in milliseconds. */
  lastReceived: number;
  /** By day, as `2026-11-22`. */
  days: Map<string, ExpectedCounts>;
  comments: { answer: Answer; text: string; received: number }[];
}

export interface ExpectedCounts {
  yes: number;
  no: number;
  partly: number;
  comments: number;
  leftOut: number;
}

/** One visitor's response as the test knows it. */
interface KnownResponse {
  address: string;
  day: string;
  received: number;
  answer: Answer;
  comment: { text: string; received: number } | undefined;
}

/** Counts what visitors said, in the plainest way: anew from all responses. */
export interface DayModel {
  /** A visitor said something: the first time, or once more. */
  say: (
    id: string,
    said: {
      address: string;
      day: string;
      received: number;
      answer: Answer;
      comment?: string | undefined;
    },
  ) => void;
  pages: () => ExpectedPage[];
}

export const noCounts = (): ExpectedCounts => ({
  yes: 0,
  no: 0,
  partly: 0,
  comments: 0,
  leftOut: 0,
});

export function createDayModel(): DayModel {
  const responses = new Map<string, KnownResponse>();
  return {
    say(id, { comment, ...said }) {
      const known = responses.get(id);
      const { address, day, received } = known ?? said;
      responses.set(id, {
        ...{ address, day, received, answer: said.answer },
        comment:
          comment === undefined
            ? known?.comment
            : { text: comment, received: known?.comment?.received ?? said.received },
      });
    },
    pages() {
      const pages = new Map<string, ExpectedPage>();
      for (const { address, day, received, answer, comment } of responses.values()) {
        const page: ExpectedPage = pages.get(address) ?? {
          ...{ address, lastReceived: 0, days: new Map(), comments: [] },
        };
        pages.set(address, page);
        const counts = page.days.get(day) ?? noCounts();
        page.days.set(day, counts);
        counts[answer] += 1;
        page.lastReceived = Math.max(page.lastReceived, received);
        if (!comment) continue;
        counts.comments += 1;
        page.comments.push({ answer, ...comment });
      }
      return [...pages.values()];
    },
  };
}

/** The counts of all days of a page together. */
export function totalOf({ days }: ExpectedPage): ExpectedCounts {
  const total = noCounts();
  for (const counts of days.values()) {
    for (const name of ['yes', 'no', 'partly', 'comments'] as const) total[name] += counts[name];
  }
  return total;
}
