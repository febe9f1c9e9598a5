import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { changeRows } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
before(async () => {
  service = await startTestService();
});
after(() => service.stop());

const get = (path: string) => fetch(`${service.url}${path}`, { redirect: 'manual' });

describe('the service says', () => {
  it('that it lives and is ready', async () => {
    for (const [path, words] of [
      ['/healthz', 'ok'],
      ['/readyz', 'ready'],
    ] as const) {
      const response = await get(path);
      assert.equal(response.status, 200);
      assert.equal(await response.text(), words);
    }
  });

  it('that it lives, but is not ready, while its database cannot be read', async () => {
    changeRows(service.database, 'alter table site rename to site_elsewhere');
    const [lives, ready] = [await get('/healthz'), await get('/readyz')];
    changeRows(service.database, 'alter table site_elsewhere rename to site');
    assert.equal(lives.status, 200);
    assert.ok(ready.status >= 500);
    assert.equal(service.faults.splice(0).length, 1);
    assert.equal((await get('/readyz')).status, 200);
  });

  it('that it has no icon, which is no fault', async () => {
    const response = await get('/favicon.ico');
    assert.equal(response.status, 204);
    assert.equal(await response.text(), '');
  });

  it('where the demo is, to whoever opens its front page', async () => {
    const response = await get('/');
    assert.equal(response.status, 302);
    assert.equal(response.headers.get('location'), '/demo/');
  });
});
