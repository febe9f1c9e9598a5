/** That an export begins and how it went; the audit log tells both. */
export type ExportOutcome = 'begun' | 'complete' | 'broken off';

/**
 * The same parts, with word given that it begins and of how it went. Nothing is read before
 * the first word is written, so one that is killed in the middle is in the log; the last
 * part waits for the second, so a file that is whole is there as such.
 */
export async function* loggedParts(
  parts: AsyncIterable<Buffer>,
  tell: (outcome: ExportOutcome) => Promise<void>,
): AsyncGenerator<Buffer, void> {
  let held: Buffer | undefined;
  let isTold = false;
  await tell('begun');
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
