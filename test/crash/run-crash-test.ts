/**
 * Kills the service at any moment, again and again, then cuts its power: `npm run test:crash`,
 * with `-- --kills 20 --power-cuts 5` for a short one and `-- --seed 7` to repeat one. It
 * first proves on services that acknowledge too early that it would find a lost answer.
 */
import { parseArgs } from 'node:util';
import type { KeptPromise } from './compare-database.ts';
import { countLate, inWords, judgeStarts, sortStarts } from './judge-starts.ts';
import { playCrashes, type CrashResult } from './play-crashes.ts';
import { powerStays } from './power-cuts.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    'power-cuts': { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [kills, powerCuts, seed] = [values.kills, values['power-cuts'], values.seed].map(Number);
if (![kills, powerCuts, seed].every((number) => Number.isInteger(number) && Number(number) > 0)) {
  throw new Error('--kills, --power-cuts and --seed must be whole numbers from 1.');
}

/** So many lives are enough for a service that acknowledges too early to lose some answers. */
const enough = 4;

/** Among so many kills each kind of moment is met. */
const enoughToMeetAll = 100;

let passed = 0;
let failed = 0;

function tell({ name, broken }: KeptPromise) {
  if (broken.length === 0) passed += 1;
  else failed += 1;
  console.log(`${broken.length === 0 ? 'passed' : 'FAILED'}  ${name}`);
  for (const found of broken.slice(0, 5)) console.log(`          ${found}`);
  if (broken.length > 5) console.log(`          and ${broken.length - 5} more`);
}

/** Kills the service as it is run. Each kill that it survives counts as one that passed. */
async function playReal(times: number, losesPower: boolean): Promise<CrashResult> {
  const began = performance.now();
  const name = losesPower ? 'power cuts' : 'kills';
  const onKill = (done: number) => {
    if (done % 20 === 0) console.log(`${done} of ${times} ${name}`);
  };
  const played = await playCrashes({
    program: 'real',
    kills: times,
    seed: Number(seed),
    losesPower,
    onKill,
  });
  passed += played.survived;
  failed += times - played.survived;
  played.promises.forEach(tell);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${played.survived} of ${times} ${name} survived in ${seconds} s (seed ${seed}):`);
  console.log(`  ${played.sent} responses, ${played.acknowledged} acknowledged;`);
  console.log(`  after ${played.waited} ${name} some waited to be put into their tables\n`);
  return played;
}

/** Proves that a service which acknowledges too early is found out. */
async function playEarly(program: 'careless' | 'hasty', losesPower: boolean): Promise<void> {
  const { promises, acknowledged } = await playCrashes({
    ...{ program, kills: enough, seed: Number(seed), losesPower },
  });
  const { broken: lost = [] } =
    promises.find(({ name }) => name === 'no acknowledged answer is missing') ?? {};
  const when = program === 'careless' ? 'before it writes' : 'before the disk has it';
  const name = `a service that acknowledges ${when} is found out: ${lost.length} of ${acknowledged} lost`;
  tell({ name, broken: lost.length > 0 ? [] : ['nothing that was noticed'] });
}

await playEarly('careless', false);
const { starts, waited } = await playReal(Number(kills), false);
if (Number(kills) >= enoughToMeetAll) {
  const broken = waited > 0 ? [] : ['every kill came when all were in their tables'];
  tell({ name: 'some kills came while answers waited to be put into their tables', broken });
}
const times = sortStarts(starts);
judgeStarts(times).forEach(tell);
console.log(`${starts.length} starts were ready after ${inWords(times.ready)},`);
console.log(`  waiting for a processor left out ${inWords(times.unhindered)};`);
console.log(`  ${countLate(times)} of them took more than a second on the clock\n`);

const why = powerStays();
if (why === false) {
  await playEarly('hasty', true);
  await playReal(Number(powerCuts), true);
} else {
  console.log(`The power was not cut: ${why}.`);
}
const skipped = why === false ? '' : `, ${powerCuts} skipped`;
console.log(`${passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 ? 1 : 0;
