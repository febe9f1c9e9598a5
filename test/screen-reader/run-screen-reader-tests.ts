/**
 * Hears the prompt as a person with a screen reader does: real keys, real browsers,
 * the real service, and Orca. See docs/screen-reader-tests.md.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { browserNames, findBrowsers, places, type Browser } from '../run/find-browsers.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { createProcesses, type Processes } from './desktop/processes.ts';
import { startDesktop } from './desktop/start-desktop.ts';
import type { Journey } from './journeys/journey.ts';
import { journeys } from './journeys/journeys.ts';
import { installPackages } from './machine/install-packages.ts';
import { takeTurn } from './machine/one-at-a-time.ts';
import { startTestPages, type TestPages } from './pages/page-server.ts';
import { printSpoken, printStep } from './print-step.ts';
import { runJourney } from './run-journey.ts';
import type { StepResult } from './take-step.ts';

interface Counts {
  passed: number;
  failed: number;
}

interface Visit {
  journey: Journey;
  browser: Browser;
}

interface Around {
  pages: TestPages;
  environment: Record<string, string>;
  processes: Processes;
  folder: string;
}

const root = resolve(import.meta.dirname, '../..');

const { values: wishes } = parseArgs({
  options: {
    /** Only this browser. */
    browser: { type: 'string' },
    /** Only journeys whose title holds these words. */
    journey: { type: 'string', default: '' },
    /** How often each journey is taken. */
    repeat: { type: 'string', default: '1' },
    /** Prints every utterance with its time. */
    verbose: { type: 'boolean', default: false },
  },
});

/** The wished browsers; what they and Orca need is installed if possible. */
function prepare(): Browser[] {
  const names = browserNames.filter((name) => !wishes.browser || name === wishes.browser);
  if (names.length === 0) throw new Error(`There is no browser ${wishes.browser}.`);
  const find = () => findBrowsers(process.env).filter(({ name }) => names.includes(name));
  const found = find();
  const missing = names.filter((name) => !found.some((browser) => browser.name === name));
  installPackages(missing.map((name) => places[name].package));
  return missing.length === 0 ? found : find();
}

/** Takes every journey in every browser, and leaves nothing behind. */
async function takeJourneys(browsers: readonly Browser[]): Promise<Counts> {
  const folder = await createTemporaryFolder();
  const processes = createProcesses(folder.path);
  const exit = () => void processes.endAll().then(() => process.exit(1));
  process.once('SIGINT', exit).once('SIGTERM', exit);
  try {
    const pages = await startTestPages();
    try {
      const { environment } = await startDesktop(folder.path, processes);
      return await takeEach(plan(browsers), { pages, environment, processes, folder: folder.path });
    } finally {
      await pages.stop();
    }
  } finally {
    await processes.endAll();
    await folder.remove();
  }
}

/**
 * Takes each journey, and one in which something failed once more from its start. Orca
 * hears of a change through several programs, and on a busy machine now and then too late;
 * a fault of the prompt is heard both times.
 */
async function takeEach(visits: readonly Visit[], around: Around): Promise<Counts> {
  const counts = { passed: 0, failed: 0 };
  for (const visit of visits) {
    const first = await takeOne(visit, around);
    if (first.failed > 0) console.log(`\n${visit.browser.name} once more:`);
    const last = first.failed > 0 ? await takeOne(visit, around) : first;
    if (first.failed > 0 && last.failed === 0) {
      console.log(`Unsteady: “${visit.journey.title}” failed at first, and not when taken again.`);
    }
    counts.passed += last.passed;
    counts.failed += last.failed;
  }
  return counts;
}

async function takeOne({ journey, browser }: Visit, around: Around): Promise<Counts> {
  const { pages, processes, ...place } = around;
  const counts = { passed: 0, failed: 0 };
  console.log(`\n${journey.title}`);
  const begin = Date.now();
  const report = (result: StepResult) => {
    counts[result.passed ? 'passed' : 'failed']++;
    printStep(browser.name, result);
    if (wishes.verbose) printSpoken(result.spoken, begin);
  };
  try {
    const address = await pages.addressOf(journey.page);
    await runJourney(journey, { ...place, browser, address, processes, report });
  } catch (error) {
    counts.failed++;
    console.log(`✖ ${browser.name}: ${messageOf(error)}\n${processes.logTails()}`);
  }
  return counts;
}

/** Each journey in each browser, as often as wished. */
const plan = (browsers: readonly Browser[]): Visit[] =>
  Array.from({ length: Number(wishes.repeat) }, () =>
    journeys
      .filter(({ title }) => title.includes(wishes.journey))
      .flatMap((journey) =>
        browsers
          .filter(({ name }) => isWishedFor || (journey.mainly ?? name) === name)
          .map((browser) => ({ journey, browser })),
      ),
  ).flat();

/** Whoever names a browser or a journey hears all of it. */
const isWishedFor = wishes.browser !== undefined || wishes.journey !== '';

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function run(): Promise<Counts> {
  const browsers = prepare();
  if (!existsSync(join(root, 'dist/widget/page-feedback.js'))) {
    throw new Error('The element has not been built: npm run build');
  }
  const giveTurn = await takeTurn();
  try {
    return await takeJourneys(browsers);
  } finally {
    await giveTurn();
  }
}

const begin = Date.now();
const { passed, failed } = await run().catch((error: unknown) => {
  console.log(`✖ ${messageOf(error)}`);
  return { passed: 0, failed: 1 };
});
console.log(`\nTook ${Math.round((Date.now() - begin) / 1000)} s.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
