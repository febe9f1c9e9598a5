import type { Browser } from 'playwright-core';
import { spreadOf, type Spread } from '../spread.ts';
import { comparedElements } from './compared-elements.ts';
import { measureStart, type StartCost } from './start-cost.ts';

const runs = 21;

type ElementName = keyof Awaited<ReturnType<typeof comparedElements>>;

/** What it costs a page that the prompt starts, beside a bare `LitElement` in the same run. */
export interface StartComparison {
  runs: number;
  /** As measured: what measuring costs is in each, and `nothing` has only that. */
  elements: Record<ElementName, Record<keyof StartCost, Spread>>;
  /** Each median less that of `nothing`: what the element itself costs. */
  net: Record<ElementName, StartCost>;
  /** The prompt over another element, both net. */
  ratio: Record<'toBareLitElement' | 'toLookAlike', { script: number; tasks: number }>;
  /** The most that the script may cost, as a ratio to the bare element. */
  budget: number;
}

/** Starts each element in turn, over and over: what slows one run slows its neighbours. */
export async function compareStarts(browser: Browser, root: string): Promise<StartComparison> {
  const scripts = await comparedElements(root);
  const names = Object.keys(scripts) as ElementName[];
  const costs = perElement((): StartCost[] => []);
  // The first start of each warms the browser up, and does not count.
  for (const name of names) await measureStart(browser, scripts[name]);
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) costs[name].push(await measureStart(browser, scripts[name]));
  }

  const elements = perElement((name) =>
    perMeasure((measure) => spreadOf(costs[name].map((cost) => cost[measure]))),
  );
  const net = perElement((name) =>
    perMeasure((measure) => elements[name][measure].median - elements.nothing[measure].median),
  );
  const ratioTo = (other: ElementName) => ({
    script: net.prompt.script / net[other].script,
    tasks: net.prompt.tasks / net[other].tasks,
  });
  const ratio = {
    toBareLitElement: ratioTo('bareLitElement'),
    toLookAlike: ratioTo('lookAlike'),
  };
  return { runs, elements, net, ratio, budget: 2 };
}

const perElement = <T>(of: (name: ElementName) => T): Record<ElementName, T> => ({
  nothing: of('nothing'),
  bareLitElement: of('bareLitElement'),
  lookAlike: of('lookAlike'),
  prompt: of('prompt'),
});

const perMeasure = <T>(of: (measure: keyof StartCost) => T): Record<keyof StartCost, T> => ({
  script: of('script'),
  tasks: of('tasks'),
  heap: of('heap'),
});
