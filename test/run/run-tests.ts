/** The one test command: `npm test`, or `npm test -- server` for one kind or one file. */
import { resolve } from 'node:path';
import { atATime } from '../support/at-a-time.ts';
import { chooseTests } from './choose-tests.ts';
import type { Kind } from './choose-tests.ts';
import { browserNames, findBrowsers, places } from './find-browsers.ts';
import type { Browser, BrowserName } from './find-browsers.ts';
import { installChromium } from './install-chromium.ts';
import { printResults } from './print-results.ts';
import type { NotRun } from './print-results.ts';
import { runNodeTests } from './run-node-tests.ts';
import { runOnceMore } from './run-once-more.ts';
import { runServerTests } from './run-server-tests.ts';
import { brokenResult } from './test-counts.ts';
import type { TestResult } from './test-counts.ts';
import { findWebKit, webkitPackages } from './webkit/find-webkit.ts';
import type { Engine } from './widget-browser.ts';

type Results = (TestResult | NotRun)[];

const root = resolve(import.meta.dirname, '../..');

/** How many browsers test the element at the same time: one waits more than it works. */
const enginesTogether = 3;

async function runKind(kind: Kind, files: string[], browsers: Browser[]): Promise<Results> {
  if (files.length === 0) {
    console.log(`✖ There are no tests in test/${kind}/.`);
    return [brokenResult(kind)];
  }
  switch (kind) {
    case 'server':
      return runServerTests(root, files);
    case 'journey':
      for (const { name, path } of browsers) process.env[places[name].variable] = path;
      return [
        await runOnceMore(files, (some) =>
          runNodeTests({ title: kind, root, files: some, concurrency: 2, timeout: 120_000 }),
        ),
      ];
    case 'widget':
      return runWidgetTestsInEach(browsers, files);
  }
}

async function runWidgetTestsInEach(browsers: Browser[], files: string[]): Promise<Results> {
  // Loaded here: web-test-runner is slow to load, and the other kinds do without it.
  const { runWidgetTests } = await import('./run-widget-tests.ts');
  const webkit = await findWebKit(process.env);
  const engines = webkit ? [...browsers, webkit] : browsers;
  const runIn = (engine: Engine, some: string[]) => runWidgetTests(engine, { root, files: some });
  const firsts = new Map<Engine, TestResult>();
  await atATime(enginesTogether, engines, async (engine) => {
    console.log(`Starting in ${engine.version} …`);
    try {
      firsts.set(engine, await runIn(engine, files));
    } catch (error) {
      console.log(`✖ The widget tests could not run in ${engine.name}.`, error);
    }
  });
  const results: Results = [];
  for (const engine of engines) {
    const first = firsts.get(engine) ?? brokenResult(`widget in ${engine.name}`);
    const run = (some: string[]) => (some === files ? Promise.resolve(first) : runIn(engine, some));
    // Only now, when no other browser takes the processor.
    results.push(await runOnceMore(files, run));
  }
  for (const name of browserNames) {
    if (!isAmong(browsers, name)) {
      results.push({ title: `widget in ${name}`, reason: absence(name) });
    }
  }
  if (!webkit) {
    const reason = `it was not found (install ${webkitPackages.join(' and ')})`;
    results.push({ title: 'widget in WebKit', reason });
  }
  return results;
}

/**
 * Finds the browsers, and says which is not there.
 * @throws Error that says what to install when there is none
 */
function requireBrowsers(): Browser[] {
  let browsers = findBrowsers(process.env);
  if (browsers.length === 0 && installChromium()) browsers = findBrowsers(process.env);
  if (browsers.length === 0) {
    throw new Error(
      'No browser was found: install Chromium (on Debian `apt-get install chromium`) or Firefox ' +
        '(`apt-get install firefox-esr`), or give its path in CHROMIUM_PATH or FIREFOX_PATH.',
    );
  }
  for (const name of browserNames) {
    if (!isAmong(browsers, name)) console.log(`Tests in ${name} do not run: ${absence(name)}.`);
  }
  return browsers;
}

const isAmong = (browsers: Browser[], name: BrowserName) =>
  browsers.some((browser) => browser.name === name);

const absence = (name: BrowserName) =>
  `it was not found (install ${places[name].package} or set ${places[name].variable})`;

async function runTests(wishes: string[]): Promise<Results> {
  const chosen = chooseTests(wishes, root);
  const needsBrowser = chosen.has('widget') || chosen.has('journey');
  const browsers = needsBrowser ? requireBrowsers() : [];
  const results: Results = [];
  for (const [kind, files] of chosen) {
    console.log(`\n${kind}`);
    try {
      results.push(...(await runKind(kind, files, browsers)));
    } catch (error) {
      console.log(`✖ The ${kind} tests could not run.`, error);
      results.push(brokenResult(kind));
    }
  }
  return results;
}

const results = await runTests(process.argv.slice(2)).catch((error: unknown) => {
  console.log(`✖ ${error instanceof Error ? error.message : String(error)}`);
  return [brokenResult('tests')];
});
process.exitCode = printResults(results).failed > 0 ? 1 : 0;
