import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '../run/find-browsers.ts';
import { browserProgram } from './desktop/browser-programs.ts';
import { createKeyboard } from './desktop/keyboard.ts';
import type { Processes } from './desktop/processes.ts';
import { startOrca } from './desktop/start-orca.ts';
import type { Journey } from './journeys/journey.ts';
import { isSame } from './listening/judge.ts';
import { createListener } from './listening/listener.ts';
import { createSpeechFile } from './listening/speech-file.ts';
import type { Spoken } from './listening/spoken.ts';
import { takeStep, type StepResult } from './take-step.ts';

/** Where a journey takes place. */
export interface Surroundings {
  browser: Browser;
  address: string;
  /** The throw-away folder of the run. */
  folder: string;
  environment: Record<string, string>;
  processes: Processes;
  report: (result: StepResult) => void;
}

/** Orca or a browser may take this long to start on a busy machine, in milliseconds. */
const startPatience = 120_000;

/**
 * Takes one journey in one browser, with an Orca of its own, and reports each step.
 * @throws Error when Orca or the page does not come
 */
export async function runJourney(journey: Journey, around: Surroundings): Promise<void> {
  const { browser, address, environment, processes, report } = around;
  const folder = await mkdtemp(join(around.folder, 'journey-'));
  const speech = createSpeechFile(join(folder, 'speech.jsonl'));
  const orca = await startOrca(folder, speech.path, environment, processes);
  const { listen } = createListener(speech, orca);
  const mustHear = async (words: string, problem: string, act: () => void) => {
    const isSaid = (spoken: Spoken[]) => spoken.some(({ text }) => isSame(words, text));
    const spoken = await listen(act, (all) => (isSaid(all) ? 'right' : 'waiting'), startPatience);
    if (isSaid(spoken)) return;
    const said = spoken.map(({ text }) => `“${text}”`).join(' ') || 'nothing';
    throw new Error(`${problem}: waited for “${words}”, but Orca said ${said}.`);
  };

  const started = [orca];
  try {
    await mustHear('Skärmläsare på.', 'Orca did not start', () => undefined);
    const { withoutScript = false, opensWith, steps } = journey;
    const opening = { address, withoutScript, profile: join(folder, 'profile'), environment };
    await mustHear(opensWith, 'The page did not open', () => {
      started.push(processes.start(browserProgram(browser, opening)));
    });
    const keyboard = createKeyboard(environment);
    for (const step of steps) report(await takeStep(step, browser.name, keyboard, listen));
  } finally {
    await Promise.all(started.map((program) => program.end()));
  }
}
