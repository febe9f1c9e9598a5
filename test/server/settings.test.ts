import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Role, Site } from '../../server/store/store.ts';
import { readForms, textOf, type PageForm } from '../support/read-markup.ts';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';

const settings = '/review/settings/test';

let desk: ReviewDesk;
beforeEach(async () => {
  desk = await openReviewDesk();
  await signInAs('administrator');
});
afterEach(() => desk.close());

const signInAs = async (role: Role) => {
  const name = `Någon med rollen ${role}`;
  const siteIds = [desk.site.id];
  await desk.signIn(await desk.store.addEditor({ name, siteIds, role }));
};

const post = (path: string, fields: Record<string, string | string[]>) =>
  desk.request(path, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ),
  });

/** The form of a page of settings as it stands. */
async function openForm(topic: string): Promise<PageForm> {
  const path = `${settings}/${topic}`;
  const forms = readForms(await desk.read(path), `http://localhost${path}`);
  const form = forms.find(({ action }) => action === `http://localhost${path}`);
  assert.ok(form, `no form of ${topic}`);
  return form;
}

/** What a browser sends of a form: choices that are not checked are not. */
function sentOf({ markup, fields }: PageForm): Record<string, string | string[]> {
  const sent: Record<string, string | string[]> = { ...fields };
  for (const [head] of markup.matchAll(/<input\b[^>]*type="checkbox"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(head)?.[1] ?? '';
    const value = /value="([^"]*)"/.exec(head)?.[1] ?? '';
    if (!Array.isArray(sent[name])) sent[name] = [];
    if (/\bchecked\b/.test(head)) sent[name] = [...sent[name], value];
  }
  return sent;
}

const save = async (topic: string, change: Record<string, string | string[]>) =>
  post(`${settings}/${topic}`, { ...sentOf(await openForm(topic)), ...change });

const siteNow = async (): Promise<Site> => {
  const site = (await desk.store.listSites()).find(({ id }) => id === desk.site.id);
  assert.ok(site);
  return site;
};

const newestChange = async () => {
  const slice = { limit: 1, offset: 0 };
  const [entry] = await desk.store.listAudit([desk.site.id], slice, 'settings-changed');
  return entry;
};

describe('the settings of a site', () => {
  it('are for administrators of that site alone', async () => {
    const { id: _, ...site } = desk.site;
    await desk.store.addSite({ ...site, key: 'other', origins: ['https://other.example'] });
    const pages = ['', '/site', '/prompt', '/off', '/retention', '/open-data', '/spam', '/embed'];
    for (const page of pages) {
      assert.equal((await desk.request(`/review/settings/other${page}`)).status, 404, page);
      assert.equal((await desk.request(settings + page)).status, 200, page);
    }
    for (const role of ['reader', 'editor'] as const) {
      await signInAs(role);
      assert.doesNotMatch(await desk.read('/review/sessions'), /review\/settings/);
      for (const page of pages) {
        assert.equal((await desk.request(settings + page)).status, 404, role + page);
      }
      assert.equal((await post(`${settings}/open-data`, { openData: 'yes' })).status, 404);
    }
    assert.equal((await siteNow()).settings.openData, false);
  });

  it('lead from one page to each topic', async () => {
    const start = await desk.request('/review/settings');
    assert.equal(start.headers.get('location'), settings);
    const overview = await desk.read(settings);
    for (const [, href = ''] of overview.matchAll(/<h2><a href="([^"#]*)/g)) {
      assert.equal((await desk.request(href)).status, 200, href);
    }
  });

  it('stay as they are when a form is saved unchanged', async () => {
    for (const topic of ['site', 'prompt', 'off', 'retention', 'open-data', 'spam']) {
      const saved = await save(topic, {});
      assert.equal(saved.headers.get('location'), `${settings}/${topic}?done=saved`, topic);
    }
    assert.deepEqual(await siteNow(), desk.site);
    assert.equal(await newestChange(), undefined);
  });

  it('change what a site is, and the log tells what was and what is', async () => {
    const saved = await save('site', {
      name: ' Nytt namn ',
      origins: 'https://www.example.se/sida\r\nhttps://example.org\r\n\r\n',
      foldWww: 'yes',
      queryParameters: 'id\nsprak',
      allowedNumbers: '08-123 45 67',
    });
    assert.equal(saved.status, 303);
    const site = await siteNow();
    assert.equal(site.name, 'Nytt namn');
    assert.deepEqual(site.origins, ['https://www.example.se', 'https://example.org']);
    assert.equal(site.foldWww, true);
    assert.deepEqual(site.queryParameters, ['id', 'sprak']);
    assert.deepEqual(site.allowedNumbers, ['08-123 45 67']);
    const entry = await newestChange();
    assert.equal(entry?.actor, 'Någon med rollen administrator');
    assert.deepEqual(entry.detail, {
      name: 'Test → Nytt namn',
      origins: 'https://www.example.se → https://www.example.se, https://example.org',
      foldWww: 'false → true',
      queryParameters: '– → id, sprak',
      allowedNumbers: '– → 08-123 45 67',
    });
    assert.match(textOf(await desk.read(`${settings}/site?done=saved`)), /Ändringen är sparad/);
  });

  it('keep what was typed, name the field and the line, and say what to do', async () => {
    const refused = await save('site', { name: 'Kvar', origins: 'https://a.example\nftp://b' });
    assert.equal(refused.status, 422);
    const markup = await refused.text();
    assert.match(markup, /<a href="#origins">Adresser<\/a>/);
    assert.match(markup, /<textarea id="origins"[^>]*aria-invalid="true"/);
    assert.match(textOf(markup), /börjar med https:\/\/ eller http:\/\/. Fel på rad 2\./);
    assert.match(markup, /value="Kvar"/);
    assert.match(markup, /https:\/\/a\.example\nftp:\/\/b/);
    assert.equal((await siteNow()).name, 'Test');
  });

  it('take no address of another site', async () => {
    const { id: _, ...site } = desk.site;
    await desk.store.addSite({ ...site, key: 'other', origins: ['https://other.example'] });
    const refused = await save('site', {
      origins: 'https://www.example.se\nhttps://other.example',
    });
    assert.equal(refused.status, 422);
    assert.match(textOf(await refused.text()), /other\.example hör redan till en annan webbplats/);
    assert.deepEqual((await siteNow()).origins, ['https://www.example.se']);
  });

  it('hold the texts and links of the prompt, language by language', async () => {
    const saved = await save('prompt', {
      asksForComment: [],
      languages: ['en', 'sv'],
      'question-sv': 'Blev du klokare?',
      'contactHref-sv': '/kontakt',
      'contactHref-en': 'https://www.example.se/contact',
    });
    assert.equal(saved.status, 303);
    assert.deepEqual((await siteNow()).settings.prompt, {
      languages: ['sv', 'en'],
      asksForComment: false,
      texts: {
        sv: { question: 'Blev du klokare?', contactHref: '/kontakt' },
        en: { contactHref: 'https://www.example.se/contact' },
      },
      offPaths: [],
    });
  });

  for (const link of [
    'javascript:alert(1)',
    '//evil.example',
    'kontakt',
    'https://a b',
    'data:,x',
  ]) {
    it(`take no link such as ${link}`, async () => {
      const refused = await save('prompt', { 'privacyHref-en': link });
      assert.equal(refused.status, 422);
      assert.match(await refused.text(), /<a href="#privacyHref-en">/);
      assert.deepEqual((await siteNow()).settings.prompt.texts, {});
    });
  }

  it('switch the prompt off on pages and in sections', async () => {
    await save('off', { offPaths: '/kontakt/\n/om-oss/språk\n/jobb/*\n/kontakt' });
    assert.deepEqual((await siteNow()).settings.prompt.offPaths, [
      '/kontakt',
      '/om-oss/spr%C3%A5k',
      '/jobb/*',
    ]);
    assert.match((await openForm('off')).fields['offPaths'] ?? '', /\/om-oss\/språk/);
    const refused = await save('off', { offPaths: '/a\nkontakt\n/b?c' });
    assert.equal(refused.status, 422);
    assert.match(textOf(await refused.text()), /Fel på rad 2, 3\./);
  });

  it('switch layers of the spam control off', async () => {
    const layers = sentOf(await openForm('spam'))['layersOn'];
    assert.ok(Array.isArray(layers) && layers.length > 5);
    const layersOn = layers.filter((layer) => layer !== 'links');
    await save('spam', { layersOn, unwantedWords: 'casino\nlån' });
    assert.deepEqual((await siteNow()).settings.spamLayersOff, ['links']);
    assert.deepEqual((await siteNow()).settings.unwantedWords, ['casino', 'lån']);
  });

  it('tell what the next run deletes, and ask before more is deleted', async () => {
    const received = new Date('2026-05-01T10:00:00Z');
    await desk.play({ address: 'https://www.example.se/a' }, [
      { answer: 'no', comment: 'Gammal', received },
      { answer: 'no', comment: 'Ny' },
    ]);
    assert.match(textOf(await desk.read(`${settings}/retention`)), /raderar inga kommentarer/);
    const asked = await save('retention', { retentionMonths: '3' });
    assert.equal(asked.status, 422);
    const question = await asked.text();
    assert.match(textOf(question), /raderas 1 kommentarer inom en timme/);
    assert.equal((await siteNow()).settings.retentionMonths, 12);
    assert.match(question, /name="retentionMonths"[^>]*\s*value="3"/);
    const agreed = await save('retention', { retentionMonths: '3', agreed: '1' });
    assert.equal(agreed.status, 303);
    assert.equal((await siteNow()).settings.retentionMonths, 3);
    assert.match(textOf(await desk.read(`${settings}/retention`)), /Nästa körning raderar 1 komm/);
    assert.equal(
      (await desk.store.listAudit([desk.site.id], { limit: 1, offset: 0 }))[0]?.detail[
        'retentionMonths'
      ],
      '12 → 3',
    );
  });

  for (const months of ['0', '121', '1.5', '1e1', '', 'tolv']) {
    it(`take no number of months such as “${months}”`, async () => {
      const refused = await save('retention', { retentionMonths: months });
      assert.equal(refused.status, 422);
      assert.match(textOf(await refused.text()), /hela månader från 1 till 120/);
    });
  }
});
