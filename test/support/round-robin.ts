import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One address before several instances, as a load balancer has it. */
export interface RoundRobin {
  url: string;
  /** Adds an instance; each gets every so manyth request. */
  add: (instance: string) => void;
  close: () => Promise<void>;
}

/** Passes each request to the next instance; when that one does not answer, the answer is 502. */
export async function startRoundRobin(): Promise<RoundRobin> {
  const instances: string[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const instance = instances[turn % instances.length];
    turn += 1;
    if (instance === undefined) outgoing.writeHead(502).end();
    else pass(incoming, outgoing, instance);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    add: (instance) => instances.push(instance),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, instance: string) {
  const { method, headers } = incoming;
  const passed = request(
    new URL(incoming.url ?? '/', instance),
    { method, headers, agent: false },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    },
  );
  passed.on('error', () => {
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502).end();
  });
  incoming.pipe(passed);
}
