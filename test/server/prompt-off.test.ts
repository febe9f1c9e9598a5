import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isPromptOff } from '../../server/contract/prompt-off.ts';
import { settingsSchema } from '../../server/store/site-settings.ts';
import type { Site } from '../../server/store/store.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { textOf } from '../support/read-markup.ts';
import { openReviewDesk } from '../support/review-desk.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('where the prompt is off', () => {
  for (const [path, offPath, isOff] of [
    ['/kontakt', '/kontakt', true],
    ['/kontakt/', '/kontakt', true],
    ['/kontakt/oss', '/kontakt', false],
    ['/kontaktperson', '/kontakt', false],
    ['/jobb', '/jobb/*', true],
    ['/jobb/', '/jobb/*', true],
    ['/jobb/a/b', '/jobb/*', true],
    ['/jobbet', '/jobb/*', false],
    ['/', '/', true],
    ['/a', '/', false],
    ['/', '/*', true],
    ['/a', '/*', true],
  ] as const) {
    it(`${path} is ${isOff ? 'off' : 'on'} with ${offPath}`, () => {
      assert.equal(isPromptOff(path, [offPath]), isOff);
    });
  }

  it('is nowhere by default', () => {
    assert.equal(isPromptOff('/', []), false);
  });
});

const pageOrigin = 'https://www.example.se';
let service: TestService;
let site: Site;
before(async () => {
  service = await startTestService({ pageOrigin });
  site = service.site;
  const settings = settingsSchema.parse({
    prompt: {
      offPaths: ['/kontakt', '/om-oss/språk', '/jobb/*'],
      languages: ['en', 'sv'],
      texts: { sv: { question: 'Blev du klokare?', privacyHref: '/om/data' } },
    },
  });
  await service.store.addSite({
    ...site,
    key: 'no-comment',
    origins: ['https://no-comment.example'],
    settings: settingsSchema.parse({ prompt: { asksForComment: false } }),
  });
  const by = { at: new Date(), actor: 'test' };
  assert.ok(
    await service.store.changeSite(site, { ...site, allowedNumbers: ['08-123'], settings }, by),
  );
});
after(() => service.stop());

const send = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/feedback/v1/responses`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: pageOrigin, ...headers },
    body: new URLSearchParams({
      page: pageOrigin + path,
      answer: 'no',
      comment: 'Mina <ord>',
      widgetLanguage: 'sv',
    }),
  });

describe('an answer about a page on which the prompt is off', () => {
  for (const path of ['/kontakt', '/kontakt/?a=b', '/jobb/ett/två', '/om-oss/spr%c3%a5k']) {
    it(`is refused, and nothing is stored: ${path}`, async () => {
      await assertProblem(await send(path, { accept: 'application/json' }), {
        status: 403,
        kind: 'prompt-off',
      });
      assert.equal(await service.store.countPages([site.id]), 0);
    });
  }

  it('is told kindly to a visitor without script, who keeps the words', async () => {
    const refused = await send('/kontakt', { accept: 'text/html' });
    assert.equal(refused.status, 403);
    const text = textOf(await refused.text());
    assert.match(text, /Vi tar inte emot svar om den här sidan\./);
    assert.match(text, /Mina <ord>/);
    assert.match(text, /Tillbaka till sidan/);
  });

  it('is not asked for on the page of the form either', async () => {
    const formAt = (path: string) =>
      fetch(`${service.url}/feedback/v1/form?language=sv&page=${pageOrigin}${path}`);
    const off = await formAt('/jobb');
    assert.equal(off.status, 403);
    assert.doesNotMatch(await off.text(), /<form/);
    const on = await (await formAt('/annat')).text();
    assert.match(textOf(on), /Blev du klokare\?/, 'the question in the site’s own words');
  });
});

describe('a site that asks for no comment', () => {
  it('asks for none on the receipt either, and lets the answer be changed', async () => {
    const page = 'https://no-comment.example/a';
    const receipt = await fetch(`${service.url}/feedback/v1/responses`, {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams({ page, answer: 'no', widgetLanguage: 'sv' }),
    });
    assert.equal(receipt.status, 200);
    const markup = await receipt.text();
    assert.doesNotMatch(markup, /<textarea/);
    assert.match(textOf(markup), /Tack för ditt svar.*Ändra ditt svar/);
  });
});

describe('the loader of a site', () => {
  const loader = () => `${service.url}/widget/sites/${site.key}/page-feedback.js`;

  it('carries the site’s settings, and nothing of its others', async () => {
    const response = await fetch(loader());
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    const script = await response.text();
    const settings: unknown = JSON.parse(/\}\)\((\{.*\})\)$/s.exec(script)?.[1] ?? '');
    const shared = { 'allowed-numbers': '08-123' };
    assert.deepEqual(settings, {
      off: ['/kontakt', '/om-oss/spr%C3%A5k', '/jobb/*'],
      languages: [
        ['sv', { question: 'Blev du klokare?', 'privacy-href': '/om/data', ...shared }],
        ['en', shared],
      ],
    });
  });

  it('is cached for minutes, and asked for again costs no body', async () => {
    const { headers } = await fetch(loader());
    assert.match(headers.get('cache-control') ?? '', /\bmax-age=300\b/);
    const etag = headers.get('etag') ?? '';
    const again = await fetch(loader(), { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
  });

  it('is not there for a site that is not', async () => {
    const none = `${service.url}/widget/sites/none/page-feedback.js`;
    await assertProblem(await fetch(none), { status: 404, kind: 'not-found' });
  });
});

describe('the report of a page without the question', () => {
  it('says so, and that of no other page', async () => {
    const desk = await openReviewDesk();
    try {
      await desk.signIn();
      const page = { address: 'https://www.example.se/blankett' };
      const id = await desk.play(page, [{ answer: 'yes' }]);
      const isOff = async () =>
        /Frågan är avstängd på sidan/.test(await desk.read(`/review/pages/${id}`));
      const by = { at: desk.clock(), actor: 'test' };
      let site = desk.site;
      const switchOff = async (offPaths: string[]) => {
        const { settings } = site;
        const next = {
          ...site,
          settings: { ...settings, prompt: { ...settings.prompt, offPaths } },
        };
        await desk.store.changeSite(site, next, by);
        site = next;
      };
      assert.equal(await isOff(), false);
      await switchOff(['/annan', '/blanketter/*']);
      assert.equal(await isOff(), false);
      await switchOff(['/blankett']);
      assert.equal(await isOff(), true);
    } finally {
      await desk.close();
    }
  });
});
