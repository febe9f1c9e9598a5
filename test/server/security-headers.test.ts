import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApp, type App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createSignInLink } from '../../server/review/sign-in-link.ts';
import { loadWords } from '../../server/words/words.ts';
import { pressSignIn } from '../support/review-desk.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const publicUrl = 'https://www.example.se';

let opened: TemporaryStore;
let app: App['app'];
let cookie: string;

const ask = (path: string, init: RequestInit = {}) => {
  const headers = new Headers(init.headers);
  if (!headers.has('accept')) headers.set('accept', 'text/html');
  if (!headers.has('cookie')) headers.set('cookie', cookie);
  return app.request(new URL(path, publicUrl).href, { ...init, headers });
};

before(async () => {
  opened = await openTemporaryStore();
  const { store } = opened;
  const site = await opened.addSite({ key: 'test', origins: ['https://www.agency.example'] });
  const siteIds = [site.id];
  const editor = await store.addEditor({ name: 'Kim', siteIds, role: 'administrator' });
  ({ app } = await createApp({
    config: readConfig({ PUBLIC_URL: publicUrl }),
    store,
    words: await loadWords(),
    clock: () => new Date(),
    publicUrl: () => publicUrl,
    widgetFolder: new URL('../../dist/widget/', import.meta.url),
    demo: true,
    report: (fault) => {
      throw fault;
    },
  }));
  cookie = '';
  const token = await createSignInLink(store, editor.id, () => new Date());
  const signedIn = await ask('/review/sign-in', pressSignIn(token));
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  assert.match(cookie, /^__Host-gensvar=/);
});
after(() => opened.remove());

/** Something for each parameter of a route, so that the address has an answer. */
const examples: Record<string, string> = { site: 'test', person: '1', id: '1', kind: 'not-found' };

/** Every address that answers to GET, and some that are not there. */
function addresses(): string[] {
  const paths = app.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
    .map(({ path }) =>
      path
        .replace('/:end{$}', '/')
        .replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => examples[name] ?? 'x'),
    );
  const page = encodeURIComponent('https://www.agency.example/a');
  return [
    ...new Set(paths),
    `/feedback/v1/form?page=${page}`,
    '/widget/page-feedback.js',
    '/review/nothing',
    '/nothing',
    '/feedback/v1/nothing',
  ];
}

const isPage = (response: Response) =>
  response.headers.get('content-type')?.startsWith('text/html') ?? false;

describe('every address of the service', () => {
  it('is known to this test', () => {
    const list = addresses();
    for (const path of ['/review/', '/review/people', '/review/audit', '/demo/', '/healthz']) {
      assert.ok(list.includes(path), path);
    }
    assert.ok(list.length > 25, String(list.length));
  });

  it('answers with headers that keep it from being misused', async () => {
    let pages = 0;
    for (const path of addresses()) {
      const response = await ask(path);
      const told = (name: string) => response.headers.get(name) ?? '';
      assert.ok(response.status < 500, `${path}: ${response.status}`);
      assert.equal(told('x-content-type-options'), 'nosniff', path);
      assert.equal(told('strict-transport-security'), 'max-age=31536000', path);
      assert.match(told('referrer-policy'), /^(same-origin|no-referrer)$/, path);
      assert.match(told('content-security-policy'), /default-src 'none'/, path);
      assert.match(told('content-security-policy'), /frame-ancestors 'none'/, path);
      assert.doesNotMatch(told('content-security-policy'), /unsafe|\*|https?:|data:/, path);
      const resource = path.startsWith('/widget/') ? /^(cross|same)-origin$/ : /^same-origin$/;
      assert.match(told('cross-origin-resource-policy'), resource, path);
      assert.equal(told('x-powered-by') + told('server'), '', path);
      if (!isPage(response)) continue;
      pages += 1;
      const policy = told('content-security-policy');
      for (const rule of [/base-uri 'none'/, /form-action 'self'/, /require-trusted-types-for/]) {
        assert.match(policy, rule, path);
      }
      assert.equal(told('cross-origin-opener-policy'), 'same-origin', path);
      assert.equal(told('x-frame-options'), 'DENY', path);
      assert.match(told('permissions-policy'), /camera=\(\).*geolocation=\(\)/, path);
    }
    assert.ok(pages > 15, `Only ${pages} were pages.`);
  });

  it('of the review is kept by no cache, whoever asks', async () => {
    const own = addresses().filter((path) => path.startsWith('/review') && !path.includes('.css'));
    for (const path of own) {
      for (const who of [cookie, '']) {
        const response = await ask(path, { headers: { cookie: who } });
        assert.equal(response.headers.get('cache-control'), 'no-store', path);
      }
    }
  });

  it('says nothing about https where there is none', async () => {
    const { app: plain } = await createApp({
      config: readConfig({}),
      store: opened.store,
      words: await loadWords(),
      clock: () => new Date(),
      publicUrl: () => 'http://localhost:3000',
      widgetFolder: new URL('../../dist/widget/', import.meta.url),
      demo: true,
      report: () => {},
    });
    const response = await plain.request('http://localhost:3000/review/');
    assert.equal(response.headers.get('strict-transport-security'), null);
  });

  it('leaves the scripts for every website to load', async () => {
    const response = await ask('/widget/page-feedback.js');
    assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
  });
});

describe('the answers to what visitors send', () => {
  it('cannot be misused as pages either', async () => {
    const send = (accept: string) =>
      ask('/feedback/v1/responses', {
        method: 'POST',
        headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'answer=yes',
      });
    const page = await send('text/html');
    assert.ok(isPage(page));
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
    const problem = await send('application/json');
    assert.match(problem.headers.get('content-type') ?? '', /^application\/problem\+json/);
  });
});
