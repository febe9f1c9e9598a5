import { connect } from 'node:net';
import { once } from 'node:events';

/** A connection on which any bytes can be sent, also those that no decent client sends. */
export interface PlainConnection {
  send: (bytes: string) => void;
  /** Sends nothing more, but still listens. */
  endSending: () => void;
  /** Breaks it off. */
  breakOff: () => void;
  /** All that the service has said, when it has closed the connection. */
  closed: () => Promise<string>;
  /** What the service has said, as soon as it matches. */
  said: (pattern: RegExp) => Promise<string>;
}

export async function openPlainConnection(url: string): Promise<PlainConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  let text = '';
  socket.setEncoding('latin1').on('data', (bytes: string) => (text += bytes));
  // A connection that is reset is closed too.
  socket.on('error', () => {});
  socket.on('end', () => socket.end());
  const closing = once(socket, 'close');
  await once(socket, 'connect');
  return {
    send: (bytes) => socket.write(bytes, 'latin1'),
    endSending: () => socket.end(),
    breakOff: () => socket.destroy(),
    async closed() {
      await closing;
      return text;
    },
    async said(pattern) {
      while (!pattern.test(text)) await once(socket, 'data');
      return text;
    },
  };
}

/** The head of a posted form that says it has so many bytes. */
export const formHead = (length: number | string, ...more: string[]): string =>
  [
    'POST /feedback/v1/responses HTTP/1.1',
    'Host: localhost',
    'Accept: application/json',
    'Content-Type: application/x-www-form-urlencoded',
    ...(length === '' ? [] : [`Content-Length: ${length}`]),
    ...more,
    '',
    '',
  ].join('\r\n');
