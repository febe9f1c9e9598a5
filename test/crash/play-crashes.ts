import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import { trustingSettings } from '../support/trusting-settings.ts';
import { anHour } from '../support/moving-clock.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { compareDatabase, type KeptPromise } from './compare-database.ts';
import { countWaiting, judgeEnd } from './judge-end.ts';
import { createLedger } from './ledger.ts';
import { createPowerCuts } from './power-cuts.ts';
import { startLife, type Program, type StartTime } from './service-life.ts';
import { sendVisitors } from './visitors.ts';

const origin = 'https://www.example.se';

export interface CrashOptions {
  program: Program;
  /** How often it is killed. */
  kills: number;
  seed: number;
  /** Whether the power goes with each kill: what was not synced may then be lost. */
  losesPower?: boolean;
  /** Is told after each kill how many there have been. */
  onKill?: (kills: number) => void;
}

export interface CrashResult {
  /** How many kills the next start showed to have cost nothing, and no start to have failed. */
  survived: number;
  /** What must hold at the end, with what was found against it. */
  promises: KeptPromise[];
  /** How many responses were sent, and how many of them were acknowledged at least once. */
  sent: number;
  acknowledged: number;
  starts: StartTime[];
  /** After how many kills acknowledged answers still waited to be put into their tables. */
  waited: number;
}

/**
 * Starts the service, loads it, kills it at any moment, again and again on the same
 * database. Each start is followed by a look at what the kill before may have cost; at the
 * end all that lies in the file is compared with what was acknowledged.
 */
export async function playCrashes(options: CrashOptions): Promise<CrashResult> {
  const { program, kills, seed, losesPower = false, onKill } = options;
  const random = createSeededRandom(seed);
  const folder = await createTemporaryFolder();
  const place = join(folder.path, 'data');
  const database = join(place, 'gensvar.db');
  const ledger = createLedger(random, origin);
  const starts: StartTime[] = [];
  const faults: string[] = [];
  /** Kills that no start has shown yet to have cost nothing. */
  let unjudged = 0;
  let survived = 0;
  let waited = 0;
  try {
    await registerSite(database);
    const power = losesPower ? await createPowerCuts(place, join(folder.path, 'log')) : undefined;
    for (let kill = 1; kill <= kills; kill += 1) {
      if (await liveOnce(power?.watcher)) unjudged += 1;
      await power?.cut(random);
      onKill?.(kill);
    }
    const entries = ledger.entries();
    // What waits after the last kill is put into its tables when the database is opened again.
    await (await open(database)).close();
    judge();
    return {
      survived,
      promises: [
        { name: 'no visitor is refused, no start fails, no kill costs anything', broken: faults },
        ...compareDatabase(database, entries),
      ],
      sent: entries.length,
      acknowledged: entries.filter((entry) => entry.acknowledged > 0).length,
      starts,
      waited,
    };
  } finally {
    await folder.remove();
  }

  /** @returns whether it was killed, rather than ended by itself */
  async function liveOnce(watcher?: string[]): Promise<boolean> {
    if (countWaiting(database) > 0) waited += 1;
    const life = startLife(program, database, watcher);
    // Some are killed while they start: when the tables are made or the log is recovered.
    if (random.chance(0.1)) {
      await Promise.race([life.listening, setTimeout(50 + random.below(300))]);
      await life.kill();
      return true;
    }
    const url = await life.listening;
    if (url === undefined) {
      faults.push(`a start failed: ${life.errors()}`);
      return false;
    }
    starts.push(await life.untilReady(url));
    judge();
    const { gone } = sendVisitors(url, ledger, random, (fault) => faults.push(fault));
    await setTimeout(50 + random.below(450));
    await life.kill();
    await gone;
    return true;
  }

  function judge() {
    const found = judgeEnd(database, ledger.takeAcknowledged());
    faults.push(...found);
    if (found.length === 0) survived += unjudged;
    unjudged = 0;
  }
}

const open = (file: string) => openSqliteStore({ file, amendmentWindow: anHour });

async function registerSite(file: string): Promise<void> {
  const store = await open(file);
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
