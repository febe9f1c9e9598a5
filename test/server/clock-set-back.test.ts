import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Acknowledgement } from '../../server/contract/acknowledgement-schema.ts';
import { aDay, aMinute, anHour, createMovingClock } from '../support/moving-clock.ts';
import { sendForm } from '../support/send-response.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';
const noon = '2026-11-22T11:00:00.000Z';

describe('a clock that is set back', () => {
  const time = createMovingClock(noon);
  let service: TestService;
  beforeEach(async (context) => {
    time.moveTo(noon);
    service = await startTestService({ pageOrigin: origin, clock: time.clock });
    if ('after' in context) context.after(() => service.stop());
  });

  const answer = (more = {}) => ({
    id: crypto.randomUUID(),
    page: `${origin}/e-faktura`,
    answer: 'yes',
    ...more,
  });
  const listDays = async () => {
    const [page] = await service.store.listPages([service.site.id], { limit: 1, offset: 0 });
    const days = await service.store.listDailyCounts(page?.id ?? 0, '2026-01-01', '2026-12-31');
    return { page, days: days.map(({ day, yes, no }) => ({ day, yes, no })) };
  };

  for (const [name, duration] of [
    ['a minute', aMinute],
    ['an hour', anHour],
    ['two days', 2 * aDay],
  ] as const) {
    it(`by ${name} keeps answers amendable, and counts each once, on its first day`, async () => {
      const fields = answer();
      const first = (await (await sendForm(service.url, fields)).json()) as Acknowledgement;
      time.forward(-duration);
      assert.equal((await sendForm(service.url, fields)).status, 200);
      const changed = await sendForm(service.url, { ...fields, answer: 'no', revisionNo: 2 });
      assert.equal(changed.status, 200);
      const second = (await changed.json()) as Acknowledgement;
      assert.equal(second.received, first.received);
      assert.equal(second.amendableUntil, first.amendableUntil);
      assert.deepEqual((await listDays()).days, [{ day: '2026-11-22', yes: 0, no: 1 }]);
    });
  }

  it('takes new answers for the day that it tells, and the newest stays the newest', async () => {
    await sendForm(service.url, answer());
    time.forward(-aDay);
    assert.equal((await sendForm(service.url, answer())).status, 201);
    const { page, days } = await listDays();
    assert.deepEqual(days, [
      { day: '2026-11-21', yes: 1, no: 0 },
      { day: '2026-11-22', yes: 1, no: 0 },
    ]);
    assert.equal(page?.lastReceived.toISOString(), noon);
  });

  it('still finds a site that is added later', async () => {
    const elsewhere = { page: 'https://other.example/', answer: 'yes' };
    assert.equal((await sendForm(service.url, answer(elsewhere))).status, 422);
    await service.addSite({ key: 'other', origins: ['https://other.example'] });
    time.forward(-anHour);
    assert.equal((await sendForm(service.url, answer(elsewhere))).status, 201);
  });
});
