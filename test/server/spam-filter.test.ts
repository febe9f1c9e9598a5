import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { layerNames, type LayerName } from '../../server/spam/layer-names.ts';
import { createSpamFilter } from '../../server/spam/spam-filter.ts';
import {
  createLabelledDay,
  personKinds,
  robotKinds,
  type LabelledSighting,
} from '../support/labelled-visitors.ts';

/** Plays a day through the filter. @returns how many visitors of each kind are in the score */
function playDay(day: LabelledSighting[], off: LayerName[] = []) {
  const filter = createSpamFilter();
  const leftOut = new Set<string>();
  for (const { sighting } of day) {
    const { suspectedBy, revealed } = filter.judge(sighting, {
      spamLayersOff: off,
      unwantedWords: [],
    });
    if (suspectedBy.length > 0) leftOut.add(sighting.key);
    for (const { key } of revealed) leftOut.add(key);
  }
  const visitors = Map.groupBy(day, ({ who }) => who);
  return (who: LabelledSighting['who']) => {
    const keys = new Set((visitors.get(who) ?? []).map(({ sighting }) => sighting.key));
    const out = [...keys].filter((key) => leftOut.has(key)).length;
    return { visitors: keys.size, leftOut: out, share: out / keys.size };
  };
}

const seeds = [1, 2, 3];

describe('on a day of people and robots', () => {
  for (const seed of seeds) {
    const day = createLabelledDay(seed);
    const told = playDay(day);

    for (const who of personKinds) {
      it(`all of ${who} count (day ${seed})`, () => {
        const { visitors, leftOut } = told(who);
        assert.ok(visitors >= 30);
        assert.equal(leftOut, 0);
      });
    }

    for (const who of robotKinds) {
      it(`at least 95 % of ${who} do not count (day ${seed})`, (context) => {
        const { visitors, leftOut, share } = told(who);
        context.diagnostic(`${who}: ${leftOut} of ${visitors} left out`);
        assert.ok(visitors >= 300);
        assert.ok(share >= 0.95, `${leftOut} of ${visitors}`);
      });
    }
  }

  for (const [layer, who] of [
    ['decoy', 'a filler of every field'],
    ['too-quick', 'a browser without a person'],
    ['flood', 'a flood from one source'],
    ['ballot-stuffing', 'a ballot stuffer on one page'],
    ['repeated-text', 'a text repeated from many sources'],
    ['links', 'a seller with links'],
  ] as const) {
    it(`${who} counts when the layer ${layer} is switched off`, () => {
      const { share } = playDay(createLabelledDay(1), [layer])(who);
      assert.ok(share < 0.5, String(share));
    });
  }

  it('everybody counts when all layers are switched off', () => {
    const told = playDay(createLabelledDay(1), [...layerNames]);
    for (const who of [...personKinds, ...robotKinds]) assert.equal(told(who).leftOut, 0);
  });
});

describe('a crowd on one page', () => {
  const siteSettings = { spamLayersOff: [], unwantedWords: [] };
  const sightingOf = (key: string, source: string, minute: number) => ({
    ...{ key, source, siteId: 1, address: 'https://www.example.se/sida' },
    ...{ comment: undefined, elapsed: undefined, decoy: false, at: minute * 60_000 },
  });

  it('is found with its first one, who came when there was no crowd', () => {
    const filter = createSpamFilter();
    const crowd = Array.from({ length: 60 }, (_, n) => sightingOf(`visitor ${n}`, 'one', n / 10));
    const verdicts = crowd.map((sighting) => filter.judge(sighting, siteSettings));
    assert.deepEqual(
      verdicts.map(({ suspectedBy }) => suspectedBy.length > 0),
      crowd.map((_, n) => n === 59),
    );
    assert.deepEqual(
      verdicts.flatMap(({ revealed }) => revealed.map(({ key }) => key)),
      crowd.slice(0, 59).map(({ key }) => key),
    );
  });

  it('is none when each comes from another source', () => {
    const filter = createSpamFilter();
    for (let n = 0; n < 600; n += 1) {
      const { suspectedBy } = filter.judge(
        sightingOf(`v${n}`, `source ${n}`, n / 600),
        siteSettings,
      );
      assert.deepEqual(suspectedBy, []);
    }
  });
});

describe('a listed word', () => {
  const filter = createSpamFilter();
  const judge = (comment: string, unwantedWords = ['Casino', 'lösa lån']) =>
    filter.judge(
      {
        ...{ key: crypto.randomUUID(), siteId: 1, address: 'https://www.example.se/', at: 0 },
        ...{ source: undefined, elapsed: undefined, decoy: false, comment },
      },
      { spamLayersOff: [], unwantedWords },
    ).suspectedBy;

  for (const comment of ['Spela CASINO nu', 'Här: lösa  lån!']) {
    it(`is found in "${comment}"`, () => {
      assert.deepEqual(judge(comment), ['word-list']);
    });
  }
  for (const comment of ['casinot i staden', 'lösa ett lån', '']) {
    it(`is not found in "${comment}"`, () => {
      assert.deepEqual(judge(comment), []);
    });
  }
  it('is the site’s own choice', () => {
    assert.deepEqual(judge('casino', []), []);
  });
});
