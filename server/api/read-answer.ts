import { createHash } from 'node:crypto';
import { openDataLicense } from './open-data-license.ts';
import type { AskedPart } from './paging-links.ts';
import type { ReadOperation } from './read-operation.ts';

/** What a reading found. */
export interface Found {
  body: unknown;
  /** The same as a table. */
  table?: string;
  /** Which part of a list it is. */
  part?: AskedPart & { total: number };
}

export interface ReadAnswer {
  operation: ReadOperation;
  format: string;
  found: Found;
  /** The `Link` header to the parts before and after. */
  links: string | undefined;
}

/** What anyone may read is kept by caches for 5 minutes. */
const publicCaching = 'public, max-age=300';

/** Answers a reading. What is public may be kept, read by any page and asked about again. */
export function answerReading(request: Request, answer: ReadAnswer): Response {
  const { operation, format, found, links } = answer;
  const isTable = format === 'text/csv';
  const body = isTable ? (found.table ?? '') : JSON.stringify(found.body);
  const license = operation.answer.csv === undefined ? [] : [`<${openDataLicense}>; rel="license"`];
  const link = [...license, ...(links === undefined ? [] : [links])].join(', ');
  const headers = new Headers({
    'content-type': isTable ? 'text/csv; charset=utf-8; header=present' : format,
    'x-content-type-options': 'nosniff',
    ...(link !== '' && { link }),
    ...(isTable && {
      'content-disposition': `attachment; filename="${operation.operationId}.csv"`,
    }),
    ...(operation.scope ? privateHeaders : publicHeaders(body, operation)),
  });
  if (operation.scope) return new Response(body, { headers });
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  const tag = headers.get('etag') ?? '';
  if (!known.some((each) => each.trim().replace(/^W\//, '') === tag)) {
    return new Response(body, { headers });
  }
  headers.delete('content-type');
  return new Response(null, { status: 304, headers });
}

const privateHeaders = { 'cache-control': 'private, no-store', vary: 'Authorization' };

const publicHeaders = (body: string, { answer }: ReadOperation) => ({
  'cache-control': publicCaching,
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link',
  ...(answer.csv !== undefined && { vary: 'Accept' }),
});
