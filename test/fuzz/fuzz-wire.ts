import fc from 'fast-check';
import { atATime } from '../support/at-a-time.ts';
import type { FuzzedService } from './fuzzed-service.ts';
import { judgeAnswer } from './judge-answer.ts';
import { sampled, type SampleOptions } from './sampled.ts';
import { fuzzedRequest, type FuzzedRequest } from './wire-bodies.ts';

/** How many are on their way at the same time. */
const together = 64;

export interface FuzzResult {
  passed: number;
  failed: number;
  /** The first failures in words, the smallest form of the first one before the others. */
  failures: string[];
  /** How many answers had each status. */
  statuses: Map<number, number>;
}

const mostTold = 5;

/** Sends bodies to the intake and judges each answer. The same seed sends the same bodies. */
export async function fuzzWire(
  service: FuzzedService,
  { count: bodies, seed }: { count: number; seed: number },
): Promise<FuzzResult> {
  const requests = fuzzedRequest(service.url);
  const result: FuzzResult = { passed: 0, failed: 0, failures: [], statuses: new Map() };
  await atATime(together, sampled(requests, bodies, seed), async ({ sample: request, options }) => {
    const complaint = await complain(service, request, result.statuses);
    if (complaint === undefined) {
      result.passed += 1;
      return;
    }
    result.failed += 1;
    if (result.failed === 1) result.failures.unshift(await shrink(service, requests, options));
    if (result.failures.length < mostTold) result.failures.push(complaint);
  });
  return result;
}

async function complain(
  service: FuzzedService,
  request: FuzzedRequest,
  statuses = new Map<number, number>(),
) {
  const answer = await service.send(request).catch((fault: unknown) => String(fault));
  if (typeof answer !== 'string') count(statuses, answer.status);
  const wrong =
    typeof answer === 'string' ? answer : judgeAnswer(request, answer, service.documented);
  if (wrong === undefined) return undefined;
  const body = Buffer.from(request.body).toString('latin1').slice(0, 500);
  return `${wrong}: ${JSON.stringify({ headers: request.headers, body })}`;
}

/** Adds one to the number of answers with a status. */
export const count = (statuses: Map<number, number>, status: number) =>
  statuses.set(status, (statuses.get(status) ?? 0) + 1);

/** Looks for the smallest body that shows the same fault. */
async function shrink(
  service: FuzzedService,
  requests: fc.Arbitrary<FuzzedRequest>,
  options: SampleOptions,
): Promise<string> {
  const property = fc.asyncProperty(requests, async (request) => {
    const wrong = await complain(service, request);
    if (wrong !== undefined) throw new Error(wrong);
  });
  const found = await fc.check(property, { ...options, interruptAfterTimeLimit: 20_000 });
  return `smallest, seed ${options.seed}: ${found.errorInstance instanceof Error ? found.errorInstance.message : 'not found again'}`;
}
