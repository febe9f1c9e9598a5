import { clearDeviate } from '../../server/numbers/compare-answers.ts';
import { deviate95 } from '../../server/numbers/wilson-interval.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import {
  call,
  countYes,
  isCalled,
  looks,
  playEdit,
  simulatePage,
  type Tally,
} from '../support/simulated-edits.ts';

/*
 * Prints the tables of docs/numbers.md: how often "clearly" is said of edits that changed
 * nothing, and of edits that did. Run: npm run test:numbers
 */

const pages = 1000;
const percent = (count: number, all: number) => `${((count / all) * 100).toFixed(1)} %`;
const row = (...cells: string[]) => console.log(`| ${cells.join(' | ')} |`);
const rules = [deviate95, clearDeviate];
const names = Object.keys(looks) as (keyof typeof looks)[];

console.log(`False alarms among ${pages} pages whose edit changed nothing\n`);
row('days after', 'answers a day', ...rules.flatMap(() => names));
for (const days of [90, 365]) {
  for (const rate of [undefined, 0.3, 1, 3, 10, 40]) {
    const random = createSeededRandom(2026);
    const played = Array.from({ length: pages }, () => {
      const page = simulatePage(random);
      return playEdit({ ...page, rate: rate ?? page.rate }, days, random);
    });
    const cells = rules.flatMap((rule) =>
      names.map((name) =>
        percent(played.filter((each) => isCalled(each, name, rule)).length, pages),
      ),
    );
    row(String(days), rate === undefined ? 'mixed' : String(rate), ...cells);
  }
}

console.log(
  `\nThe last 30 days beside the 30 before, looked at daily on ${pages} unchanged pages\n`,
);
row('days', '95 %', 'clearly');
for (const days of [90, 365]) {
  const random = createSeededRandom(2027);
  const called = [0, 0];
  for (let page = 0; page < pages; page += 1) {
    const { upTo } = playEdit(simulatePage(random), days + 60, random);
    const between = (from: number, to: number): Tally => {
      const [first, last] = [upTo[from], upTo[to]];
      if (!first || !last) throw new RangeError('There is no such day.');
      return { part: last.part - first.part, whole: last.whole - first.whole };
    };
    for (const [index, rule] of rules.entries()) {
      const isEverCalled = Array.from({ length: days }, (_, day) => day).some(
        (day) => call(between(day, day + 29), between(day + 29, day + 59), rule) !== 0,
      );
      if (isEverCalled) called[index] = (called[index] ?? 0) + 1;
    }
  }
  row(String(days), ...called.map((count) => percent(count, pages)));
}

console.log(`\nFound among ${pages} pages with n answers before and n after\n`);
row('effect', 'n', '95 % once', 'clearly, once', 'clearly, each answer', 'the wrong way');
for (const effect of [0, 0.1, 0.2, 0.3]) {
  for (const n of [30, 100, 300]) {
    const random = createSeededRandom(1998);
    let [usual, once, ever, wrong] = [0, 0, 0, 0];
    for (let page = 0; page < pages; page += 1) {
      // Around one half, where a share is hardest to tell.
      const before: Tally = { part: countYes(n, 0.5 - effect / 2, random), whole: n };
      const calls: number[] = [];
      let after: Tally = { part: 0, whole: 0 };
      while (after.whole < n) {
        const yes = random.chance(0.5 + effect / 2) ? 1 : 0;
        after = { part: after.part + yes, whole: after.whole + 1 };
        calls.push(call(before, after));
      }
      if (call(before, after, deviate95) !== 0) usual += 1;
      if (calls.at(-1) !== 0) once += 1;
      if (calls.some((each) => each !== 0)) ever += 1;
      if (effect > 0 && calls.includes(-1)) wrong += 1;
    }
    const cells = [usual, once, ever, wrong].map((count) => percent(count, pages));
    row(`${effect * 100} points`, String(n), ...cells);
  }
}
