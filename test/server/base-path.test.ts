import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApp, type App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createSignInLink } from '../../server/review/sign-in-link.ts';
import { loadWords } from '../../server/words/words.ts';
import { contentsOf, readForms, textOf } from '../support/read-markup.ts';
import { pressSignIn } from '../support/review-desk.ts';
import { formBody } from '../support/send-response.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const publicUrl = 'https://www.example.se/gensvar';
const page = 'https://www.agency.example/e-faktura';

let opened: TemporaryStore;
let app: App['app'];

before(async () => {
  opened = await openTemporaryStore();
  await opened.addSite({ key: 'agency', origins: ['https://www.agency.example'] });
  ({ app } = await createApp({
    config: readConfig({ PUBLIC_URL: `${publicUrl}/` }),
    store: opened.store,
    words: await loadWords(),
    clock: () => new Date(),
    publicUrl: () => publicUrl,
    widgetFolder: new URL('../../dist/widget/', import.meta.url),
    demo: true,
    report: (fault) => {
      throw fault;
    },
  }));
});
after(() => opened.remove());

/** Asks as through a proxy that keeps the path and the host. */
const ask = async (path: string, init: RequestInit = {}) => {
  const headers = new Headers(init.headers);
  if (!headers.has('accept')) headers.set('accept', 'text/html');
  return app.request(new URL(path, publicUrl).href, { ...init, headers });
};

const post = (path: string, fields: Record<string, string>) =>
  ask(path, { method: 'POST', body: formBody(fields) });

/** The addresses on a page that lie on its own host. */
const ownAddresses = (markup: string) =>
  [...markup.matchAll(/\b(?:href|src|action)="(\/[^"]*|https:\/\/www\.example\.se[^"]*)"/g)].map(
    ([, address = '']) => new URL(address.replaceAll('&amp;', '&'), publicUrl),
  );

describe('below the path of its public address the service', () => {
  it('takes in an answer and leads through receipt and comment', async () => {
    const asked = await ask(`/gensvar/feedback/v1/form?page=${encodeURIComponent(page)}`);
    assert.equal(asked.status, 200);
    const [form] = readForms(await asked.text(), publicUrl);
    assert.equal(form?.action, `${publicUrl}/feedback/v1/responses`);

    const stored = await post(form.action, { ...form.fields, answer: 'no' });
    assert.equal(stored.status, 303);
    const receipt = stored.headers.get('location') ?? '';
    assert.match(receipt, /^\/gensvar\/feedback\/v1\/receipt\?/);

    const shown = await (await ask(receipt)).text();
    const comment = readForms(shown, publicUrl).find(({ markup }) => markup.includes('<textarea'));
    assert.ok(comment);
    assert.ok(comment.action.startsWith(`${publicUrl}/feedback/v1/responses`));
    const thanks = await post(comment.action, { ...comment.fields, comment: 'Hej.' });
    assert.equal(thanks.status, 303);
  });

  it('has only addresses that it answers at', async () => {
    const starts = [`feedback/v1/form?page=${encodeURIComponent(page)}`, 'demo/', 'demo/en/'];
    const found = new Set<string>();
    for (const start of starts) {
      const markup = await (await ask(`/gensvar/${start}`)).text();
      for (const address of ownAddresses(markup)) found.add(address.pathname + address.search);
    }
    assert.ok(found.size > 5);
    for (const address of found) {
      if (address.includes('/review/') || address.endsWith('/responses')) continue;
      assert.ok(address.startsWith('/gensvar/'), address);
      assert.equal((await ask(address)).status, 200, address);
    }
  });

  it('names its problems, and tells what they mean there', async () => {
    const refused = await ask('/gensvar/feedback/v1/responses', {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'text/plain' },
      body: 'x',
    });
    const { type } = (await refused.json()) as { type: string };
    assert.match(type, /^\/gensvar\/feedback\/v1\/problems\//);
    assert.equal((await ask(type)).status, 200);
  });

  it('signs an editor in', async () => {
    const [site] = await opened.store.listSites();
    const editor = await opened.store.addEditor({ name: 'Kim', siteIds: [site?.id ?? 0] });
    const token = await createSignInLink(opened.store, editor.id, () => new Date());
    const signedIn = await ask('/gensvar/review/sign-in', pressSignIn(token));
    assert.equal(signedIn.headers.get('location'), '/gensvar/review/');
    const setCookie = signedIn.headers.get('set-cookie') ?? '';
    assert.match(setCookie, /^__Host-.*; Secure/i);
    const cookie = setCookie.split(';')[0] ?? '';
    const review = await (await ask('/gensvar/review/', { headers: { cookie } })).text();
    assert.match(textOf(contentsOf(review, 'body').join('')), /Inloggad som Kim/);
    for (const address of ownAddresses(review)) {
      assert.ok(address.pathname.startsWith('/gensvar/'), address.href);
    }
  });

  it('answers nowhere else', async () => {
    for (const path of [
      '/feedback/v1/responses',
      '/healthz',
      '/review/',
      '/widget/page-feedback.js',
    ]) {
      assert.equal((await ask(path)).status, 404, path);
    }
    assert.equal((await ask('/gensvar/healthz')).status, 200);
  });
});
