/**
 * Sends answers over kept connections, as a proxy before the service does, each as soon as the one before is answered, in a
 * process of its own: what it costs is not the service's. It writes and reads the sockets
 * plainly, so that it is never slower than what it loads.
 */
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { makeAnswers, type SentAnswer } from './answers.ts';

export interface LoadOrder {
  port: number;
  connections: number;
  /** How many answers to send. */
  answers: number;
}

export interface LoadResult {
  /** How long it took, in milliseconds. */
  duration: number;
  /** How many answers had each status. */
  statuses: Record<string, number>;
  /** The time from sending to answer that half of all took no longer than, in milliseconds. */
  medianWait: number;
}

const head = (port: number, { body, from }: SentAnswer) =>
  [
    'POST /feedback/v1/responses HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: keep-alive',
    `Content-Length: ${body.length}`,
    'Content-Type: application/x-www-form-urlencoded;charset=UTF-8',
    'Accept: application/json',
    'Accept-Language: sv-SE,sv;q=0.9,en;q=0.8',
    'Accept-Encoding: gzip, deflate, br, zstd',
    'Origin: https://www.digg.se',
    'Referer: https://www.digg.se/',
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
    'Sec-Fetch-Dest: empty',
    'Sec-Fetch-Mode: cors',
    'Sec-Fetch-Site: cross-site',
    `X-Forwarded-For: ${from}`,
    '',
    '',
  ].join('\r\n');

/** Each order has visitors of its own. */
let orders = 0;

async function load({ port, connections, answers }: LoadOrder): Promise<LoadResult> {
  orders += 1;
  const requests = makeAnswers(answers, orders, randomUUID).map(
    (answer) => head(port, answer) + answer.body,
  );
  const statuses: Record<string, number> = {};
  const waits: number[] = [];
  const start = performance.now();
  let next = 0;

  function run(socket: Socket): Promise<void> {
    return new Promise((resolve, reject) => {
      let sent = 0;
      let received = '';
      const send = () => {
        const request = requests[next] ?? '';
        next += 1;
        sent = performance.now();
        socket.write(request);
      };
      socket.setEncoding('latin1');
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('data', (text: string) => {
        received += text;
        if (!isWhole(received)) return;
        const status = received.slice(9, 12);
        statuses[status] = (statuses[status] ?? 0) + 1;
        waits.push(performance.now() - sent);
        received = '';
        if (next < requests.length) {
          send();
        } else {
          socket.destroy();
          resolve();
        }
      });
    });
  }

  await Promise.all(
    Array.from({ length: connections }, () =>
      run(connect({ port, host: '127.0.0.1', noDelay: true })),
    ),
  );
  waits.sort((one, other) => one - other);
  const duration = performance.now() - start;
  return { duration, statuses, medianWait: waits[waits.length >> 1] ?? NaN };
}

function isWhole(received: string): boolean {
  const bodyStart = received.indexOf('\r\n\r\n') + 4;
  if (bodyStart < 4) return false;
  const length = /content-length: *(\d+)/i.exec(received)?.[1];
  return length === undefined
    ? received.endsWith('0\r\n\r\n')
    : received.length >= bodyStart + Number(length);
}

process.on('message', (order: LoadOrder) => {
  void load(order).then((result) => process.send?.(result));
});
