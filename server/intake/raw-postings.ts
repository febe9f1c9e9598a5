import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log, Report } from '../operations/log.ts';
import type { Posting, Reply } from './posting.ts';
import { createEndOfTurn } from './end-of-turn.ts';
import { incomingHeaders } from './incoming-headers.ts';
import { readIncomingBody } from './read-body.ts';

/** For how long what nobody wants to read is taken from a client, so that it reads the reply. */
const timeToListen = 500;

interface RawPostingsDependencies {
  /** Where responses are posted, from the root. */
  path: string;
  reply: (posting: Posting) => Promise<Reply>;
  report: Report;
  logRequest: Log['request'];
}

/** Answers a request when it is a posted response. @returns whether it was one */
export type TakeRawPosting = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/**
 * The shortest way for what the service gets most of: straight from Node's request to Node's
 * response. The general way, with a `Request`, a `Response` and a router, costs as
 * much again as all that Node does for a request.
 */
export function createRawPostings(dependencies: RawPostingsDependencies): TakeRawPosting {
  const { path, reply, report, logRequest } = dependencies;
  const endOfTurn = createEndOfTurn();

  const isPosting = ({ method, url = '' }: IncomingMessage) =>
    method === 'POST' &&
    url.startsWith(path) &&
    (url.length === path.length || url[path.length] === '?');

  return (incoming, outgoing) => {
    if (!isPosting(incoming)) return false;
    const start = logRequest && performance.now();
    reply(asPosting(incoming, endOfTurn))
      .then(({ status, headers, body }) => {
        if (!incoming.complete) outgoing.once('finish', () => listenOn(incoming));
        if (body !== null) headers['content-length'] = String(Buffer.byteLength(body));
        outgoing.writeHead(status, headers);
        outgoing.end(body);
        logRequest?.({
          method: 'POST',
          route: path,
          status,
          milliseconds: Math.round(performance.now() - (start ?? 0)),
        });
      })
      .catch((fault: unknown) => {
        report(fault);
        outgoing.destroy();
      });
    return true;
  };
}

function asPosting(incoming: IncomingMessage, endOfTurn: () => Promise<void>): Posting {
  const headers = incomingHeaders(incoming);
  return {
    url: `http://localhost${incoming.url ?? ''}`,
    headers,
    peer: incoming.socket.remoteAddress,
    async readBody() {
      const body = await readIncomingBody(incoming, headers.get('content-length'));
      await endOfTurn();
      return body;
    },
  };
}

/** Who is refused before all is said still sends: cut off at once, it would miss the reply. */
function listenOn(incoming: IncomingMessage): void {
  if (incoming.complete || incoming.destroyed) return;
  const cutOff = setTimeout(() => {
    incoming.socket.destroySoon();
  }, timeToListen);
  incoming.once('close', () => {
    clearTimeout(cutOff);
  });
  incoming.resume();
}
