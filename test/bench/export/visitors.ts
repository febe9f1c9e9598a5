import { setTimeout } from 'node:timers/promises';

/** How long visitors waited, in milliseconds. */
export interface Waits {
  answers: number;
  median: number;
  p99: number;
  longest: number;
}

/** How long it takes from one visitor's answer to the next, in milliseconds. */
const pause = 20;

/**
 * Sends answers one after the other until it is told to stop.
 * @throws when one of them is not stored
 */
export async function answerUntil(
  isOver: () => boolean,
  { url, origin }: { url: string; origin: string },
): Promise<Waits> {
  const waits: number[] = [];
  for (let number = 0; !isOver(); number += 1) {
    const start = performance.now();
    const response = await fetch(`${url}/feedback/v1/responses`, {
      method: 'POST',
      headers: { origin, accept: 'application/json' },
      body: new URLSearchParams({
        id: crypto.randomUUID(),
        page: `${origin}/bench/sida-${number % 50}`,
        answer: 'no',
        comment: `Här saknas uppgift nummer ${number} om blanketten.`,
      }),
    });
    await response.arrayBuffer();
    waits.push(performance.now() - start);
    if (response.status !== 201) throw new Error(`An answer got ${response.status}.`);
    await setTimeout(pause);
  }
  const sorted = waits.sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { answers: sorted.length, median: at(0.5), p99: at(0.99), longest: at(1) };
}

/** Waits as a person reads them. */
export const tellWaits = ({ answers, median, p99, longest }: Waits): string =>
  `${median.toFixed(1)} ms (median), ${p99.toFixed(1)} ms (99 %), ${longest.toFixed(1)} ms (longest) in ${answers} answers`;
