/** How an export went; the audit log tells it. */
export type ExportOutcome = 'complete' | 'broken off';

/**
 * The same parts, with word given of how it went. The last part waits until the word is
 * written: a file that is whole is in the log.
 */
export async function* loggedParts(
  parts: AsyncIterable<Buffer>,
  tell: (outcome: ExportOutcome) => Promise<void>,
): AsyncGenerator<Buffer, void> {
  let held: Buffer | undefined;
  let isTold = false;
  try {
    for await (const part of parts) {
      if (held) yield held;
      held = part;
    }
    isTold = true;
    await tell('complete');
    if (held) yield held;
  } finally {
    if (!isTold) await tell('broken off');
  }
}

/**
 * Answers with parts that are made as fast as they are read. A fault before the first part
 * is thrown; one in the middle ends the connection without a valid end, so that nobody
 * takes half a file for a whole one. A client that goes away stops the making.
 * @param report is told of a fault in the middle
 */
export async function streamParts(
  parts: AsyncGenerator<Buffer, void>,
  headers: Record<string, string>,
  report: (fault: unknown) => void = () => {},
): Promise<Response> {
  let next: IteratorResult<Buffer, void> | undefined = await parts.next();
  let isWanted = true;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const result = next ?? (await parts.next());
          next = undefined;
          // Whoever asked may have gone away while the part was made.
          if (!isWanted) return;
          if (result.done) controller.close();
          else controller.enqueue(result.value);
        } catch (fault) {
          if (!isWanted) return;
          report(fault);
          controller.error(fault);
        }
      },
      async cancel() {
        isWanted = false;
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
  });
}
