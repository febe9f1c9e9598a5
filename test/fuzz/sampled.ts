import fc from 'fast-check';

/** With which the same samples are drawn again. */
export interface SampleOptions {
  seed: number;
  numRuns: number;
}

/** So many are drawn together: fewer cost more each, more would keep the senders waiting. */
const drawnTogether = 64;

/** Draws samples as they are asked for. The same seed gives the same ones. */
export function* sampled<Sample>(
  arbitrary: fc.Arbitrary<Sample>,
  samples: number,
  seed: number,
): Generator<{ sample: Sample; options: SampleOptions }> {
  for (let batch = 0; batch * drawnTogether < samples; batch += 1) {
    const numRuns = Math.min(drawnTogether, samples - batch * drawnTogether);
    const options = { seed: seed + batch, numRuns };
    for (const sample of fc.sample(arbitrary, options)) yield { sample, options };
  }
}
