import type { IncomingMessage } from 'node:http';
import type { Posting } from './posting.ts';

/**
 * The headers of a request, looked up as they were sent: six are asked for, and to have Node
 * sort all of them by name costs more than to find those.
 */
export const incomingHeaders = (incoming: IncomingMessage): Posting['headers'] => ({
  get(name) {
    const { rawHeaders } = incoming;
    let found: string | undefined;
    for (let place = 0; place < rawHeaders.length; place += 2) {
      if (!isNamed(rawHeaders[place] ?? '', name)) continue;
      // What more than one of the same name means, Node knows.
      if (found !== undefined) return joined(incoming, name);
      found = rawHeaders[place + 1];
    }
    return found ?? null;
  },
});

/** @param name in lower case */
const isNamed = (sent: string, name: string) =>
  sent.length === name.length && (sent === name || sent.toLowerCase() === name);

function joined({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}
