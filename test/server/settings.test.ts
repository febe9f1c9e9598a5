import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { textOf } from '../support/read-markup.ts';
import { openSettingsDesk, sentOf, settings, type SettingsDesk } from '../support/settings-desk.ts';

let desk: SettingsDesk;
beforeEach(async () => {
  desk = await openSettingsDesk();
});
afterEach(() => desk.close());

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
      await desk.signInAs(role);
      assert.doesNotMatch(await desk.read('/review/sessions'), /review\/settings/);
      for (const page of pages) {
        assert.equal((await desk.request(settings + page)).status, 404, role + page);
      }
      assert.equal((await desk.post(`${settings}/open-data`, { openData: 'yes' })).status, 404);
    }
    assert.equal((await desk.siteNow()).settings.openData, false);
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
    for (const topic of ['site', 'prompt', 'off', 'retention', 'digest', 'open-data', 'spam']) {
      const saved = await desk.save(topic, {});
      assert.equal(saved.headers.get('location'), `${settings}/${topic}?done=saved#done`, topic);
    }
    assert.deepEqual(await desk.siteNow(), desk.site);
    assert.equal(await newestChange(), undefined);
  });

  it('change what a site is, and the log tells what was and what is', async () => {
    const saved = await desk.save('site', {
      name: ' Nytt namn ',
      origins: 'https://www.example.se/sida\r\nhttps://example.org\r\n\r\n',
      foldWww: 'yes',
      queryParameters: 'id\nsprak',
      allowedNumbers: '08-123 45 67',
    });
    assert.equal(saved.status, 303);
    const site = await desk.siteNow();
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

  it('tell of a wait only when visitors see what was changed', async () => {
    const told = async (topic: string) =>
      textOf(await desk.read(`${settings}/${topic}?done=saved`));
    for (const topic of ['site', 'retention', 'digest', 'open-data', 'spam']) {
      assert.match(await told(topic), /Ändringen är sparad\./, topic);
      assert.doesNotMatch(await told(topic), /inom några minuter/, topic);
    }
    for (const topic of ['prompt', 'off']) {
      assert.match(await told(topic), /sparad\. Den syns på webbplatsen inom några/, topic);
    }
  });

  it('tell what a policy must allow, Trusted Types too', async () => {
    const embed = textOf(await desk.read(`${settings}/embed`));
    assert.match(embed, /script-src \S+\/widget\/ connect-src \S+\/feedback\/ form-action \S+ /);
    assert.match(embed, /require-trusted-types-for, lägg också till: trusted-types lit-html /);
  });

  it('take the longest lists there can be, in any script', async () => {
    for (const [topic, name, line] of [
      ['spam', 'unwantedWords', 'ض'.repeat(97)],
      ['off', 'offPaths', `/${'ö'.repeat(79)}`],
      ['site', 'allowedNumbers', '1'.repeat(37)],
    ] as const) {
      const lines = Array.from({ length: 200 }, (_, index) => `${line}${100 + index}`);
      const saved = await desk.save(topic, { [name]: lines.join('\r\n') });
      assert.equal(saved.status, 303, topic);
      const form = await desk.openForm(topic);
      assert.deepEqual(form.fields[name]?.trim().split('\n'), lines, topic);
    }
  });

  it('give a list back that is far too long, and say what is wrong with it', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `ord nummer ${index}`);
    const refused = await desk.save('spam', { unwantedWords: lines.join('\r\n') });
    assert.equal(refused.status, 422);
    const markup = await refused.text();
    assert.match(textOf(markup), /Skriv högst 200 ord med högst 100 tecken var/);
    const written = /<textarea id="unwantedWords"[^>]*>\n(.*?)<\/textarea>/s.exec(markup)?.[1];
    assert.deepEqual(written?.split('\n'), lines);
    assert.deepEqual((await desk.siteNow()).settings.unwantedWords, []);
  });

  it('tell of the first lines at fault when there are very many', async () => {
    const long = Array.from({ length: 150 }, () => 'x'.repeat(101));
    const refused = await desk.save('spam', { unwantedWords: long.join('\n') });
    assert.match(textOf(await refused.text()), /Fel på rad 1, 2, [\d, ]*20 …\./);
  });

  it('keep what was typed, name the field and the line, and say what to do', async () => {
    const refused = await desk.save('site', {
      name: 'Kvar',
      origins: 'https://a.example\nftp://b',
    });
    assert.equal(refused.status, 422);
    const markup = await refused.text();
    assert.match(markup, /<a href="#origins">Adresser<\/a>/);
    assert.match(markup, /<textarea id="origins"[^>]*aria-invalid="true"/);
    assert.match(textOf(markup), /börjar med https:\/\/ eller http:\/\/. Fel på rad 2\./);
    assert.match(markup, /value="Kvar"/);
    assert.match(markup, /https:\/\/a\.example\nftp:\/\/b/);
    assert.equal((await desk.siteNow()).name, 'Test');
  });

  it('take no address of another site', async () => {
    const { id: _, ...site } = desk.site;
    await desk.store.addSite({ ...site, key: 'other', origins: ['https://other.example'] });
    const refused = await desk.save('site', {
      origins: 'https://www.example.se\nhttps://other.example',
    });
    assert.equal(refused.status, 422);
    assert.match(textOf(await refused.text()), /other\.example hör redan till en annan webbplats/);
    assert.deepEqual((await desk.siteNow()).origins, ['https://www.example.se']);
  });

  it('hold the texts and links of the prompt, language by language', async () => {
    const saved = await desk.save('prompt', {
      asksForComment: [],
      languages: ['en', 'sv'],
      'question-sv': 'Blev du klokare?',
      'contactHref-sv': '/kontakt',
      'contactHref-en': 'https://www.example.se/contact',
    });
    assert.equal(saved.status, 303);
    assert.deepEqual((await desk.siteNow()).settings.prompt, {
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
      const refused = await desk.save('prompt', { 'privacyHref-en': link });
      assert.equal(refused.status, 422);
      assert.match(await refused.text(), /<a href="#privacyHref-en">/);
      assert.deepEqual((await desk.siteNow()).settings.prompt.texts, {});
    });
  }

  it('switch the prompt off on pages and in sections', async () => {
    await desk.save('off', { offPaths: '/kontakt/\n/om-oss/språk\n/jobb/*\n/kontakt' });
    assert.deepEqual((await desk.siteNow()).settings.prompt.offPaths, [
      '/kontakt',
      '/om-oss/spr%C3%A5k',
      '/jobb/*',
    ]);
    assert.match((await desk.openForm('off')).fields['offPaths'] ?? '', /\/om-oss\/språk/);
    const refused = await desk.save('off', { offPaths: '/a\nkontakt\n/b?c' });
    assert.equal(refused.status, 422);
    assert.match(textOf(await refused.text()), /Fel på rad 2, 3\./);
  });

  it('switch layers of the spam control off', async () => {
    const layers = sentOf(await desk.openForm('spam'))['layersOn'];
    assert.ok(Array.isArray(layers) && layers.length > 5);
    const layersOn = layers.filter((layer) => layer !== 'links');
    await desk.save('spam', { layersOn, unwantedWords: 'casino\nlån' });
    assert.deepEqual((await desk.siteNow()).settings.spamLayersOff, ['links']);
    assert.deepEqual((await desk.siteNow()).settings.unwantedWords, ['casino', 'lån']);
  });

  it('tell what the next run deletes, and ask before more is deleted', async () => {
    const received = new Date('2026-05-01T10:00:00Z');
    await desk.play({ address: 'https://www.example.se/a' }, [
      { answer: 'no', comment: 'Gammal', received },
      { answer: 'no', comment: 'Ny' },
    ]);
    assert.match(textOf(await desk.read(`${settings}/retention`)), /raderar inga kommentarer/);
    const asked = await desk.save('retention', { retentionMonths: '3' });
    assert.equal(asked.status, 422);
    const question = await asked.text();
    assert.match(textOf(question), /raderas 1 kommentarer inom en timme/);
    assert.equal((await desk.siteNow()).settings.retentionMonths, 12);
    assert.match(question, /name="retentionMonths"[^>]*\s*value="3"/);
    const agreed = await desk.save('retention', { retentionMonths: '3', agreed: '1' });
    assert.equal(agreed.status, 303);
    assert.equal((await desk.siteNow()).settings.retentionMonths, 3);
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
      const refused = await desk.save('retention', { retentionMonths: months });
      assert.equal(refused.status, 422);
      assert.match(textOf(await refused.text()), /hela månader från 1 till 120/);
    });
  }
});
