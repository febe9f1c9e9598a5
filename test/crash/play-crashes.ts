import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import { trustingSettings } from '../support/trusting-settings.ts';
import { anHour } from '../support/moving-clock.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { compareDatabase, type KeptPromise } from './compare-database.ts';
import { createLedger } from './ledger.ts';
import { startLife, type Program } from './service-life.ts';
import { sendVisitors } from './visitors.ts';

const origin = 'https://www.example.se';

export interface CrashOptions {
  program: Program;
  kills: number;
  seed: number;
  /** Is told after each kill how many there have been. */
  onKill?: (kills: number) => void;
}

export interface CrashResult {
  /** What must hold, with what was found against it. */
  promises: KeptPromise[];
  /** How many responses were sent, and how many of them were acknowledged at least once. */
  sent: number;
  acknowledged: number;
  /** How long each start took until the service listened, in milliseconds. */
  starts: number[];
}

/**
 * Starts the service, loads it, kills it at any moment, again and again on the same
 * database; then compares what lies in the file with what was acknowledged.
 */
export async function playCrashes(options: CrashOptions): Promise<CrashResult> {
  const { program, kills, seed, onKill } = options;
  const random = createSeededRandom(seed);
  const folder = await createTemporaryFolder();
  const database = join(folder.path, 'gensvar.db');
  const ledger = createLedger(random, origin);
  const starts: number[] = [];
  const faults: string[] = [];
  try {
    await registerSite(database);
    for (let kill = 1; kill <= kills; kill += 1) {
      await liveOnce();
      onKill?.(kill);
    }
    const entries = ledger.entries();
    return {
      promises: [
        { name: 'no visitor is refused, and no start fails', broken: faults },
        ...compareDatabase(database, entries),
      ],
      sent: entries.length,
      acknowledged: entries.filter((entry) => entry.acknowledged > 0).length,
      starts,
    };
  } finally {
    await folder.remove();
  }

  async function liveOnce(): Promise<void> {
    const start = performance.now();
    const life = startLife(program, database);
    // Some are killed while they start: when the tables are made or the log is recovered.
    if (random.chance(0.1)) {
      await Promise.race([life.listening, setTimeout(100 + random.below(500))]);
      return life.kill();
    }
    const url = await life.listening;
    if (url === undefined) {
      faults.push(`a start failed: ${life.errors()}`);
      return;
    }
    starts.push(performance.now() - start);
    const { gone } = sendVisitors(url, ledger, random, (fault) => faults.push(fault));
    await setTimeout(20 + random.below(500));
    await life.kill();
    await gone;
  }
}

async function registerSite(file: string): Promise<void> {
  const store = await openSqliteStore({ file, amendmentWindow: anHour });
  await store.addSite({
    key: 'crash',
    name: 'Crash',
    origins: [origin],
    foldWww: false,
    queryParameters: [],
    allowedNumbers: [],
    settings: trustingSettings,
  });
  await store.close();
}
