import { createHash } from 'node:crypto';
import type { ExportedWork, ExportFilter, Exports } from '../store/exports.ts';
import { tellWork, type ExportRecord } from './export-table.ts';
import { maskReasons, type MaskedComment, type Masker } from './mask-comment.ts';
import { maskWork } from './mask-work.ts';
import { readResponses, type ResponseOfPage } from './read-parts.ts';

/** The most responses of a copy: a person goes through its comments one by one. */
export const mostCopied = 20_000;

/** Which responses are copied. */
export interface Selection {
  filter: ExportFilter;
  /** What came in later is not among them: nobody has looked at it. */
  until: Date;
}

/** A response with its comment, and what editors did with it, as the copy has them. */
export interface CopiedResponse {
  response: ResponseOfPage;
  /** Null when it has no comment; with the reasons why something of its work is masked. */
  comment: MaskedComment | null;
  /** Null when it has no comment. */
  work: ExportedWork | null;
}

/** What a copy holds. */
export interface CopySummary {
  responses: number;
  comments: number;
  masked: number;
  /** Changes with any response or comment of the selection, and with editors' work on them. */
  fingerprint: string;
}

/** The responses of a selection, in parts, in the order of the copy. */
export async function* readCopy(
  store: Exports,
  { filter, until }: Selection,
  masker: Masker,
): AsyncGenerator<CopiedResponse[]> {
  for await (const part of readResponses(store, filter)) {
    yield part
      .filter(({ received }) => received <= until)
      .map((response) => copyResponse(response, masker));
  }
}

function copyResponse(response: ResponseOfPage, masker: Masker): CopiedResponse {
  const { id, comment: text, work } = response;
  if (text === null) return { response, comment: null, work: null };
  const comment = masker.comment({ id, text });
  const masked = work && maskWork(id, work, masker);
  const reasons = new Set([...comment.reasons, ...(masked?.reasons ?? [])]);
  return {
    response,
    comment: { ...comment, reasons: maskReasons.filter((reason) => reasons.has(reason)) },
    work: masked?.work ?? null,
  };
}

/**
 * Goes through a selection once.
 * @param see is shown each response with a comment, and which comment it is, from 0
 * @returns null when there are more responses than a copy may have
 */
export async function summariseCopy(
  parts: AsyncIterable<CopiedResponse[]>,
  see: (copied: CopiedResponse, index: number) => void = () => {},
): Promise<CopySummary | null> {
  const tally = createTally();
  for await (const part of parts) {
    for (const copied of part) {
      if (copied.comment) see(copied, tally.counts.comments);
      tally.add(copied);
    }
    if (tally.counts.responses > mostCopied) return null;
  }
  return { ...tally.counts, fingerprint: tally.fingerprint() };
}

/**
 * The same parts; at their end it is made sure that nothing has changed since an editor
 * looked at them.
 * @throws at the end when something has: the copy must not be handed out
 */
export async function* unchangedSince(
  fingerprint: string,
  parts: AsyncIterable<CopiedResponse[]>,
): AsyncGenerator<CopiedResponse[]> {
  const tally = createTally();
  for await (const part of parts) {
    part.forEach(tally.add);
    yield part;
  }
  if (tally.fingerprint() !== fingerprint) {
    throw new Error('The responses were changed while a copy of them was made.');
  }
}

function createTally() {
  const hash = createHash('sha256');
  const counts = { responses: 0, comments: 0, masked: 0 };
  return {
    counts,
    add: ({ response, comment }: CopiedResponse) => {
      counts.responses += 1;
      if (comment) counts.comments += 1;
      if (comment && comment.reasons.length > 0) counts.masked += 1;
      const { id, day, answer, rating, work } = response;
      hash.update(JSON.stringify([id, day, answer, rating, response.comment, work]));
    },
    fingerprint: () => hash.digest('base64url'),
  };
}

/** What a copy tells of a response, by column. */
export const tellCopied =
  (yes: string, no: string) =>
  ({ response, comment, work }: CopiedResponse): ExportRecord => {
    const { page, day, received, answer, rating } = response;
    const isMasked = comment && comment.reasons.length > 0;
    return {
      ...{ address: page.address, title: page.title, day, received: received.toISOString() },
      ...{ answer, rating, comment: comment?.text ?? null },
      masked: comment && (isMasked ? yes : no),
      ...tellWork(work),
    };
  };
