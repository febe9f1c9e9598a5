import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { createDemo } from '../../server/demo/demo.ts';

const service = 'https://svar.example/gensvar';

/** The demo as the service mounts it, below a base path. */
const createSite = (strict = false) => {
  const app = new Hono({ strict });
  app.route('/gensvar/demo', createDemo({ publicUrl: () => service, basePath: '/gensvar' }));
  return app;
};

const read = async (path: string) => {
  const response = await createSite().request(`/gensvar/demo${path}`);
  const text = await response.text();
  /** What the first match of a pattern caught. */
  const find = (pattern: RegExp) => pattern.exec(text)?.[1];
  const policy = response.headers.get('content-security-policy') ?? '';
  return { response, text, find, policy };
};

const pages = [
  { path: '/', language: 'sv', title: 'Skriv tydliga länktexter' },
  { path: '/en/', language: 'en', title: 'Write clear link texts' },
  { path: '/strict-csp/', language: 'sv', title: 'Skriv tydliga länktexter' },
  { path: '/link-only/', language: 'sv', title: 'Skriv tydliga länktexter' },
  { path: '/states/', language: 'sv', title: 'Frågans alla lägen' },
  { path: '/themes/', language: 'sv', title: 'Frågans utseende' },
];

describe('every demo page', () => {
  for (const { path, language, title } of pages) {
    it(`tells at ${path} its language, title, address and date`, async () => {
      const { response, find } = await read(path);
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html; charset=utf-8$/i);
      assert.equal(find(/<html lang="(.*?)">/), language);
      assert.equal(find(/<h1>(.*?)<\/h1>/), title);
      assert.equal(find(/<meta property="og:title" content="(.*?)">/), title);
      assert.equal(find(/<link rel="canonical" href="(.*?)">/), `${service}/demo${path}`);
      assert.match(find(/article:modified_time" content="(.*?)"/) ?? '', /^\d{4}-\d\d-\d\d$/);
    });

    it(`allows at ${path} no inline script or style, and has none`, async () => {
      const { policy, text } = await read(path);
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /require-trusted-types-for 'script'/);
      assert.doesNotMatch(policy, /unsafe-/);
      assert.doesNotMatch(text, /<style|\sstyle=|\son[a-z]+="|<script(?![^>]*\ssrc=)/);
    });

    it(`sends ${path} without its slash there`, async () => {
      for (const strict of [true, false]) {
        const bare = `/gensvar/demo${path}`.slice(0, -1);
        const response = await createSite(strict).request(bare);
        assert.equal(response.status, 301);
        assert.equal(response.headers.get('location'), `/gensvar/demo${path}`);
        assert.equal((await createSite(strict).request(`${bare}/`)).status, 200);
      }
    });

    it(`has at ${path} only links to pages and files that exist`, async () => {
      const { text } = await read(path);
      const own = [...text.matchAll(/(?:href|src)="(\/[^"]*|#[^"]*)"/g)].map((match) => match[1]);
      assert.ok(own.length > 5);
      for (const address of new Set(own)) {
        if (address?.startsWith('#')) assert.ok(text.includes(`id="${address.slice(1)}"`), address);
        else if (address && !/\/widget\/|\/states\.js$/.test(address)) {
          assert.equal((await createSite().request(address)).status, 200, address);
        }
      }
    });
  }
});

describe('the prompt on an article', () => {
  for (const [path, language] of [
    ['/', 'sv'],
    ['/en/', 'en'],
    ['/strict-csp/', 'sv'],
  ] as const) {
    it(`is at ${path} a form that works without script`, async () => {
      const { text, find } = await read(path);
      assert.equal(find(/<form method="post" action="(.*?)"/), `${service}/feedback/v1/responses`);
      const form = find(/<page-feedback[^>]*>\s*(<form.*<\/form>)\s*<\/page-feedback>/s) ?? '';
      const hidden = [...form.matchAll(/<input type="hidden" name="(.*?)" value="(.*?)">/g)];
      assert.deepEqual(Object.fromEntries(hidden.map((field) => [field[1], field[2]])), {
        page: `${service}/demo${path}`,
        title: find(/<h1>(.*?)<\/h1>/),
        pageLanguage: language,
        widgetLanguage: language,
      });
      assert.match(form, /<button name="answer" value="yes">/);
      assert.match(form, /<button name="answer" value="no">/);
      assert.match(text, new RegExp(`<script src="${service}/widget/page-feedback.js" defer>`));
    });
  }

  it('stands between the links and the dates', async () => {
    const { text } = await read('/');
    const order = ['Länk till annan webbplats.</a>', '<page-feedback', 'Senast uppdaterad:'];
    const places = order.map((part) => text.indexOf(part));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.ok(!places.includes(-1));
  });

  it('is only a link where forms are not allowed', async () => {
    const { text, find } = await read('/link-only/');
    assert.doesNotMatch(text, /<form|<button|<input/);
    const address = new URL(
      find(/<page-feedback[^>]*>\s*<p class="instead"><a href="(.*?)">/)?.replaceAll(
        '&amp;',
        '&',
      ) ?? '',
    );
    assert.equal(address.origin + address.pathname, `${service}/feedback/v1/form`);
    assert.equal(address.searchParams.get('page'), `${service}/demo/link-only/`);
    assert.equal(address.searchParams.get('language'), 'sv');
  });
});

describe('the page with the strict policy', () => {
  it('has a policy of its own and tells it', async () => {
    const { policy, text } = await read('/strict-csp/');
    const expected = [
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'",
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      "require-trusted-types-for 'script'; trusted-types lit-html",
    ].join('; ');
    assert.equal(policy, expected);
    assert.ok(text.replaceAll('&#39;', "'").includes(`<code>${expected}</code>`));
  });

  it('keeps the other security headers', async () => {
    const { response } = await read('/strict-csp/');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('x-frame-options'), 'DENY');
  });
});

describe('the stylesheet', () => {
  it('is served as such and fetches nothing', async () => {
    const { response, text } = await read('/demo.css');
    assert.equal(response.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.doesNotMatch(text, /url\(|@import/);
  });
});
