import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readForms, textOf } from '../support/read-markup.ts';
import { openSettingsDesk, sentOf, settings, type SettingsDesk } from '../support/settings-desk.ts';

let desk: SettingsDesk;
beforeEach(async () => {
  desk = await openSettingsDesk();
});
afterEach(() => desk.close());

describe('the settings of a site, changed by two', () => {
  it('never overwrite what another administrator has saved meanwhile', async () => {
    const form = sentOf(await desk.openForm('off'));
    await desk.save('off', { offPaths: '/kontakt' });
    const late = await desk.post(`${settings}/off`, { ...form, offPaths: '/jobb/*' });
    assert.equal(late.status, 409);
    const markup = await late.text();
    const text = textOf(markup);
    assert.match(text, /Någon annan har ändrat samtidigt/);
    assert.match(text, /Sidor utan fråga \/kontakt/, 'what is stored');
    assert.match(markup, /\n\/jobb\/\*<\/textarea>/, 'what was written');
    assert.deepEqual((await desk.siteNow()).settings.prompt.offPaths, ['/kontakt']);
    const [again] = readForms(markup, `http://localhost${settings}/off`).slice(-1);
    assert.ok(again);
    assert.equal((await desk.post(`${settings}/off`, again.fields)).status, 303);
    assert.deepEqual((await desk.siteNow()).settings.prompt.offPaths, ['/jobb/*']);
  });

  it('of two saved at the same moment, one is told of the other', async () => {
    const form = sentOf(await desk.openForm('off'));
    const both = await Promise.all(
      ['/a', '/b'].map((offPaths) => desk.post(`${settings}/off`, { ...form, offPaths })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), [303, 409]);
    assert.equal(await desk.store.countAudit([desk.site.id], 'settings-changed'), 1);
  });

  it('of two topics saved one after the other, each keeps its own', async () => {
    const openData = sentOf(await desk.openForm('open-data'));
    await desk.save('off', { offPaths: '/kontakt' });
    const saved = await desk.post(`${settings}/open-data`, { ...openData, openData: 'yes' });
    assert.equal(saved.status, 303);
    const { settings: now } = await desk.siteNow();
    assert.deepEqual([now.openData, now.prompt.offPaths], [true, ['/kontakt']]);
  });
});
