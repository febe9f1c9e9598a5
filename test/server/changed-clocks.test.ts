import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anHour, createMovingClock } from '../support/moving-clock.ts';
import { sendForm } from '../support/send-response.ts';
import { readDays } from '../support/stored-rows.ts';
import { startTestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';

describe('a day on which the clocks are changed', () => {
  const changes = [
    {
      name: 'has 23 hours in March',
      start: '2026-03-28T22:00:00Z',
      counts: { '2026-03-28': 2, '2026-03-29': 46, '2026-03-30': 2 },
    },
    {
      name: 'has 25 hours in October',
      start: '2026-10-24T21:00:00Z',
      counts: { '2026-10-24': 2, '2026-10-25': 50, '2026-10-26': 2 },
    },
  ];
  for (const { name, start, counts } of changes) {
    it(name, async (context) => {
      const time = createMovingClock(start);
      const service = await startTestService({ clock: time.clock, pageOrigin: origin });
      context.after(() => service.stop());
      const halfHours = Object.values(counts).reduce((sum, count) => sum + count);
      for (let halfHour = 0; halfHour < halfHours; halfHour += 1) {
        const id = crypto.randomUUID();
        const response = await sendForm(service.url, { id, page: `${origin}/`, answer: 'yes' });
        assert.equal(response.status, 201);
        time.forward(anHour / 2);
      }
      const days = readDays(service.database).map(({ day, yes }) => [day, yes]);
      assert.deepEqual(Object.fromEntries(days), counts);
    });
  }
});
