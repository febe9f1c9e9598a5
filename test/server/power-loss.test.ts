import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { playCrashes } from '../crash/play-crashes.ts';
import { powerStays } from '../crash/power-cuts.ts';
import { onlyOn } from '../support/test-database.ts';

/** Starting processes takes its time on a busy machine. */
const slow = { timeout: 300_000 };
const cuts = { kills: 4, losesPower: true, seed: 20_261_122 };
const skip = onlyOn('sqlite') || powerStays();

describe('the service, when the power goes,', { skip }, () => {
  it('has all on the disk that it acknowledged, and nothing by halves', slow, async () => {
    const { survived, promises, acknowledged } = await playCrashes({ program: 'real', ...cuts });
    assert.deepEqual(
      promises.filter(({ broken }) => broken.length > 0),
      [],
    );
    assert.equal(survived, cuts.kills);
    assert.ok(acknowledged > 0);
  });
});

describe('a database that does not wait for the disk', { skip }, () => {
  const missing = async (losesPower: boolean) => {
    const { promises } = await playCrashes({ program: 'hasty', ...cuts, losesPower });
    return promises.find(({ name }) => name === 'no acknowledged answer is missing')?.broken ?? [];
  };
  it('loses answers when the power goes', slow, async () => {
    assert.notDeepEqual(await missing(true), []);
  });
  it('loses none when only the process is killed', slow, async () => {
    assert.deepEqual(await missing(false), []);
  });
});
