import { setImmediate } from 'node:timers/promises';

/** How long a step should take, in milliseconds: answers coming in wait for it. */
const wantedStep = 8;

/** How many turns others have between steps: an answer is read, stored and told in some. */
const turnsBetween = 4;

/** How much is done in one step: at first, at least and at the most. */
export interface StepSizes {
  first: number;
  least: number;
  most: number;
}

/** As much as would have taken the wanted time, but at the most twice as much at once. */
function nextSize(size: number, took: number, { least, most }: StepSizes): number {
  const wanted = Math.round(size * Math.min(2, wantedStep / took));
  return Math.max(least, Math.min(most, wanted));
}

/**
 * Does long work while answers come in, in steps that are as long as the machine lets them be.
 * @param step does so much of it at once; tells how much it has done, 0 when nothing is left
 * @returns how much has been done
 */
export async function inShortSteps(
  sizes: StepSizes,
  step: (size: number) => Promise<number>,
): Promise<number> {
  let done = 0;
  let size = sizes.first;
  for (;;) {
    const start = performance.now();
    const inStep = await step(size);
    if (inStep === 0) return done;
    size = nextSize(size, performance.now() - start, sizes);
    done += inStep;
    // Answers that came in meanwhile are written first.
    for (let turn = 0; turn < turnsBetween; turn += 1) await setImmediate();
  }
}
