/** What Node itself costs: reads a body and sends it back. Speaks to the bench by messages. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tellProcessorTime } from './target-process.ts';

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    response.writeHead(200, {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
    });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  tellProcessorTime((server.address() as AddressInfo).port);
});
