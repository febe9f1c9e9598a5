import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Answer } from '../../server/contract/response-schema.ts';
import { createSignInLink } from '../../server/review/sign-in-link.ts';
import type { Site } from '../../server/store/store.ts';
import { createDayModel, noCounts, totalOf } from '../support/day-model.ts';
import { createMovingClock } from '../support/moving-clock.ts';
import {
  dayEnd,
  dayStart,
  diggOrigins,
  diggPages,
  playPage,
  sharedAddress,
  type VisitorEvent,
} from '../support/played-visitors.ts';
import { signInToReview } from '../support/review-reader.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { sendForm } from '../support/send-response.ts';
import { readDays, readResponses } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** Another one each time; give the one of a failed run to play it again. */
const seed = Number(process.env['GENSVAR_TEST_SEED'] ?? Date.now() % 1_000_000);

/** A day has some two thousand answers, which a busy machine takes its time to store. */
const slow = 120_000;

describe(`a day with visitors on every page of digg.se (GENSVAR_TEST_SEED=${seed})`, () => {
  const time = createMovingClock(new Date(dayStart).toISOString());
  const random = createSeededRandom(seed);
  const model = createDayModel();
  let service: TestService;
  let site: Site;

  before(
    async () => {
      service = await startTestService({ clock: time.clock });
      site = await service.addSite({
        key: 'digg',
        name: 'Digg',
        origins: diggOrigins,
        foldWww: true,
      });

      const busy = random.below(diggPages.length);
      const events = diggPages.flatMap((page, position) =>
        // One page has so much to tell that its comments fill more than one page of the review.
        playPage(page, position === busy ? 180 : 1 + random.below(6), random, model),
      );
      const moments = Map.groupBy(events, (event) => event.moment);
      for (const moment of [...moments.keys()].sort((one, other) => one - other)) {
        time.moveTo(new Date(moment).toISOString());
        await Promise.all((moments.get(moment) ?? []).map(playEvent));
      }
      assert.ok(time.clock().getTime() > dayEnd, 'The day goes on past midnight.');
    },
    { timeout: slow },
  );
  after(async () => {
    await service.stop();
    assert.deepEqual(service.faults, []);
  });

  async function playEvent({ fields, origin, times, statuses }: VisitorEvent) {
    const answers = await Promise.all(
      Array.from({ length: times }, async () => {
        const response = await sendForm(service.url, fields, { origin });
        await response.body?.cancel();
        return response.status;
      }),
    );
    assert.deepEqual(answers.sort(), statuses.sort(), JSON.stringify(fields));
  }

  const allOf = <T>(list: (slice: { limit: number; offset: number }) => Promise<T>) =>
    list({ limit: 10_000, offset: 0 });

  it('has one page in the store for each, with its counts, whatever its spelling', async () => {
    const pages = await allOf((slice) => service.store.listPages([site.id], slice));
    assert.equal(await service.store.countPages([site.id]), diggPages.length);
    assert.deepEqual(
      new Set(pages.map((page) => page.address)),
      new Set(diggPages.map((page) => sharedAddress(page.url))),
    );
    const titles = new Map(diggPages.map((page) => [sharedAddress(page.url), page.title]));
    for (const expected of model.pages()) {
      const page = pages.find((candidate) => candidate.address === expected.address);
      assert.ok(page, expected.address);
      assert.partialDeepStrictEqual(page, totalOf(expected), expected.address);
      assert.equal(page.lastReceived.getTime(), expected.lastReceived);
      assert.equal(page.title, titles.get(expected.address));
      assert.deepEqual(await service.store.findPage(page.id), page);
      const days = await service.store.listDailyCounts(page.id, '2026-01-01', '2026-12-31');
      assert.deepEqual(
        new Map(days.map(({ day, ...counts }) => [day, counts])),
        expected.days,
        expected.address,
      );
    }
  });

  it('is told in the same order by the list, the newest answer first', async () => {
    const pages = await allOf((slice) => service.store.listPages([site.id], slice));
    const moments = pages.map((page) => page.lastReceived.getTime());
    assert.deepEqual(
      moments,
      moments.toSorted((one, other) => other - one),
    );
  });

  it('lies in the database as raw rows that come to the same counts', () => {
    const rows = Map.groupBy(readResponses(service.database), (row) => row.address);
    const stored = Map.groupBy(readDays(service.database), (row) => row.address);
    assert.equal(rows.size, diggPages.length);
    for (const { address, days } of model.pages()) {
      const counted = new Map<string, ReturnType<typeof noCounts>>();
      for (const { day, answer, comment } of rows.get(address) ?? []) {
        const counts = counted.get(day) ?? noCounts();
        counted.set(day, counts);
        counts[answer as Answer] += 1;
        if (comment !== null) counts.comments += 1;
      }
      assert.deepEqual(counted, days, address);
      const counts = (stored.get(address) ?? []).map(
        ({ address: _, day, ...rest }) => [day, rest] as const,
      );
      assert.deepEqual(new Map(counts), days, address);
    }
  });

  it('keeps every comment in its visitor’s words', async () => {
    const byText = (one: { text: string }, other: { text: string }) =>
      one.text < other.text ? -1 : Number(one.text > other.text);
    const pages = await allOf((slice) => service.store.listPages([site.id], slice));
    for (const expected of model.pages()) {
      const page = pages.find((candidate) => candidate.address === expected.address);
      const list = await allOf((slice) => service.store.listComments(page?.id ?? 0, slice));
      assert.deepEqual(
        list
          .map(({ answer, text, received }) => ({ answer, text, received: received.getTime() }))
          .sort(byText),
        expected.comments.toSorted(byText),
        expected.address,
      );
    }
  });

  it('is shown by the review as it is', async () => {
    const editor = await service.store.addEditor({ name: 'Digg', siteIds: [site.id] });
    const token = await createSignInLink(service.store, editor.id, time.clock);
    const reader = await signInToReview(`${service.url}/review/sign-in?token=${token}`);
    const list = await reader.readList();
    assert.equal(list.length, diggPages.length);
    const expected = new Map(model.pages().map((page) => [page.address, page]));
    for (const { href: _, ...shown } of list) {
      const page = expected.get(shown.address);
      assert.ok(page, shown.address);
      const { yes, no, partly, comments: commentCount } = totalOf(page);
      assert.deepEqual(shown, {
        address: page.address,
        answers: yes + no + partly,
        yes,
        comments: commentCount,
        lastReceived: new Date(page.lastReceived).toISOString(),
      });
    }

    const busiest = list.toSorted((one, other) => other.comments - one.comments)[0];
    assert.ok(busiest && busiest.comments > 50);
    for (const { href, address } of [busiest, random.pick(list), random.pick(list)]) {
      const page = expected.get(address);
      assert.ok(page);
      const total = totalOf(page);
      const report = await reader.readReport(href);
      assert.equal(report.address, address);
      assert.equal(report.answers, total.yes + total.no + total.partly);
      assert.equal(report.commentCount, total.comments);
      assert.deepEqual(numbersOf(report.each), {
        Ja: total.yes,
        Nej: total.no,
        ...(total.partly > 0 && { Delvis: total.partly }),
      });
      const days = [...page.days].sort(([one], [other]) => (one < other ? 1 : -1));
      assert.deepEqual(
        report.days,
        days.map(([day, { yes, no, partly }]) => [
          day,
          ...[yes, no, ...(total.partly > 0 ? [partly] : []), yes + no + partly].map(String),
        ]),
      );
      const names = { yes: 'Ja', no: 'Nej', partly: 'Delvis' };
      const told = (comment: { answer: string; text: string; received: string }) =>
        `${comment.received} ${comment.answer} ${comment.text}`;
      assert.deepEqual(
        report.comments.map(told).sort(),
        page.comments
          .map(({ answer, text, received }) =>
            told({ answer: names[answer], text, received: new Date(received).toISOString() }),
          )
          .sort(),
      );
    }
  });
});

/** `Ja 3, Nej 2` as numbers by their names. */
const numbersOf = (text: string) =>
  Object.fromEntries(
    text.split(',').map((part) => {
      const [name = '', figure = ''] = part.trim().split(/\s+/);
      return [name, Number(figure)];
    }),
  );
