import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Role } from '../../server/store/store.ts';
import { readForms, textOf } from '../support/read-markup.ts';
import { openReviewDesk, times, type ReviewDesk } from '../support/review-desk.ts';

const origin = 'https://www.example.se';
let desk: ReviewDesk;
let old: number;
let successor: number;
beforeEach(async () => {
  desk = await openReviewDesk();
  await desk.signIn();
  old = await desk.play({ address: `${origin}/old`, title: 'Gammal' }, [
    ...times(2, { answer: 'no' }),
    { answer: 'yes', comment: 'Ett' },
  ]);
  successor = await desk.play(
    { address: `${origin}/new`, title: 'Ny' },
    times(4, { answer: 'yes' }),
  );
});
afterEach(() => desk.close());

const post = (path: string, fields: Record<string, string>) =>
  desk.request(path, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields),
  });

const mergeOf = (id: number) => `/review/pages/${id}/merge`;
const previewOf = (id: number, into: string) => `${mergeOf(id)}?into=${encodeURIComponent(into)}`;

describe('merging pages in the review', () => {
  it('shows both pages and what they come to, before anything is done', async () => {
    const markup = await desk.read(previewOf(old, `${origin}/new/?a=b`));
    const text = textOf(markup);
    assert.match(text, /Sidan nu: https:\/\/www\.example\.se\/old 3 1/);
    assert.match(text, /Ny adress: https:\/\/www\.example\.se\/new 4 0/);
    assert.match(text, /Tillsammans 7 1/);
    assert.match(text, /Det går inte att ångra/);
    assert.equal((await desk.store.findPlace(old))?.mergedInto, null);
  });

  it('merges when it is confirmed, and leads from the old report to the successor', async () => {
    const path = previewOf(old, `${origin}/new`);
    const form = readForms(await desk.read(path), `http://localhost${path}`).find(
      ({ action, method }) => action.endsWith('/merge') && method === 'post',
    );
    assert.ok(form);
    const done = await post(mergeOf(old), form.fields);
    const location = done.headers.get('location') ?? '';
    assert.equal(location, `${mergeOf(old)}?done=merge`);
    const said = textOf(await desk.read(location));
    assert.match(said, /Sidorna är hopslagna Svaren om \S+\/old räknas nu till \S+\/new\./);
    assert.match(textOf(await desk.read(mergeOf(old))), /redan flyttad eller hopslagen/);
    const report = await desk.request(`/review/pages/${old}?days=7`);
    assert.equal(report.status, 302);
    assert.equal(report.headers.get('location'), `/review/pages/${successor}?days=7`);
    const page = await desk.store.findPage(successor);
    assert.deepEqual([page?.yes, page?.no, page?.comments], [5, 2, 1]);
    const [entry] = await desk.store.listAudit([desk.site.id], { limit: 1, offset: 0 });
    assert.deepEqual(
      [entry?.action, entry?.actor, entry?.subject],
      ['page-merged', 'Redaktör', `${origin}/old`],
    );
  });

  it('moves a page to an address that has no answers yet', async () => {
    const preview = textOf(await desk.read(previewOf(old, `${origin}/moved`)));
    assert.match(preview, /Flytta sidan\? .* inga svar än/);
    assert.doesNotMatch(preview, /[Ss]lå ihop sidorna|Tillsammans/);
    const done = await post(mergeOf(old), { into: `${origin}/moved` });
    const said = textOf(await desk.read(done.headers.get('location') ?? ''));
    assert.match(said, /Sidan är flyttad Svaren om \S+\/old räknas nu till \S+\/moved\./);
    assert.doesNotMatch(said, /hopslagna/);
    const moved = await desk.store.findPlaceAt(desk.site.id, `${origin}/moved`);
    assert.equal((await desk.store.findPage(moved?.id ?? 0))?.title, 'Gammal');
  });

  it('takes only the end of an address, as of the same website', async () => {
    const preview = textOf(await desk.read(previewOf(old, ' /new/?a=b ')));
    assert.match(preview, /Ny adress: https:\/\/www\.example\.se\/new 4 0/);
    await post(mergeOf(old), { into: '/new' });
    assert.equal((await desk.store.findPlace(old))?.mergedInto, successor);
  });

  for (const [into, fault] of [
    ['inte en adress', /Skriv en adress/],
    ['https://other.example/a', /hör inte till samma webbplats/],
    [`${origin}/old/`, /Det är samma sida/],
    ['/old', /Det är samma sida/],
    [`/${'x'.repeat(9000)}`, /Skriv en adress/],
  ] as const) {
    it(`refuses ${into}, and keeps what was written`, async () => {
      const both = [await desk.request(previewOf(old, into)), await post(mergeOf(old), { into })];
      for (const refused of both) {
        assert.equal(refused.status, 422);
        const markup = await refused.text();
        assert.match(textOf(markup), fault);
        assert.ok(markup.includes(`value="${into}"`));
      }
    });
  }

  it('refuses a circle', async () => {
    await post(mergeOf(old), { into: `${origin}/new` });
    const refused = await post(mergeOf(successor), { into: `${origin}/old` });
    assert.equal(refused.status, 422);
    assert.match(textOf(await refused.text()), /redan hopslagen/);
  });

  it('is for editors of the site', async () => {
    const add = (name: string, role: Role, siteId: number) =>
      desk.store.addEditor({ name, siteIds: [siteId], role });
    const { id: _, ...site } = desk.site;
    const other = await desk.store.addSite({ ...site, key: 'b', origins: ['https://b.example'] });
    for (const editor of [
      await add('Läsare', 'reader', desk.site.id),
      await add('Annan', 'administrator', other.id),
    ]) {
      await desk.signIn(editor);
      assert.equal((await desk.request(mergeOf(old))).status, 404);
      assert.equal((await post(mergeOf(old), { into: `${origin}/new` })).status, 404);
    }
    assert.equal((await desk.store.findPlace(old))?.mergedInto, null);
  });
});
