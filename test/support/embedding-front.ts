import { createServer, request as askService, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it reached the service. */
export interface FrontRequest {
  method: string;
  /** With the query. */
  path: string;
  /** What a form or the element sent. */
  fields: URLSearchParams;
  headers: IncomingMessage['headers'];
}

/** The service's address for browsers: a proxy that remembers, and that can be down. */
export interface Front {
  url: string;
  /** What has arrived since the front was opened or `forget` was called. */
  requests: FrontRequest[];
  /** The answers and comments among them. */
  responses: () => FrontRequest[];
  forget: () => void;
  /** Refuses connections, as a service that is down does. */
  goDown: () => Promise<void>;
  comeUp: () => Promise<void>;
  /**
   * Keeps what visitors send from the service, as a slow network does. What a browser has given
   * up by the time of the release never arrives.
   */
  holdResponses: () => Held;
  close: () => Promise<void>;
}

/** Requests that have been sent and have not arrived. */
export interface Held {
  release: () => void;
  /** Is fulfilled when a browser has given up one of them. */
  givenUp: Promise<void>;
}

/** Opens a front for the service on a port of its own, which stays its own when it goes down. */
export async function openFront(service: string): Promise<Front> {
  const requests: FrontRequest[] = [];
  let released = Promise.resolve();
  let giveUp = () => {};

  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    const forward = async () => {
      const body = await text(incoming);
      requests.push({ method, path: url, fields: new URLSearchParams(body), headers });
      if (method === 'POST') {
        incoming.socket.once('close', () => giveUp());
        await released;
      }
      if (incoming.socket.destroyed) return;
      const asked = askService(new URL(url, service), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      asked.on('error', () => outgoing.destroy());
      asked.end(body);
    };
    forward().catch(() => outgoing.destroy());
  });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;

  const goDown = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    responses: () => requests.filter(({ method }) => method === 'POST'),
    forget() {
      requests.length = 0;
    },
    goDown,
    comeUp: () => listen(server, port),
    holdResponses() {
      let release = () => {};
      released = new Promise((resolve) => {
        release = resolve;
      });
      const givenUp = new Promise<void>((resolve) => {
        giveUp = resolve;
      });
      return { release: () => release(), givenUp };
    },
    close: goDown,
  };
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
