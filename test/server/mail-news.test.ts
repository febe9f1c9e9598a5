import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { linkIn, openMailDesk, type MailDesk } from '../support/mail-desk.ts';
import { aDay, aMinute, anHour } from '../support/moving-clock.ts';
import { times, type PlayedAnswer } from '../support/review-desk.ts';

const address = 'kim@example.se';
const page = 'https://www.example.se/blankett';

let desk: MailDesk;
beforeEach(async () => {
  desk = await openMailDesk();
  await desk.signIn();
  await desk.giveAddress(desk.editor, address);
});
afterEach(() => desk.close());

const answers = (yes: number, no: number, received = desk.clock()): PlayedAnswer[] => [
  ...times(yes, { answer: 'yes', received }),
  ...times(no, { answer: 'no', received }),
];
const daysAgo = (days: number) => new Date(desk.clock().getTime() - days * aDay);
const comment = (text: string): PlayedAnswer => ({ answer: 'no', comment: text });

describe('the warning of a drop', () => {
  beforeEach(async () => {
    await desk.store.setMailChoice(desk.editor.id, 'digest', false);
    desk.moveTo('2026-11-25T12:00:00Z');
  });
  const usual = () => desk.play({ address: page, title: 'Blankett' }, answers(80, 20, daysAgo(20)));

  it('comes once for each page and week', async () => {
    await usual();
    await desk.play({ address: page }, answers(8, 12));
    await desk.runJobs();
    desk.forward(anHour);
    await desk.play({ address: page }, answers(0, 10));
    await desk.runJobs();
    const [mail, ...more] = desk.takeMails();
    assert.equal(more.length, 0);
    assert.equal(mail?.subject, 'Klart färre än förut svarar ja på en sida');
    assert.match(mail.text ?? '', /40\s% har svarat ja den här veckan \(8 av 20\)/);
    assert.match(linkIn(mail, '/mail/stop'), /warnings/);
    desk.moveTo('2026-12-02T12:00:00Z');
    await desk.play({ address: page }, answers(2, 40));
    await desk.runJobs();
    assert.equal(desk.takeMails().length, 1);
  });

  it('does not come of nineteen answers, of a usual week, or of one within chance', async () => {
    await usual();
    await desk.play({ address: page }, answers(5, 14));
    await desk.runJobs();
    await desk.play({ address: `${page}/2` }, [...answers(80, 20, daysAgo(20)), ...answers(16, 4)]);
    // Busy: 70 % lies outside the narrow interval of the weeks before, and chance makes it so.
    await desk.play({ address: `${page}/3` }, [
      ...answers(8000, 2000, daysAgo(20)),
      ...answers(14, 6),
    ]);
    await desk.runJobs();
    assert.equal(desk.server.offered(), 0);
  });

  it('does not come of a page that is new, or when it is not wanted', async () => {
    await desk.play({ address: page }, answers(2, 30));
    await desk.runJobs();
    await desk.store.setMailChoice(desk.editor.id, 'warnings', false);
    await desk.play({ address: `${page}/2` }, [...answers(80, 20, daysAgo(20)), ...answers(0, 20)]);
    await desk.runJobs();
    assert.equal(desk.server.offered(), 0);
  });
});

describe('a page that is watched', () => {
  let id: number;
  beforeEach(async () => {
    await desk.store.setMailChoice(desk.editor.id, 'digest', false);
    id = await desk.play({ address: page, title: 'Blankett' }, [comment('Före')]);
    await desk.post(`/review/pages/${id}/watch`, { watch: 'yes' });
    desk.forward(aMinute);
  });
  const hear = async (count: number) => {
    await desk.play({ address: page, title: 'Blankett' }, times(count, comment('Rex')));
    desk.forward(aMinute);
    await desk.runJobs();
    return desk.takeMails();
  };

  it('is told of at most once an hour, and nothing is left out', async () => {
    assert.equal((await desk.runJobs(), desk.takeMails()).length, 0);
    const [first] = await hear(1);
    assert.equal(first?.subject, 'En ny kommentar på en sida som du bevakar');
    assert.match(first.text ?? '', /Blankett/);
    assert.doesNotMatch(first.text ?? '', /Rex/);
    assert.match(linkIn(first, '/pages/'), new RegExp(`/pages/${id}#comments$`));
    assert.equal((await hear(2)).length, 0);
    desk.forward(anHour);
    const [second] = await hear(1);
    assert.match(second?.subject ?? '', /^3 nya kommentarer/);
    desk.forward(2 * anHour);
    await desk.runJobs();
    assert.equal(desk.takeMails().length, 0);
  });

  it('is not told of for what is left out of the score', async () => {
    await desk.store.appendResponses([]);
    await desk.play({ address: page }, [comment('Skräp')]);
    const [newest] = await desk.store.listComments(id, { limit: 1, offset: 0 });
    const left = { id: newest?.id ?? 0, siteId: desk.site.id, leftOut: true };
    await desk.store.setLeftOut(left, { at: desk.clock(), actor: 'Kim' });
    desk.forward(aMinute);
    await desk.runJobs();
    assert.equal(desk.server.offered(), 0);
  });

  it('is not told of to who may no longer read the site', async () => {
    await desk.store.removeRole(desk.editor.id, desk.site.id);
    assert.equal((await hear(1)).length, 0);
  });

  it('is told of no longer when the mail is stopped', async () => {
    const [mail] = await hear(1);
    await desk.request(linkIn(mail, '/mail/stop'), { method: 'POST', headers: { cookie: 'n=1' } });
    desk.forward(2 * anHour);
    assert.equal((await hear(1)).length, 0);
  });
});
