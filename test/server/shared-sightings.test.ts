import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { shareSightings } from '../../server/spam/shared-sightings.ts';
import type { Sighting } from '../../server/spam/sighting.ts';
import { createSpamFilter } from '../../server/spam/spam-filter.ts';
import type { Broadcast } from '../../server/store/broadcast.ts';
import {
  createLabelledDay,
  personKinds,
  robotKinds,
  type LabelledSighting,
} from '../support/labelled-visitors.ts';

const secret = new Uint8Array(32).fill(7);
const noChoice = { spamLayersOff: [], unwantedWords: [] };

/**
 * Plays a day through instances that take turns, and are told of each other's visitors
 * only after a few more have come.
 * @returns how many visitors of each kind are left out of the score
 */
function playShared(day: LabelledSighting[], instances: number, lag: number) {
  const filters = Array.from({ length: instances }, createSpamFilter);
  const own = filters.map(() => new Set<string>());
  const leftOut = new Set<string>();
  day.forEach(({ sighting }, place) => {
    filters.forEach((filter, instance) => {
      const isOwn = place % instances === instance;
      const told = day[place - lag]?.sighting;
      if (isOwn) {
        own[instance]?.add(sighting.key);
        const { suspectedBy, revealed } = filter.judge(sighting, noChoice);
        if (suspectedBy.length > 0) leftOut.add(sighting.key);
        for (const { key } of revealed) if (own[instance]?.has(key)) leftOut.add(key);
      }
      if (told && (place - lag) % instances !== instance) {
        const { revealed } = filter.judge({ ...told, isTold: true }, noChoice);
        for (const { key } of revealed) if (own[instance]?.has(key)) leftOut.add(key);
      }
    });
  });
  return (who: LabelledSighting['who']) => {
    const keys = new Set(day.filter((each) => each.who === who).map((each) => each.sighting.key));
    return { visitors: keys.size, leftOut: [...keys].filter((key) => leftOut.has(key)).length };
  };
}

describe('instances that tell each other what they see', () => {
  for (const [instances, lag] of [
    [2, 1],
    [3, 5],
  ] as const) {
    const told = playShared(createLabelledDay(1), instances, lag);

    for (const who of personKinds) {
      it(`let all of ${who} count (${instances} instances)`, () => {
        assert.equal(told(who).leftOut, 0);
      });
    }
    for (const who of robotKinds) {
      it(`let at most 5 % of ${who} count (${instances} instances)`, () => {
        const { visitors, leftOut } = told(who);
        assert.ok(leftOut / visitors >= 0.95, `${leftOut} of ${visitors}`);
      });
    }
  }

  it('take the same one for the first when two say the same at the same time', () => {
    const text = 'Den här sidan är lika lång som en mening av en robot är.';
    const first = sighting({ key: 'a', comment: text });
    const second = sighting({ key: 'b', comment: text });
    const [one, other] = [createSpamFilter(), createSpamFilter()];
    assert.deepEqual(one.judge(first, noChoice).suspectedBy, []);
    assert.deepEqual(other.judge(second, noChoice).suspectedBy, []);
    assert.deepEqual(one.judge({ ...second, isTold: true }, noChoice).revealed, []);
    assert.deepEqual(other.judge({ ...first, isTold: true }, noChoice).revealed, [
      { siteId: 1, key: 'b', layer: 'repeated-text' },
    ]);
  });
});

function sighting(more: Partial<Sighting> = {}): Sighting {
  return {
    ...{ key: crypto.randomUUID(), siteId: 1, address: 'https://www.example.se/sida' },
    ...{ source: 'source', comment: undefined, elapsed: undefined, decoy: false },
    at: Date.parse('2026-11-22T10:00:00Z'),
    ...more,
  };
}

/** An instance whose messages are kept, and which can be told something. */
async function startInstance(ownSecret = secret) {
  const messages: string[] = [];
  const heard: Sighting[] = [];
  let tell: (message: string) => void = () => {};
  const broadcast: Broadcast = {
    send: (more) => messages.push(...more),
    listen(onMessage) {
      tell = onMessage;
      return Promise.resolve();
    },
  };
  const { share, keyOf } = await shareSightings(broadcast, ownSecret, (told) => heard.push(told));
  return { share, keyOf, messages, heard, tell: (message: string) => tell(message) };
}

describe('what instances tell each other', () => {
  const comment = 'Jag heter Kim och hittar inte blanketten på den här sidan.';

  it('names neither visitor nor page nor words, and nobody but the instance itself knows whom', async (test) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    test.after(() => mock.timers.reset());
    const [one, other] = [await startInstance(), await startInstance()];
    const seen = sighting({ comment });
    const shared = one.share(seen);
    mock.timers.tick(1000);
    const [message = ''] = one.messages;
    for (const secretPart of [seen.key, seen.key.slice(0, 8), seen.address, 'Kim', 'blanketten']) {
      assert.ok(!message.includes(secretPart), message);
    }
    other.tell(message);
    const { comment: _, elapsed: __, ...known } = shared;
    assert.deepEqual(other.heard, [
      { ...known, comment: undefined, elapsed: undefined, isTold: true },
    ]);
    assert.equal(one.keyOf(shared.key), seen.key);
    assert.equal(other.keyOf(shared.key), undefined);
  });

  it('has the same names in all instances, others tomorrow and in another installation', async () => {
    const namesOf = async (ownSecret: Uint8Array<ArrayBuffer>, at: string) => {
      const { share } = await startInstance(ownSecret);
      const fields = { key: 'key', comment, at: Date.parse(at) };
      const { key, address, text } = share(sighting(fields));
      return [key, address, text];
    };
    const names = await namesOf(secret, '2026-11-22T10:00:00Z');
    assert.deepEqual(await namesOf(secret, '2026-11-22T23:59:59Z'), names);
    for (const others of [
      await namesOf(secret, '2026-11-23T00:00:00Z'),
      await namesOf(new Uint8Array(32).fill(8), '2026-11-22T10:00:00Z'),
    ]) {
      others.forEach((other, place) => assert.notEqual(other, names[place]));
    }
  });

  it('fits into messages, however many come at once', async (test) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    test.after(() => mock.timers.reset());
    const [one, other] = [await startInstance(), await startInstance()];
    for (let count = 0; count < 500; count += 1) one.share(sighting({ comment }));
    mock.timers.tick(1000);
    assert.ok(one.messages.length > 1);
    for (const message of one.messages) {
      assert.ok(Buffer.byteLength(message) < 8000);
      other.tell(message);
    }
    assert.equal(other.heard.length, 500);
  });

  it('is passed over when it is of another form', async () => {
    const { tell, heard } = await startInstance();
    for (const line of ['', 'a b', 'key x address - - 1', 'key 1 address - - x', '1 2 3 4 5 6 7']) {
      tell(line);
    }
    assert.deepEqual(heard, []);
  });
});
