import { ProblemError } from '../http/problem.ts';

/** The most bytes a body may have: the longest comment and address, percent-encoded, fit. */
const maxBodyBytes = 32 * 1024;

/** Made once: to find the encoding by its name costs more than to decode a form. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

const tooLarge = () =>
  new ProblemError('body-too-large', `The body has more than ${maxBodyBytes} bytes.`);

/**
 * Reads a request's body as UTF-8 text, never more than `maxBodyBytes`.
 * @throws ProblemError when it is too large or not UTF-8
 */
export async function readBody(request: Request): Promise<string> {
  const declared = request.headers.get('content-length');
  if (declared !== null && Number(declared) > maxBodyBytes) throw tooLarge();
  // The server never reads past a declared length; only an undeclared one must be counted.
  const reading = declared === null ? readCounted(request) : request.arrayBuffer();
  const bytes = await reading.catch(endedEarly);
  if (bytes.byteLength > maxBodyBytes) throw tooLarge();
  try {
    return utf8.decode(bytes);
  } catch (error) {
    throw new ProblemError('malformed-body', 'The body is not UTF-8 text.', { cause: error });
  }
}

/** The client has gone away: nobody reads this answer, but it is no fault of the service's. */
function endedEarly(error: unknown): never {
  if (error instanceof ProblemError) throw error;
  throw new ProblemError('malformed-body', 'The body ended too early.', { cause: error });
}

async function readCounted(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
