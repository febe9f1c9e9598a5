/**
 * `npm run test:fuzz -- --count 100000 --seed 1`: sends the service what nobody should.
 * A twentieth of the count goes over plain connections, as bytes that need be no HTTP.
 */
import { parseArgs } from 'node:util';
import { fuzzRaw } from './fuzz-raw.ts';
import { fuzzWire, type FuzzResult } from './fuzz-wire.ts';
import { startFuzzedService, type FuzzedService } from './fuzzed-service.ts';

/** How much more memory the process may have in use at the end, in MB. */
const mostGrowth = 150;

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const count = Number(values.count);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
if (!Number.isInteger(count) || count < 1) throw new Error('--count is a number from 1.');
if (!Number.isInteger(seed)) throw new Error('--seed is a whole number.');

async function fuzz(service: FuzzedService): Promise<FuzzResult[]> {
  // The first bodies make the process grow to its usual size.
  const warmUp = await fuzzWire(service, { count: Math.ceil(count / 20), seed: seed - 1_000_000 });
  const before = await service.memory();
  const wire = await fuzzWire(service, { count, seed });
  const raw = await fuzzRaw(service, { count: Math.ceil(count / 20), seed });
  await service.assertWell();
  const after = await service.memory();
  console.log(`Memory: ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after.`);
  for (const [name, result] of [
    ['Bodies', wire],
    ['Connections', raw],
  ] as const) {
    const statuses = [...result.statuses].sort().map(([status, times]) => `${status} × ${times}`);
    console.log(
      `${name}: ${result.passed} passed, ${result.failed} failed (${statuses.join(', ')}).`,
    );
  }
  const grown = after - before > mostGrowth;
  const own = [
    grown ? `the memory grew by ${(after - before).toFixed(0)} MB` : '',
    service.errors(),
  ];
  const faults = own.filter((fault) => fault !== '');
  return [
    warmUp,
    wire,
    raw,
    { passed: 0, failed: faults.length, failures: faults, statuses: new Map() },
  ];
}

const started = performance.now();
console.log(`Seed: ${seed}`);
const service = await startFuzzedService();
try {
  const results = await fuzz(service);
  for (const failure of results.flatMap(({ failures }) => failures)) console.log(`✖ ${failure}`);
  const sum = (name: 'passed' | 'failed') =>
    results.reduce((total, result) => total + result[name], 0);
  console.log(`${((performance.now() - started) / 1000).toFixed(0)} seconds`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
} finally {
  await service.stop();
}
