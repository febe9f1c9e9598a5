import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { it } from 'node:test';
import type * as Axe from 'axe-core';
import { createToken, hashToken } from '../../server/review/secret-token.ts';
import { describeJourney, type Journey, type Visit } from '../support/browser-journey.ts';
import { aDay } from '../support/moving-clock.ts';
import { sendForm } from '../support/send-response.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const tags = [
  ...['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  ...['best-practice', 'experimental'],
];

async function open(visited: Visit, { service }: Journey, hash = ''): Promise<void> {
  await visited.page.goto(`${service().url}/feedback/v1/docs${hash}`);
}

/** A token of the test site, which has one answer to show. */
async function makeToken({ service }: Journey): Promise<string> {
  const { store, site, url } = service();
  const page = `${url}/demo/`;
  await sendForm(url, { id: randomUUID(), page, answer: 'yes' });
  const token = createToken();
  const created = new Date();
  await store.addApiToken(
    {
      siteId: site.id,
      name: randomUUID(),
      tokenHash: hashToken(token),
      scopes: ['counts:read'],
      created,
      expires: new Date(created.getTime() + aDay),
    },
    { at: created, actor: 'test' },
  );
  return token;
}

describeJourney('the page about the API', ['Chromium'], (journey) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no fault that the engine finds, in ${colorScheme} colours`, async () => {
      const visited = await journey.visit({ colorScheme });
      await visited.context.addInitScript({ path: axePath });
      await open(visited, journey);
      await visited.page.locator('details').evaluateAll((all) => {
        for (const one of all) (one as HTMLDetailsElement).open = true;
      });
      const faults = await visited.page.evaluate(async (runOnly) => {
        const { axe } = window as unknown as { axe: typeof Axe };
        const { violations, incomplete, passes } = await axe.run(document, { runOnly });
        if (passes.length < 15) throw new Error('Hardly any rule had something to judge.');
        return [...violations, ...incomplete].map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
        );
      }, tags);
      assert.deepEqual(faults, []);
      assert.deepEqual(visited.faults, []);
    });
  }

  it('lets a reader with a keyboard try an operation, under the strict policy', async () => {
    const token = await makeToken(journey);
    const visited = await journey.visit();
    const { page } = visited;
    await open(visited, journey);
    await page.getByLabel('Token').fill(token);
    const form = page.getByRole('form', { name: 'Try: List pages with their counts' });
    await form.getByLabel('limit').fill('5');
    await page.keyboard.press('Enter');
    await form.getByRole('status').filter({ hasText: 'The answer is 200' }).waitFor();
    const shown = await form.locator('pre').innerText();
    assert.equal((JSON.parse(shown) as { limit: number }).limit, 5);
    const [asked] = visited.requests.filter((request) => request.url().includes('/pages?'));
    assert.equal(new URL(asked?.url() ?? '').search, '?limit=5');
    assert.deepEqual(visited.faults, []);

    const bad = page.getByRole('form', { name: 'Try: Open data: daily counts' });
    await bad.getByLabel('siteKey').fill('a/b?c');
    await bad.getByRole('button').press('Enter');
    await bad.getByRole('status').filter({ hasText: 'The answer is 404' }).waitFor();
    assert.match(await bad.locator('pre').innerText(), /problems\/not-found/);
  });

  it('keeps the token nowhere', async () => {
    const visited = await journey.visit();
    const { page, context } = visited;
    await open(visited, journey);
    await page.getByLabel('Token').fill('hemligt');
    await page.keyboard.press('Enter');
    assert.doesNotMatch(page.url(), /hemligt/);
    assert.deepEqual(await context.cookies(), []);
    const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
    assert.equal(stored, 0);
    for (const request of visited.requests) assert.doesNotMatch(request.url(), /hemligt/);
  });

  it('can be read without script: every operation is listed, and there is no dead form', async () => {
    const visited = await journey.visit({ javaScriptEnabled: false });
    const { page } = visited;
    await open(visited, journey);
    const links = page.getByRole('navigation', { name: 'Operations' }).getByRole('link');
    const names = await links.allInnerTexts();
    assert.ok(names.includes('POST /responses') && names.includes('GET /pages/{pageId}'));
    for (const link of await links.all()) {
      const target = (await link.getAttribute('href')) ?? '';
      assert.equal(await page.locator(target).count(), 1, target);
    }
    assert.equal(await page.locator('form:visible').count(), 0);
    assert.ok((await page.getByText("curl -H 'Authorization: Bearer TOKEN'").count()) >= 6);
  });

  it('does not scroll sideways on a small screen', async () => {
    const visited = await journey.visit({ viewport: { width: 320, height: 640 } });
    await open(visited, journey);
    const overflow = await visited.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(overflow, 0);
  });
});
