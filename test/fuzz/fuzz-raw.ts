import { connect } from 'node:net';
import fc from 'fast-check';
import { count, type FuzzResult } from './fuzz-wire.ts';
import type { FuzzedService } from './fuzzed-service.ts';
import { rawBytes } from './raw-requests.ts';

/** How many connections are open at the same time. */
const together = 64;

/** How long the service may stay silent after the last byte, in milliseconds. */
const silence = 250;

const mostTold = 5;

/** Sends bytes over plain connections; nothing that comes back may be a fault of the service. */
export async function fuzzRaw(
  { url }: FuzzedService,
  { count: connections, seed }: { count: number; seed: number },
): Promise<FuzzResult> {
  const { hostname, port } = new URL(url);
  const result: FuzzResult = { passed: 0, failed: 0, failures: [], statuses: new Map() };
  for (let batch = 0; batch * together < connections; batch += 1) {
    const numRuns = Math.min(together, connections - batch * together);
    const all = fc.sample(rawBytes, { seed: seed + batch, numRuns });
    const complaints = await Promise.all(
      all.map(async (bytes) => {
        const answer = await exchange(hostname, Number(port), bytes);
        for (const status of statusesOf(answer)) count(result.statuses, status);
        const fault = findFault(answer);
        return (
          fault && `${fault}: ${JSON.stringify(Buffer.from(bytes).toString('latin1', 0, 500))}`
        );
      }),
    );
    const told = complaints.filter((complaint) => complaint !== undefined);
    result.passed += complaints.length - told.length;
    result.failed += told.length;
    result.failures.push(...told.slice(0, mostTold - result.failures.length));
  }
  return result;
}

/** Sends bytes and takes what comes until the service ends the connection or falls silent. */
function exchange(host: string, port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, host, () => socket.write(bytes));
    const end = () => {
      // As a browser that was closed: half the time the service is still writing.
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(silence, end);
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('close', end);
    socket.on('error', end);
  });
}

function findFault(answer: string): string | undefined {
  if (answer !== '' && !answer.startsWith('HTTP/1.1 ')) return 'the answer is no HTTP';
  const fault = statusesOf(answer).find((status) => status >= 500);
  return fault === undefined ? undefined : `status ${fault}`;
}

/** The status of each answer, of which there may be several on one connection. */
const statusesOf = (answer: string) =>
  [...answer.matchAll(/(?:^|\n)HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
