/**
 * Kills the service at any moment, again and again: `npm run test:crash`, with `-- --kills 20`
 * for a short one and `-- --seed 7` to repeat one. It first proves on a careless service
 * that it would find a lost answer.
 */
import { parseArgs } from 'node:util';
import { playCrashes } from './play-crashes.ts';
import type { KeptPromise } from './compare-database.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills must be a whole number.');

/** So many careless lives are enough to lose some answers. */
const carelessKills = 5;
/** The most that a start may take, in milliseconds. */
const readyWithin = 1000;

const began = performance.now();
const careless = await playCrashes({ program: 'careless', kills: carelessKills, seed });
const real = await playCrashes({
  program: 'real',
  kills,
  seed,
  onKill(done) {
    if (done % 20 === 0) console.log(`${done} of ${kills} kills`);
  },
});
const seconds = Math.round((performance.now() - began) / 1000);

const starts = real.starts.toSorted((one, other) => one - other);
const at = (share: number) => Math.round(starts[Math.ceil(share * starts.length) - 1] ?? NaN);
const slow = starts.filter((start) => start > readyWithin).length;
const lost = careless.promises.find(({ name }) => name === 'no acknowledged answer is missing');

const promises: KeptPromise[] = [
  {
    name: 'a service that acknowledges too early is found out',
    broken: lost && lost.broken.length > 0 ? [] : ['It lost nothing that was noticed.'],
  },
  ...real.promises,
  {
    name: 'nine of ten starts are ready within a second',
    broken: at(0.9) > readyWithin ? [`${slow} of ${starts.length} were not`] : [],
  },
];
for (const { name, broken } of promises) {
  console.log(`${broken.length === 0 ? 'passed' : 'FAILED'}  ${name}`);
  for (const found of broken.slice(0, 5)) console.log(`          ${found}`);
  if (broken.length > 5) console.log(`          and ${broken.length - 5} more`);
}
const failed = promises.filter(({ broken }) => broken.length > 0).length;
console.log(`
${kills} kills in ${seconds} s (seed ${seed}): ${real.sent} responses, ${real.acknowledged} acknowledged
Ready after ${at(0.5)} ms (median), ${at(1)} ms at most; ${slow} of ${starts.length} starts took more than a second
The careless service lost ${lost?.broken.length ?? 0} of ${careless.acknowledged} in ${carelessKills} kills
${promises.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
