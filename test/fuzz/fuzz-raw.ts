import { connect } from 'node:net';
import { atATime } from '../support/at-a-time.ts';
import { count, type FuzzResult } from './fuzz-wire.ts';
import type { FuzzedService } from './fuzzed-service.ts';
import { rawBytes } from './raw-requests.ts';
import { sampled } from './sampled.ts';

/** How many connections are open at the same time. */
const together = 64;

/**
 * How long the service may stay silent after the last byte, in milliseconds: to a sender
 * who says that there is no more, and to one who leaves open whether there is.
 */
const silence = { ended: 20_000, open: 250 };

/** One in so many leaves it open. */
const openOneIn = 8;

const mostTold = 5;

/** Sends bytes over plain connections; nothing that comes back may be a fault of the service. */
export async function fuzzRaw(
  { url }: FuzzedService,
  { count: connections, seed }: { count: number; seed: number },
): Promise<FuzzResult> {
  const { hostname, port } = new URL(url);
  const result: FuzzResult = { passed: 0, failed: 0, failures: [], statuses: new Map() };
  await atATime(together, sampled(rawBytes, connections, seed), async ({ sample: bytes }) => {
    const exchanged = await exchange(hostname, Number(port), bytes);
    for (const status of statusesOf(exchanged.answer)) count(result.statuses, status);
    const fault = findFault(exchanged);
    if (fault === undefined) {
      result.passed += 1;
      return;
    }
    result.failed += 1;
    const sent = JSON.stringify(Buffer.from(bytes).toString('latin1', 0, 500));
    if (result.failures.length < mostTold) result.failures.push(`${fault}: ${sent}`);
  });
  return result;
}

interface Exchange {
  answer: string;
  /** Whether the service neither answered nor ended the connection in time. */
  isForgotten: boolean;
}

/** Sends bytes and takes what comes until the service ends the connection or falls silent. */
function exchange(host: string, port: number, bytes: Uint8Array): Promise<Exchange> {
  return new Promise((resolve) => {
    let answer = '';
    const isOpen = bytes.length % openOneIn === 0;
    const socket = connect({ port, host, allowHalfOpen: true }, () => {
      if (isOpen) socket.write(bytes);
      else socket.end(bytes);
    });
    const end = (isForgotten: boolean) => {
      // As a browser that was closed: now and then the service is still writing.
      socket.destroy();
      resolve({ answer, isForgotten });
    };
    socket.setTimeout(isOpen ? silence.open : silence.ended, () => end(!isOpen));
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('end', () => end(false));
    socket.on('close', () => end(false));
    socket.on('error', () => end(false));
  });
}

function findFault({ answer, isForgotten }: Exchange): string | undefined {
  if (isForgotten) return 'the connection was neither answered nor ended';
  if (answer !== '' && !answer.startsWith('HTTP/1.1 ')) return 'the answer is no HTTP';
  const fault = statusesOf(answer).find((status) => status >= 500);
  return fault === undefined ? undefined : `status ${fault}`;
}

/** The status of each answer, of which there may be several on one connection. */
const statusesOf = (answer: string) =>
  [...answer.matchAll(/(?:^|\n)HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
