import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { playCrashes } from '../crash/play-crashes.ts';
import { onlyOn } from '../support/test-database.ts';

/** Starting processes takes its time on a busy machine. */
const slow = 300_000;
const kills = 5;

describe('the service, killed at any moment,', { skip: onlyOn('sqlite') }, () => {
  it(
    'has lost nothing that it acknowledged, and counted nothing twice',
    { timeout: slow },
    async () => {
      const { survived, promises, acknowledged } = await playCrashes({
        program: 'real',
        kills,
        seed: 20_261_122,
      });
      assert.deepEqual(
        promises.filter(({ broken }) => broken.length > 0),
        [],
      );
      assert.equal(survived, kills);
      assert.ok(acknowledged > 0);
    },
  );
});

describe('a service that acknowledges before it stores,', { skip: onlyOn('sqlite') }, () => {
  it('is found out by the same comparison', { timeout: slow }, async () => {
    const { promises } = await playCrashes({ program: 'careless', kills, seed: 20_261_122 });
    const missing = promises.find(({ name }) => name === 'no acknowledged answer is missing');
    assert.ok(missing && missing.broken.length > 0);
  });
});
