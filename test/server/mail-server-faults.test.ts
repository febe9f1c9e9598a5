import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createMailJob, runMailJobs } from '../../server/mail/mail-jobs.ts';
import { openMailDesk, type MailDesk } from '../support/mail-desk.ts';
import { startSilentServer } from '../support/mail-server.ts';
import { aMinute } from '../support/moving-clock.ts';
import type { PlayedAnswer } from '../support/review-desk.ts';

const address = 'kim@example.se';
const page = 'https://www.example.se/blankett';

/** Monday at seven in Stockholm, in the week after the one that the desk opens in. */
const mondayMorning = '2026-11-23T06:00:00Z';

let desk: MailDesk;
beforeEach(async () => {
  desk = await openMailDesk();
  await desk.signIn();
  await desk.giveAddress(desk.editor, address);
});
afterEach(() => desk.close());

const comment = (text: string): PlayedAnswer => ({ answer: 'no', comment: text });

describe('a mail server that', () => {
  beforeEach(async () => {
    await desk.play({ address: page }, [comment('Hej')]);
    desk.moveTo(mondayMorning);
  });
  const runLater = async () => {
    desk.server.behaviour = 'takes';
    desk.forward(10 * aMinute);
    await desk.runJobs();
    await desk.runJobs();
    return desk.takeMails().length;
  };

  for (const behaviour of ['busy', 'drops'] as const) {
    it(`${behaviour}: gets the mail later, once`, async () => {
      desk.server.behaviour = behaviour;
      await desk.runJobs();
      assert.equal(await runLater(), 1);
    });
  }

  it('drops after it has taken the mail: gets it no second time, and it is reported', async () => {
    desk.server.behaviour = 'drops-after';
    await desk.runJobs();
    assert.equal(await runLater(), 0);
    assert.equal(desk.faults.length, 1);
  });

  it('refuses one reader: the others get theirs, and no log names anybody', async () => {
    desk.server.behaviour = 'refuses';
    await desk.runJobs();
    assert.match(String(desk.faults[0]), /RCPT TO 550/);
    assert.doesNotMatch(JSON.stringify(desk.faults.map(String)), /kim|example/);
    const other = await desk.store.addEditor({ name: 'Kim', siteIds: [desk.site.id] });
    await desk.giveAddress(other, 'annan@example.se');
    assert.equal(await runLater(), 1);
  });

  it('is not there: the mail is sent when it is', async () => {
    const { url } = desk.server;
    await desk.server.close();
    await desk.runJobs();
    assert.match(String(desk.faults[0]), /ESOCKET|ECONNECTION|ECONNREFUSED/);
    assert.ok(url);
    const claim = { editorId: desk.editor.id, kind: 'digest', subject: '2026-11-23' } as const;
    assert.equal(await desk.store.isMailClaimed(claim), false);
  });

  it('stalls: is given up, the job ends and goes on later', async () => {
    const silent = await startSilentServer();
    const stalled = await openMailDesk(silent.url);
    await stalled.giveAddress(stalled.editor, address);
    await stalled.play({ address: page }, [comment('Hej')]);
    stalled.moveTo(mondayMorning);
    await stalled.runJobs();
    assert.equal(stalled.faults.length, 1);
    const claim = { editorId: stalled.editor.id, kind: 'digest', subject: '2026-11-23' } as const;
    assert.equal(await stalled.store.isMailClaimed(claim), false);
    await stalled.close();
    await silent.close();
  });

  it('serves two instances: each mail is sent by one of them', async () => {
    for (let n = 0; n < 5; n += 1) {
      const editor = await desk.store.addEditor({ name: `E${n}`, siteIds: [desk.site.id] });
      await desk.giveAddress(editor, `e${n}@example.se`);
    }
    const { store, mail, clock } = desk;
    const instance = () => {
      const job = createMailJob({ store, mail, clock, timeZone: 'Europe/Stockholm' });
      return runMailJobs({ ...job, isStopping: () => false });
    };
    await Promise.all([instance(), instance(), instance()]);
    const readers = desk.takeMails().flatMap((sent) => sent.readers);
    assert.deepEqual(readers.sort(), [...new Set(readers)].sort());
    assert.equal(readers.length, 6);
  });
});
