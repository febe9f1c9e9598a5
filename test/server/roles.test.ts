import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Hono } from 'hono';
import { createDayOf } from '../../server/clock.ts';
import { createReview } from '../../server/review/review.ts';
import type { Role } from '../../server/store/store.ts';
import { loadWords } from '../../server/words/words.ts';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';

type Who = 'nobody' | Role | 'administrator of another site';

const everyone: Who[] = [
  'nobody',
  'reader',
  'editor',
  'administrator',
  'administrator of another site',
];

interface Rule {
  /** An address of the route that leads to something on the site `test`. */
  path: string;
  fields?: Record<string, string>;
  /** What each is answered with; nobody with 401 unless told. */
  answers: Partial<Record<Who, number>> & Record<Exclude<Who, 'nobody'>, number>;
}

const all = (status: number) => ({
  reader: status,
  editor: status,
  administrator: status,
  'administrator of another site': status,
});
/** For those who have a role on the site, whichever it is. */
const onSite = (status: number) => ({ ...all(status), 'administrator of another site': 404 });
/** For the site's administrators. */
const administrators = (status: number) => ({ ...all(404), administrator: status });

const person = '/review/people/test/1';

/** Every route of the review. One that is not here fails the test: decide who may use it. */
const rules: Record<string, Rule> = {
  'GET /review/review.css': { path: '/review/review.css', answers: { nobody: 200, ...all(200) } },
  'GET /review/sign-in': { path: '/review/sign-in', answers: { nobody: 403, ...all(403) } },
  'POST /review/sign-in': { path: '/review/sign-in', answers: { nobody: 403, ...all(403) } },
  'GET /review/signed-out': { path: '/review/signed-out', answers: { nobody: 200, ...all(200) } },
  'GET /review/sign-in/provider': {
    path: '/review/sign-in/provider',
    answers: { nobody: 503, ...all(503) },
  },
  'GET /review/sign-in/provider/done': {
    path: '/review/sign-in/provider/done',
    answers: { nobody: 403, ...all(403) },
  },
  'GET /review/sign-out/provider': {
    path: '/review/sign-out/provider',
    answers: { nobody: 303, ...all(303) },
  },
  'POST /review/sign-out': { path: '/review/sign-out', answers: { nobody: 303, ...all(303) } },
  'GET /review': { path: '/review', answers: all(308) },
  'GET /review/:end{$}': { path: '/review/', answers: all(200) },
  'GET /review/pages/:id{[0-9]{1,15}}': { path: '/review/pages/1', answers: onSite(200) },
  'POST /review/pages/:id{[0-9]{1,15}}/score': {
    path: '/review/pages/1/score',
    fields: { comment: '1', counts: 'no' },
    answers: { ...onSite(303), reader: 404 },
  },
  'POST /review/language': {
    path: '/review/language',
    fields: { language: 'sv', returnTo: '/review/' },
    answers: all(303),
  },
  'GET /review/sessions': { path: '/review/sessions', answers: all(200) },
  'POST /review/sessions/end': {
    path: '/review/sessions/end',
    fields: { session: 'none' },
    answers: all(303),
  },
  'POST /review/sessions/end-others': { path: '/review/sessions/end-others', answers: all(303) },
  'GET /review/people': {
    path: '/review/people',
    answers: { ...administrators(200), 'administrator of another site': 200 },
  },
  'POST /review/people/:site/add': {
    path: '/review/people/test/add',
    fields: { name: 'Någon', role: 'reader' },
    answers: administrators(303),
  },
  'GET /review/people/:site/:person{[0-9]{1,15}}': { path: person, answers: administrators(200) },
  'POST /review/people/:site/:person{[0-9]{1,15}}/role': {
    path: `${person}/role`,
    fields: { role: 'editor' },
    answers: administrators(303),
  },
  'POST /review/people/:site/:person{[0-9]{1,15}}/link': {
    path: `${person}/link`,
    answers: administrators(200),
  },
  'POST /review/people/:site/:person{[0-9]{1,15}}/end-sessions': {
    path: `${person}/end-sessions`,
    answers: administrators(303),
  },
  'POST /review/people/:site/:person{[0-9]{1,15}}/remove': {
    path: `${person}/remove`,
    answers: administrators(303),
  },
  'GET /review/audit': {
    path: '/review/audit',
    answers: { ...administrators(200), 'administrator of another site': 200 },
  },
};

/** A provider that never answers. */
const provider = {
  ...{ issuer: 'http://127.0.0.1:9', clientId: 'gensvar', clientSecret: undefined },
  ...{ scope: 'openid', nameClaim: 'email', groupsClaim: 'groups', groups: [] },
};

let desk: ReviewDesk;
before(async () => {
  desk = await openReviewDesk({ provider });
  await desk.play({ address: 'https://www.example.se/a' }, [{ answer: 'yes' }]);
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
