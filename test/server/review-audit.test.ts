import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { auditActions } from '../../server/store/audit-log.ts';
import { describeChanges } from '../../server/store/site-changes.ts';
import { defaultSettings } from '../../server/store/site-settings.ts';
import { contentsOf, textOf } from '../support/read-markup.ts';
import { openReviewDesk, pressSignIn, type ReviewDesk } from '../support/review-desk.ts';

let desk: ReviewDesk;
beforeEach(async () => {
  desk = await openReviewDesk();
  await desk.store.setRole(desk.editor.id, desk.site.id, 'administrator');
  await desk.signIn();
});
afterEach(() => desk.close());

const rowsOf = (markup: string) =>
  contentsOf(contentsOf(markup, 'tbody').join(''), 'tr').map((row) =>
    contentsOf(row, 'td').map(textOf),
  );
const rows = async (query = '') => rowsOf(await desk.read(`/review/audit${query}`));

const record = (action: (typeof auditActions)[number], siteId: number | null = desk.site.id) =>
  desk.store.recordAudit({
    ...{ at: desk.clock(), actor: 'gensvar test', siteId, action, subject: null, detail: {} },
  });

describe('the audit log', () => {
  it('tells of signing in and out, the newest first, in words', async () => {
    await desk.request('/review/sign-out', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    desk.forward(60_000);
    await desk.signIn();
    assert.deepEqual(await rows(), [
      ['2026-11-22 13:01', 'Redaktör', 'Loggade in', 'Test', '', 'Med länk'],
      ['2026-11-22 13:00', 'Redaktör', 'Loggade ut', 'Test', '', ''],
      ['2026-11-22 13:00', 'Redaktör', 'Loggade in', 'Test', '', 'Med länk'],
    ]);
  });

  it('tells of a sign-in that failed, and nothing about who tried', async () => {
    const token = 'x'.repeat(43);
    const headers = { 'sec-fetch-site': 'same-origin', 'user-agent': 'Spion 1.0' };
    await desk.request('/review/sign-in', { ...pressSignIn(token), headers });
    const [failed] = await rows('?action=sign-in-failed');
    assert.deepEqual(failed?.slice(1), [
      ...['Okänd', 'Inloggning misslyckades', 'Alla', ''],
      'Länken är redan använd, för gammal eller felaktig.',
    ]);
    assert.doesNotMatch(await desk.read('/review/audit'), /Spion|xxxx/);
  });

  it('is not filled by somebody who fails again and again', async () => {
    const fail = () => desk.request('/review/sign-in', pressSignIn('x'.repeat(43)));
    for (let time = 0; time < 50; time += 1) await fail();
    assert.equal(await desk.store.countAudit([], 'sign-in-failed'), 20);
    desk.forward(60_000);
    await fail();
    const [newest] = await desk.store.listAudit([], { limit: 1, offset: 0 }, 'sign-in-failed');
    assert.equal(newest?.detail['untold'], 30);
  });

  it('shows one kind of event when asked, and keeps to it from page to page', async () => {
    for (let time = 0; time < 51; time += 1) await record('export');
    const markup = await desk.read('/review/audit?action=export');
    assert.equal(rowsOf(markup).length, 50);
    assert.match(markup, /<option value="export" selected/);
    assert.match(markup, /href="\/review\/audit\?action=export&amp;page=2" rel="next"/);
    assert.equal((await rows('?action=export&page=2')).length, 1);
    assert.deepEqual(await rows('?action=backup'), []);
    assert.match(textOf(await desk.read('/review/audit?action=backup')), /inget i loggen/);
    assert.equal((await rows('?action=nonsense')).length, 50, 'an unknown kind is none');
  });

  it('tells the details in words, not by the names that they are stored under', async () => {
    const by = { at: desk.clock(), actor: 'gensvar test', siteId: desk.site.id, subject: null };
    const days = '2026-10-24--2026-11-22';
    const copy = { content: 'copy', masked: 7, format: 'xlsx', rows: 1292, days };
    await desk.store.recordAudit({
      ...{ ...by, action: 'export', detail: { ...copy, outcome: 'complete' } },
    });
    await desk.store.recordAudit({
      ...{
        ...by,
        action: 'owner-changed',
        detail: { section: true, to: 'Robin', onlyNobodys: true },
      },
    });
    await desk.store.recordAudit({
      ...{ ...by, action: 'retention', detail: { deleted: 3, olderThan: '2025-11-22T11:00:00Z' } },
    });
    const before = { ...desk.site, settings: defaultSettings };
    const prompt = { ...defaultSettings.prompt, texts: { sv: { question: 'Hjälpte det?' } } };
    const after = { ...before, settings: { ...defaultSettings, openData: true, prompt } };
    await desk.store.recordAudit({
      ...{ ...by, action: 'settings-changed', detail: describeChanges(before, after) },
    });
    assert.deepEqual(
      (await rows()).slice(0, 4).map((cells) => cells[5]),
      [
        'Visa antalen som öppna data: Nej → Ja; Fråga (sv): – → Hjälpte det?',
        'Raderade kommentarer: 3; Äldre än 2025-11-22 12:00',
        'En del av webbplatsen; Ansvarig: Robin; Bara sidor som saknade ansvarig',
        'Kopia att lämna ut; Maskerade kommentarer: 7; XLSX; Antal rader: 1 292; 2026-10-24 till 2026-11-22; Filen blev klar',
      ],
    );
  });

  it('has words for every kind of event, in both languages', async () => {
    for (const action of auditActions) await record(action);
    const swedish = await rows();
    const markup = await desk.read('/review/audit', { headers: { 'accept-language': 'en' } });
    const english = rowsOf(markup);
    const told = new Set(english.map(([, , what]) => what));
    assert.ok(told.size >= auditActions.length);
    for (const [row, cells] of swedish.entries()) {
      assert.notEqual(cells[2], '');
      assert.notEqual(cells[2], english[row]?.[2], cells[2]);
    }
  });

  it('tells nothing of other sites', async () => {
    const { id: _, ...site } = desk.site;
    const origins = ['https://other.example'];
    const other = await desk.store.addSite({ ...site, key: 'other', origins });
    await record('retention', other.id);
    assert.deepEqual(await rows('?action=retention'), []);
    await record('retention', null);
    assert.equal((await rows('?action=retention')).length, 1);
  });
});
