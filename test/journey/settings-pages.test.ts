import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { createSignInLink } from '../../server/review/sign-in-link.ts';
import { assertNoFaults, bringAxe } from '../support/axe-page.ts';
import { describeJourney } from '../support/browser-journey.ts';
import { sendForm } from '../support/send-response.ts';

const topics = [
  '',
  '/site',
  '/prompt',
  '/off',
  '/retention',
  '/digest',
  '/open-data',
  '/spam',
  '/embed',
];

describeJourney('an administrator', ['Chromium'], (journey) => {
  const signIn = async (width: number, colorScheme: 'light' | 'dark' = 'light') => {
    const { store, site, url } = journey.service();
    const name = `Administratör ${width} ${colorScheme} ${crypto.randomUUID()}`;
    const role = 'administrator' as const;
    const editor = await store.addEditor({ name, siteIds: [site.id], role });
    const token = await createSignInLink(store, editor.id, () => new Date());
    const visited = await journey.visit({ viewport: { width, height: 800 }, colorScheme });
    await bringAxe(visited);
    await visited.page.goto(`${url}/review/sign-in?token=${token}`);
    const button = visited.page.getByRole('button', { name: 'Logga in' });
    if ((await button.count()) > 0) await button.click();
    return visited.page;
  };
  const open = (page: Page, path: string) => page.goto(journey.service().url + path);
  const settings = () => `/review/settings/${journey.service().site.key}`;

  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    it(`meets no fault on the pages of settings: ${colorScheme}, ${width} px`, async () => {
      const page = await signIn(width, colorScheme);
      for (const topic of topics) {
        await open(page, settings() + topic);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await assertNoFaults(page);
        const isWide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        assert.equal(isWide, false, `${topic} is wider than the window`);
      }
    });
  }

  it('is told of faults, saves, and reads that it is saved', async () => {
    const page = await signIn(800);
    await open(page, `${settings()}/off`);
    await page.getByRole('textbox', { name: 'Sidor utan fråga' }).fill('kontakt');
    await page.getByRole('button', { name: 'Spara' }).click();
    await assertNoFaults(page);
    await page.getByRole('link', { name: 'Sidor utan fråga' }).click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'offPaths');
    await page.getByRole('textbox', { name: 'Sidor utan fråga' }).fill('/ingen-fraga/*');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Ändringen är sparad.').waitFor();
    await assertNoFaults(page);
  });

  it('copies code whose hashes are those of the files that are served', async () => {
    const page = await signIn(1000);
    await open(page, `${settings()}/embed`);
    const code = (await page.locator('pre').allTextContents()).join('\n');
    const tags = [...code.matchAll(/src="([^"]+)" integrity="(sha384-[^"]+)"/g)];
    assert.equal(tags.length, 4, 'the loader and three languages');
    for (const [, address = '', integrity = ''] of tags) {
      const content = await (await fetch(address)).arrayBuffer();
      const hash = Buffer.from(await crypto.subtle.digest('SHA-384', content)).toString('base64');
      assert.equal(integrity, `sha384-${hash}`);
    }
    const [, evergreen = ''] = /src="([^"]+\/sites\/[^"]+)" defer/.exec(code) ?? [];
    assert.equal((await fetch(evergreen)).status, 200);
  });

  it('merges a page with its successor', async () => {
    const { url, store, site } = journey.service();
    for (const path of ['/gammal', '/ny']) {
      const sent = await sendForm(url, { page: url + path, answer: 'no', title: path });
      assert.equal(sent.status, 201);
    }
    const old = await store.findPlaceAt(site.id, `${url}/gammal`);
    const page = await signIn(320, 'dark');
    await open(page, `/review/pages/${old?.id ?? 0}`);
    await page.getByRole('link', { name: 'Flytta eller slå ihop sidan' }).click();
    await page.getByRole('textbox', { name: 'Ny adress' }).fill(`${url}/gammal`);
    await page.getByRole('button', { name: 'Visa vad som händer' }).click();
    await page.getByText('Det är samma sida.').waitFor();
    await assertNoFaults(page);
    await page.getByRole('textbox', { name: 'Ny adress' }).fill(`${url}/ny`);
    await page.getByRole('button', { name: 'Visa vad som händer' }).click();
    await page.getByText('Det går inte att ångra.').waitFor();
    await assertNoFaults(page);
    await page.getByRole('button', { name: 'Slå ihop' }).click();
    await page.getByRole('heading', { name: 'Sidorna är hopslagna' }).waitFor();
    await assertNoFaults(page);
    await page.getByRole('link', { name: 'Till den nya sidan' }).click();
    await page.getByRole('heading', { level: 1, name: '/ny' }).waitFor();
    await open(page, `/review/pages/${old?.id ?? 0}`);
    await page.getByRole('heading', { level: 1, name: '/ny' }).waitFor();
  });
});
