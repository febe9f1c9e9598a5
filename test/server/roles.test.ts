import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Hono } from 'hono';
import { createDayOf } from '../../server/clock.ts';
import { createReview } from '../../server/review/review.ts';
import { loadWords } from '../../server/words/words.ts';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';
import { everyone, rules, type Rule, type Who } from '../support/review-rules.ts';

/** A provider that never answers. */
const provider = {
  ...{ issuer: 'http://127.0.0.1:9', clientId: 'gensvar', clientSecret: undefined },
  ...{ scope: 'openid', nameClaim: 'email', groupsClaim: 'groups', groups: [] },
};

let desk: ReviewDesk;
before(async () => {
  desk = await openReviewDesk({ provider });
  await desk.play({ address: 'https://www.example.se/a' }, [{ answer: 'yes', comment: 'Bra.' }]);
});
after(() => desk.close());

async function routes(): Promise<string[]> {
  const { store, clock } = desk;
  const timeZone = 'Europe/Stockholm';
  const review = createReview({
    store,
    clock,
    timeZone,
    words: await loadWords(),
    dayOf: createDayOf(timeZone),
    basePath: '',
    secure: false,
    provider,
  });
  const app = new Hono().route('/review', review);
  const own = app.routes.filter(({ method }) => method !== 'ALL');
  return [...new Set(own.map(({ method, path }) => `${method} ${path}`))];
}

/** Signs in as somebody new, so that nothing an earlier request did matters. */
async function become(who: Who): Promise<void> {
  const name = crypto.randomUUID();
  if (who === 'administrator of another site') {
    const { id: _, ...site } = desk.site;
    const origins = [`https://${name}.example`];
    const other = await desk.store.addSite({ ...site, key: `s${name}`, origins });
    const siteIds = [other.id];
    return desk.signIn(await desk.store.addEditor({ name, siteIds, role: 'administrator' }));
  }
  const role = who === 'nobody' ? 'reader' : who;
  await desk.signIn(await desk.store.addEditor({ name, siteIds: [desk.site.id], role }));
}

async function ask(route: string, { path, fields }: Rule, who: Who): Promise<Response> {
  await become(who);
  // The person whom the administrators' forms are about, on the site again for each.
  await desk.store.setRole(desk.editor.id, desk.site.id, 'reader');
  const method = route.split(' ')[0] ?? 'GET';
  return desk.request(path, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(who === 'nobody' && { cookie: 'gensvar=none' }),
    },
    ...(method === 'POST' && { body: new URLSearchParams(fields) }),
  });
}

describe('the review', () => {
  it('has no route of which nobody has decided who may use it', async () => {
    assert.deepEqual((await routes()).sort(), Object.keys(rules).sort());
  });

  for (const [route, rule] of Object.entries(rules)) {
    it(`answers ${route} for each role as decided`, async () => {
      for (const who of everyone) {
        const response = await ask(route, rule, who);
        assert.equal(response.status, rule.answers[who] ?? 401, who);
      }
    });
  }
});

describe('a role that was taken away', () => {
  it('is gone at the next request, in a session that goes on', async () => {
    await become('nobody');
    const name = crypto.randomUUID();
    const siteIds = [desk.site.id];
    const role = 'administrator';
    const kim = await desk.store.addEditor({ name, siteIds, role });
    const other = await desk.store.addEditor({ name: `${name} 2`, siteIds, role });
    await desk.signIn(kim);
    assert.equal((await desk.request('/review/audit')).status, 200);
    await desk.store.setRole(kim.id, desk.site.id, 'reader');
    assert.equal((await desk.request('/review/audit')).status, 404);
    assert.equal((await desk.request('/review/pages/1')).status, 200);
    await desk.store.removeRole(kim.id, desk.site.id);
    assert.equal((await desk.request('/review/pages/1')).status, 404);
    assert.ok(other.roles.has(desk.site.id));
  });
});
