import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { SeededRandom } from '../support/seeded-random.ts';
import { readDiskLog, traceWords } from './disk-log.ts';
import { createUnsyncedDisk } from './unsynced-disk.ts';

/** Cuts the power of a service, rather than only killing it. */
export interface PowerCuts {
  /** The command that the service is started with, to know what it asks of the disk. */
  watcher: string[];
  /** To be called when the service is gone: only what is on the disk is left of its files. */
  cut: (random: SeededRandom) => Promise<void>;
}

/**
 * @param folder where the database is, of which all is on the disk now
 * @param log a file to write down in what is asked of the disk, outside the folder
 */
export async function createPowerCuts(folder: string, log: string): Promise<PowerCuts> {
  const disk = await createUnsyncedDisk(folder);
  return {
    watcher: ['strace', ...traceWords(log)],
    async cut(random) {
      await disk.cutPower(readDiskLog(await readFile(log, 'utf8'), folder), random);
    },
  };
}

/** @returns why the power cannot be cut here; false when it can */
export function powerStays(): string | false {
  const { error, status } = spawnSync('strace', [...traceWords('/dev/null'), 'true']);
  if (error) return 'strace was not found (install strace)';
  return status !== 0 && 'this system does not let strace watch a process';
}
