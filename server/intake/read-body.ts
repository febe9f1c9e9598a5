import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../http/problem.ts';

/** The most bytes a body may have: the longest comment and address, percent-encoded, fit. */
const maxBodyBytes = 32 * 1024;

/** Made once: to find the encoding by its name costs more than to decode a form. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

const tooLarge = () =>
  new ProblemError('body-too-large', `The body has more than ${maxBodyBytes} bytes.`);

/** The client has gone away: nobody reads this answer, but it is no fault of the service's. */
const endedEarly = (cause?: unknown) =>
  new ProblemError('malformed-body', 'The body ended too early.', { cause });

/**
 * Reads a request's body as UTF-8 text, never more than `maxBodyBytes`.
 * @throws ProblemError when it is too large or not UTF-8
 */
export async function readBody(request: Request): Promise<string> {
  if (isDeclaredTooLarge(request.headers.get('content-length'))) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength;
      if (length > maxBodyBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (thrown) {
    throw thrown instanceof ProblemError ? thrown : endedEarly(thrown);
  }
  return decode(chunks);
}

/**
 * The same for a request as Node hands it over: most bodies have come with their headers.
 * @param declared the header that tells its length
 */
export function readIncomingBody(
  incoming: IncomingMessage,
  declared: string | null,
): Promise<string> {
  return new Promise((resolve, reject) => {
    if (isDeclaredTooLarge(declared)) {
      reject(tooLarge());
      return;
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    const read = (chunk: Uint8Array) => {
      length += chunk.byteLength;
      if (length <= maxBodyBytes) {
        chunks.push(chunk);
        return;
      }
      incoming.off('data', read);
      reject(tooLarge());
    };
    incoming.on('data', read);
    incoming.on('end', () => {
      try {
        resolve(decode(chunks));
      } catch (fault) {
        reject(fault instanceof Error ? fault : endedEarly(fault));
      }
    });
    incoming.on('error', (cause) => {
      reject(endedEarly(cause));
    });
  });
}

const isDeclaredTooLarge = (length: string | null) => Number(length) > maxBodyBytes;

function decode(chunks: Uint8Array[]): string {
  const [first] = chunks;
  const bytes = first && chunks.length === 1 ? first : Buffer.concat(chunks);
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new ProblemError('malformed-body', 'The body is not UTF-8 text.', { cause });
  }
}
