import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Role, Site } from '../../server/store/store.ts';
import { readForms, textOf, type PageForm } from '../support/read-markup.ts';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';

const settings = '/review/settings/test';

let desk: ReviewDesk;
beforeEach(async () => {
  desk = await openReviewDesk();
  await signInAs('administrator');
});
afterEach(() => desk.close());

const signInAs = async (role: Role) => {
  const name = `Någon med rollen ${role}`;
  const siteIds = [desk.site.id];
  await desk.signIn(await desk.store.addEditor({ name, siteIds, role }));
};

const post = (path: string, fields: Record<string, string | string[]>) =>
  desk.request(path, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ),
  });

/** The form of a page of settings as it stands. */
async function openForm(topic: string): Promise<PageForm> {
  const path = `${settings}/${topic}`;
  const forms = readForms(await desk.read(path), `http://localhost${path}`);
  const form = forms.find(({ action }) => action === `http://localhost${path}`);
  assert.ok(form, `no form of ${topic}`);
  return form;
}

/** What a browser sends of a form: choices that are not checked are not. */
function sentOf({ markup, fields }: PageForm): Record<string, string | string[]> {
  const sent: Record<string, string | string[]> = { ...fields };
  for (const [head] of markup.matchAll(/<input\b[^>]*type="checkbox"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(head)?.[1] ?? '';
    const value = /value="([^"]*)"/.exec(head)?.[1] ?? '';
    if (!Array.isArray(sent[name])) sent[name] = [];
    if (/\bchecked\b/.test(head)) sent[name] = [...sent[name], value];
  }
  return sent;
}

const save = async (topic: string, change: Record<string, string | string[]>) =>
  post(`${settings}/${topic}`, { ...sentOf(await openForm(topic)), ...change });

const siteNow = async (): Promise<Site> => {
  const site = (await desk.store.listSites()).find(({ id }) => id === desk.site.id);
  assert.ok(site);
  return site;
};

describe('the settings of a site, changed by two', () => {
  it('never overwrite what another administrator has saved meanwhile', async () => {
    const form = sentOf(await openForm('off'));
    await save('off', { offPaths: '/kontakt' });
    const late = await post(`${settings}/off`, { ...form, offPaths: '/jobb/*' });
    assert.equal(late.status, 409);
    const markup = await late.text();
    const text = textOf(markup);
    assert.match(text, /Någon annan har ändrat samtidigt/);
    assert.match(text, /Sidor utan fråga \/kontakt/, 'what is stored');
    assert.match(markup, /\n\/jobb\/\*<\/textarea>/, 'what was written');
    assert.deepEqual((await siteNow()).settings.prompt.offPaths, ['/kontakt']);
    const [again] = readForms(markup, `http://localhost${settings}/off`).slice(-1);
    assert.ok(again);
    assert.equal((await post(`${settings}/off`, again.fields)).status, 303);
    assert.deepEqual((await siteNow()).settings.prompt.offPaths, ['/jobb/*']);
  });

  it('of two saved at the same moment, one is told of the other', async () => {
    const form = sentOf(await openForm('off'));
    const both = await Promise.all(
      ['/a', '/b'].map((offPaths) => post(`${settings}/off`, { ...form, offPaths })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), [303, 409]);
    assert.equal(await desk.store.countAudit([desk.site.id], 'settings-changed'), 1);
  });

  it('of two topics saved one after the other, each keeps its own', async () => {
    const openData = sentOf(await openForm('open-data'));
    await save('off', { offPaths: '/kontakt' });
    const saved = await post(`${settings}/open-data`, { ...openData, openData: 'yes' });
    assert.equal(saved.status, 303);
    const { settings: now } = await siteNow();
    assert.deepEqual([now.openData, now.prompt.offPaths], [true, ['/kontakt']]);
  });
});
