import { readFileSync } from 'node:fs';

/**
 * How long a process could have run, but had no processor since others had them: what a
 * busy machine adds to the time that it takes. Linux tells it of the main thread.
 * @returns milliseconds; 0 where the system does not tell
 */
export function waitedForProcessor(pid: number | undefined): number {
  try {
    // Nanoseconds on the processor, nanoseconds waiting for it, and how often.
    const [, waiting] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return Number(waiting) / 1e6;
  } catch {
    return 0;
  }
}
