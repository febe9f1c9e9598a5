import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { linkIn, openMailDesk, type MailDesk } from '../support/mail-desk.ts';
import { aDay, anHour } from '../support/moving-clock.ts';
import { contentsOf, textOf } from '../support/read-markup.ts';
import { times, type PlayedAnswer } from '../support/review-desk.ts';

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

const answers = (yes: number, no: number, received = desk.clock()): PlayedAnswer[] => [
  ...times(yes, { answer: 'yes', received }),
  ...times(no, { answer: 'no', received }),
];
const daysAgo = (days: number) => new Date(desk.clock().getTime() - days * aDay);
const comment = (text: string): PlayedAnswer => ({ answer: 'no', comment: text });

describe('the weekly summary', () => {
  it('comes on Monday from seven, once, to those who have something to do', async () => {
    await desk.play({ address: page, title: 'Blankett' }, [comment('Min hund heter Rex')]);
    desk.moveTo('2026-11-23T05:59:00Z');
    await desk.runJobs();
    assert.equal(desk.takeMails().length, 0);
    desk.moveTo(mondayMorning);
    await desk.runJobs();
    await desk.runJobs();
    const [mail, ...more] = desk.takeMails();
    assert.equal(more.length, 0);
    assert.deepEqual(mail?.readers, [address]);
    assert.equal(mail.subject, 'Veckans svar: En ny kommentar. Ingen sida behöver ses över.');
    desk.forward(6 * aDay);
    await desk.runJobs();
    assert.equal(desk.takeMails().length, 0);
    desk.forward(aDay);
    await desk.runJobs();
    assert.equal(desk.takeMails().length, 1);
  });

  it('does not come about a site that sends none', async () => {
    await desk.play({ address: page }, [comment('Hej')]);
    const { site } = desk;
    const silent = { ...site, settings: { ...site.settings, digest: false } };
    assert.ok(await desk.store.changeSite(site, silent, { at: desk.clock(), actor: 'Kim' }));
    desk.moveTo(mondayMorning);
    await desk.runJobs();
    assert.equal(desk.server.offered(), 0);
  });

  it('does not come when there is nothing to do, or when it is not wanted', async () => {
    await desk.play({ address: page }, answers(20, 0));
    desk.moveTo(mondayMorning);
    await desk.runJobs();
    await desk.play({ address: page }, [comment('Hej')]);
    desk.forward(anHour);
    await desk.runJobs();
    assert.equal(desk.server.offered(), 0);
    await desk.store.setMailChoice(desk.editor.id, 'digest', false);
    desk.forward(7 * aDay);
    await desk.runJobs();
    assert.equal(desk.server.offered(), 0);
  });

  it('tells new comments, what needs attention and what became better or worse', async () => {
    const title = (name: string) => ({ address: `${page}/${name}`, title: name });
    await desk.play(title('Ny'), [comment('Hej')]);
    await desk.play(title('Illa'), answers(10, 30, daysAgo(20)));
    await desk.play(title('Sämre'), [...answers(180, 20, daysAgo(30)), ...answers(15, 15)]);
    await desk.play(title('Bättre'), [
      ...answers(20, 80, daysAgo(70)),
      ...answers(20, 30, daysAgo(40)),
      ...answers(40, 5),
    ]);
    desk.moveTo(mondayMorning);
    await desk.runJobs();
    const [digest] = desk.takeMails().filter(({ subject }) => subject?.startsWith('Veckans'));
    const text = digest?.text ?? '';
    assert.match(text, /^Svar från besökare, vecka 47\n/);
    assert.match(text, /NYA KOMMENTARER\n\n\* Ny\n {2}En ny kommentar\.\n {2}http/);
    assert.match(text, /BEHÖVER SES ÖVER\n\n\* Illa\n {2}Behöver ses över: 30 av 40/);
    assert.match(
      text,
      /KLART FÄRRE[^\n]*\n\n\* Sämre\n {2}50\s% svarade ja förra veckan \(15 av 30\)\. De åtta veckorna före: 90\s%/,
    );
    assert.match(text, /KLART FLER[^\n]*\n\n\* Bättre\n {2}89\s%/);
    await desk.signIn();
    assert.equal((await desk.request(linkIn(digest, '/pages/'))).status, 200);
  });

  it('is about the pages that the editor answers for or watches, if there are any', async () => {
    const mine = await desk.play({ address: page, title: 'Min' }, [comment('Hej')]);
    await desk.play({ address: `${page}/annan`, title: 'Annans' }, [comment('Hej')]);
    const kim = await desk.store.addEditor({ name: 'Kim', siteIds: [desk.site.id] });
    await desk.giveAddress(kim, 'alla@example.se');
    const owned = { siteId: desk.site.id, pageId: mine, ownerId: desk.editor.id, was: null };
    const by = { at: desk.clock(), actor: 'Kim', address: page, ownerName: 'Redaktör' };
    await desk.store.setOwner(owned, by);
    desk.moveTo(mondayMorning);
    await desk.runJobs();
    const [my, all] = desk.takeMails();
    assert.match(my?.text ?? '', /\* Min\n/);
    assert.doesNotMatch(my?.text ?? '', /Annans/);
    assert.match(all?.text ?? '', /Annans/);
    assert.match(all?.text ?? '', /alla sidor på Test/);
  });

  it('is in the language of the editor', async () => {
    await desk.store.setEditorLanguage(desk.editor.id, 'en');
    await desk.play({ address: page, title: 'Form' }, [comment('Hej')]);
    desk.moveTo(mondayMorning);
    await desk.runJobs();
    const [mail] = desk.takeMails();
    assert.match(mail?.subject ?? '', /^The week’s answers: One new comment\./);
    assert.match(mail?.html ?? '', /<html lang="en">/);
  });

  it('has no words of visitors, and no title that leads elsewhere or names a person', async () => {
    const titles = ['Logga in på evil.example nu', 'Ring 070-123 45 67', 'https://x.se', '<b>Fet'];
    for (const [number, title] of titles.entries()) {
      await desk.play({ address: `${page}/${number}`, title }, [comment('Min hund heter Rex')]);
    }
    desk.moveTo(mondayMorning);
    await desk.runJobs();
    const [mail] = desk.takeMails();
    for (const part of [mail?.text ?? '', mail?.html ?? '']) {
      assert.doesNotMatch(part, /Rex|evil\.example|070-123|x\.se/);
    }
    assert.match(mail?.html ?? '', /&lt;b&gt;Fet/);
  });

  it('can be read without style, pictures or anything that is fetched', async () => {
    await desk.play({ address: page, title: 'Blankett' }, [comment('Hej')]);
    desk.moveTo(mondayMorning);
    await desk.runJobs();
    const [mail] = desk.takeMails();
    const html = mail?.html ?? '';
    assert.match(html, /<html lang="sv">/);
    assert.equal(contentsOf(html, 'h1').length, 1);
    assert.ok(contentsOf(html, 'li').length > 0);
    assert.doesNotMatch(html, /<img|<link|<script|style|src=|https?:\/\/(?!localhost\/review\/)/);
    for (const sentence of ['En ny kommentar.', 'Sluta få de här mejlen']) {
      assert.ok(textOf(html).includes(sentence) && mail?.text?.includes(sentence), sentence);
    }
    assert.equal(mail?.header('auto-submitted'), 'auto-generated');
  });

  it('can be stopped from the mail, without signing in, by a press', async () => {
    await desk.play({ address: page }, [comment('Hej')]);
    desk.moveTo(mondayMorning);
    await desk.runJobs();
    const [mail] = desk.takeMails();
    const link = linkIn(mail, '/mail/stop');
    assert.equal(mail?.header('list-unsubscribe'), `<http://localhost${link}>`);
    assert.equal(mail.header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
    const wanted = async () => (await desk.store.findMailWish(desk.editor.id))?.digest;
    const nobody = { cookie: 'none=1' };
    assert.equal((await desk.request(link, { headers: nobody })).status, 200);
    assert.equal(await wanted(), true);
    // As a mail program presses it: from nowhere, with a form of its own.
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const pressed = await desk.request(link, { method: 'POST', headers: nobody, body });
    assert.equal(pressed.status, 200);
    assert.equal(await wanted(), false);
    const forged = link.replace('digest', 'warnings');
    assert.equal((await desk.request(forged, { method: 'POST', headers: nobody })).status, 403);
  });
});
