import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Running } from '../desktop/processes.ts';
import type { Verdict } from './judge.ts';
import type { SpeechFile } from './speech-file.ts';
import { listSpoken, type Spoken } from './spoken.ts';

/** Orca has finished when it has said nothing for so long, in milliseconds, and is at rest. */
const quietTime = 400;
/** Silence, and that nothing right will follow, is believed only after so long. */
const silenceTime = 1_200;
/** Expected words get this long on a busy machine. */
const patience = 15_000;
const interval = 25;

/**
 * Does something and listens until Orca has finished.
 * @param limit how long to wait for more words, in milliseconds
 * @returns what was said, right or wrong
 */
export type Listen = (
  act: () => Promise<void> | void,
  judgeAll: (spoken: Spoken[]) => Verdict,
  limit?: number,
) => Promise<Spoken[]>;

/** Listens to one Orca. */
export function createListener(speech: SpeechFile, orca: Running): { listen: Listen } {
  let done = 0;
  const listen: Listen = async (act, judgeAll, limit = patience) => {
    await act();
    let lastWork = orcaWork(orca.id);
    let lastChange = Date.now();
    for (;;) {
      const events = speech.read().slice(done);
      const spoken = listSpoken(events);
      const work = orcaWork(orca.id);
      if (work !== lastWork) lastChange = Date.now();
      lastWork = work;
      const quietSince = Math.max(lastChange, events.at(-1)?.time ?? 0);
      const needed = neededQuiet(judgeAll(spoken), spoken.length === 0, limit);
      if (Date.now() - quietSince >= needed || orca.hasEnded()) {
        done += events.length;
        return spoken;
      }
      await pause(interval);
    }
  };
  return { listen };
}

function neededQuiet(verdict: Verdict, isSilent: boolean, limit: number): number {
  if (verdict === 'waiting') return limit;
  return verdict === 'wrong' || isSilent ? silenceTime : quietTime;
}

/** Changes whenever Orca works: its computing time, or that it waits to compute. */
function orcaWork(id: number): string {
  try {
    // The name before the last bracket may hold anything.
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const [state, userTime, systemTime] = [fields[0], fields[11], fields[12]];
    return state === 'R' ? `${Math.random()}` : `${userTime} ${systemTime}`;
  } catch {
    return '';
  }
}
