/**
 * `npm run test:fuzz -- --count 100000 --seed 1`: sends the service what nobody should.
 * A twentieth of the count goes over plain connections, as bytes that need be no HTTP.
 */
import { parseArgs } from 'node:util';
import { fuzzRaw } from './fuzz-raw.ts';
import { fuzzWire, type FuzzResult } from './fuzz-wire.ts';
import { startFuzzedService, type FuzzedService } from './fuzzed-service.ts';

/** The memory is looked at after each of so many parts of the bodies. */
const parts = 4;

/** How much more memory may be in use after the last part than after the first, in MB. */
const mostGrowth = 20;

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const count = Number(values.count);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
if (!Number.isInteger(count) || count < 1) throw new Error('--count is a number from 1.');
if (!Number.isInteger(seed)) throw new Error('--seed is a whole number.');

async function fuzz(service: FuzzedService): Promise<FuzzResult[]> {
  const results: FuzzResult[] = [];
  const memory = [await service.memory()];
  for (let part = 0; part < parts; part += 1) {
    const bodies = Math.ceil(count / parts);
    // Bodies are drawn from seeds that follow each other: no part may draw those of another.
    results.push(await fuzzWire(service, { count: bodies, seed: seed + part * count }));
    memory.push(await service.memory());
  }
  const raw = await fuzzRaw(service, { count: Math.ceil(count / 20), seed });
  await service.assertWell();

  tell('Bodies', results);
  tell('Connections', [raw]);
  const megabytes = memory.map((each) => each.toFixed(0)).join(', ');
  console.log(`Memory in use at the start and after each quarter: ${megabytes} MB.`);
  const growth = (memory.at(-1) ?? 0) - (memory[1] ?? 0);
  const own = [
    growth > mostGrowth ? `the memory grew by ${growth.toFixed(0)} MB` : '',
    service.errors(),
  ];
  const faults = own.filter((fault) => fault !== '');
  const ofService = { passed: 0, failed: faults.length, failures: faults, statuses: new Map() };
  return [...results, raw, ofService];
}

function tell(name: string, results: FuzzResult[]) {
  const statuses = new Map<number, number>();
  for (const result of results) {
    for (const [status, times] of result.statuses) {
      statuses.set(status, (statuses.get(status) ?? 0) + times);
    }
  }
  const sum = (which: 'passed' | 'failed') =>
    results.reduce((total, result) => total + result[which], 0);
  const told = [...statuses].sort().map(([status, times]) => `${status} × ${times}`);
  console.log(`${name}: ${sum('passed')} passed, ${sum('failed')} failed (${told.join(', ')}).`);
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
