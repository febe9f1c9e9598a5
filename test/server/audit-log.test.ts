import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await openTemporaryStore();
});
afterEach(() => temporary.remove());

it('whoever administers no site is told of what concerns all of them', async () => {
  const { store } = temporary;
  const site = await temporary.addSite({ key: 'a', origins: ['https://a.example'] });
  const entry = { at: new Date(), actor: 'gensvar test', subject: null, detail: {} };
  await store.recordAudit({ ...entry, siteId: site.id, action: 'export' });
  await store.recordAudit({ ...entry, siteId: null, action: 'backup' });
  const told = await store.listAudit([], { limit: 10, offset: 0 });
  assert.deepEqual(
    told.map(({ action }) => action),
    ['backup'],
  );
  assert.equal(await store.countAudit([]), 1);
  assert.equal(await store.countAudit([site.id]), 2);
});
