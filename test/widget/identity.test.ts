import { expect } from 'chai';
import { onTestEnd } from './on-test-end.ts';
import { openPrompt, testService } from './prompt-harness.ts';
import { watchRequests } from './requests.ts';

/** Puts elements into the page's head until the test ends. */
function addToHead(markup: string) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  for (const element of [...template.content.children]) {
    document.head.append(element);
    onTestEnd(() => {
      element.remove();
    });
  }
}

function setLanguage(language: string) {
  const root = document.documentElement;
  const usual = root.lang;
  root.lang = language;
  onTestEnd(() => {
    root.lang = usual;
  });
}

function setTitle(title: string) {
  const usual = document.title;
  document.title = title;
  onTestEnd(() => {
    document.title = usual;
  });
}

/** Takes the browser to another address without loading anything. */
function goTo(address: string) {
  const usual = location.href;
  history.replaceState(null, '', address);
  onTestEnd(() => {
    history.replaceState(null, '', usual);
  });
}

/** What an answer tells the service of the page. */
async function identityOf(attributes: Record<string, string> = {}) {
  const sent = watchRequests();
  const prompt = await openPrompt(attributes);
  await prompt.answer('yes');
  return Object.fromEntries(sent[0]?.fields ?? []);
}

describe('the address of the page', () => {
  it('is where the browser is', async () => {
    expect(await identityOf()).to.include({ page: location.href });
  });

  it('is the canonical one of the same website', async () => {
    addToHead(`<link rel="canonical" href="${location.origin}/amne/sida">`);
    expect(await identityOf()).to.include({ page: `${location.origin}/amne/sida` });
  });

  it('is the canonical one also where it is relative', async () => {
    addToHead('<link rel="alternate canonical" href="/amne/sida?visa=allt">');
    expect(await identityOf()).to.include({ page: `${location.origin}/amne/sida?visa=allt` });
  });

  for (const foreign of [
    'https://annan.example/sida',
    `${location.origin}.annan.example/sida`,
    'javascript:void 0',
    '',
  ]) {
    it(`is not the canonical one of another website: “${foreign}”`, async () => {
      addToHead(`<link rel="canonical" href="${foreign}">`);
      const { page } = await identityOf();
      expect(new URL(page ?? '').origin).to.equal(location.origin);
      expect(page).not.to.include('annan.example');
    });
  }

  it('is where the browser has gone on, when the canonical one was left behind', async () => {
    addToHead(`<link rel="canonical" href="${location.origin}${location.pathname}">`);
    goTo('/amne/annan');
    expect(await identityOf()).to.include({ page: `${location.origin}/amne/annan` });
  });

  it('is the canonical one that has followed the browser', async () => {
    goTo('/amne/annan/utskrift');
    addToHead('<link rel="canonical" href="/amne/annan">');
    expect(await identityOf()).to.include({ page: `${location.origin}/amne/annan` });
  });

  it('is the canonical one as long as only the query has changed', async () => {
    const canonical = location.origin + location.pathname;
    addToHead(`<link rel="canonical" href="${canonical}">`);
    goTo(`${location.pathname}?sort=namn`);
    expect(await identityOf()).to.include({ page: canonical });
  });

  it('is what the attribute says, above all', async () => {
    addToHead('<link rel="canonical" href="/amne/sida">');
    const page = `${location.origin}/en/annan/sida`;
    expect(await identityOf({ page })).to.include({ page });
  });
});

describe('the title of the page', () => {
  it('is the page’s own', async () => {
    setTitle('  Sidans titel – Myndigheten ');
    expect(await identityOf()).to.include({ title: 'Sidans titel – Myndigheten' });
  });

  it('is that of its metadata, which has no name of the website', async () => {
    setTitle('Sidans titel – Myndigheten');
    addToHead('<meta property="og:title" content=" Sidans titel ">');
    expect(await identityOf()).to.include({ title: 'Sidans titel' });
  });

  it('is what the attribute says, above all', async () => {
    addToHead('<meta property="og:title" content="Sidans titel">');
    expect(await identityOf({ 'page-title': 'Titel' })).to.include({ title: 'Titel' });
  });

  it('is cut to what the service takes, between characters', async () => {
    setTitle('🙂'.repeat(400));
    const { title } = await identityOf();
    expect(title).to.equal('🙂'.repeat(300));
  });

  it('is left out where there is none', async () => {
    setTitle('');
    expect(await identityOf()).not.to.have.property('title');
  });
});

describe('the language of the page', () => {
  for (const language of ['sv', 'en-GB', 'zh-Hant-TW', 'smj']) {
    it(`is told, whatever that of the prompt is: ${language}`, async () => {
      setLanguage(language);
      expect(await identityOf()).to.include({ pageLanguage: language, widgetLanguage: 'sv' });
    });
  }

  for (const junk of ['', 'svenska språket', 'sv_SE', '*', 'x', '{{lang}}']) {
    it(`is left out where it is none: “${junk}”`, async () => {
      setLanguage(junk);
      expect(await identityOf()).not.to.have.property('pageLanguage');
    });
  }
});

describe('the date of the page', () => {
  for (const [markup, date] of [
    ['<meta property="article:modified_time" content="2026-10-14T08:00:00+02:00">', '2026-10-14'],
    ['<meta name="dcterms.modified" content="2026-10-14">', '2026-10-14'],
    ['<meta name="DCTERMS.modified" content=" 2026-10-14 ">', '2026-10-14'],
  ] as const) {
    it(`is that of its metadata: ${markup}`, async () => {
      addToHead(markup);
      expect(await identityOf()).to.include({ pageUpdated: date });
    });
  }

  it('is what the attribute says, above all', async () => {
    addToHead('<meta name="dcterms.modified" content="2026-10-14">');
    const identity = await identityOf({ 'page-updated': '2026-11-22' });
    expect(identity).to.include({ pageUpdated: '2026-11-22' });
  });

  for (const junk of ['', '14 oktober 2026', '2026-10', '26-10-14', 'igår']) {
    it(`is left out where it is none: “${junk}”`, async () => {
      expect(await identityOf({ 'page-updated': junk })).not.to.have.property('pageUpdated');
    });
  }
});

describe('what the page tells wrongly', () => {
  const service = testService;

  const answerOf = async (attributes: Record<string, string> = {}) =>
    (await (await openPrompt({ service, ...attributes })).answer('yes')).type;

  for (const date of ['2026-13-45', '2026-02-30', '0000-00-00', '2026-10-14 kl. 8']) {
    it(`does not cost the visitor the answer: the date ${date}`, async () => {
      expect(await answerOf({ 'page-updated': date })).to.equal('feedback-answered');
    });
  }

  it('does not cost the visitor the answer: a very long language', async () => {
    setLanguage(['en', ...Array.from({ length: 5 }, () => 'abcdefgh')].join('-'));
    expect(await answerOf()).to.equal('feedback-answered');
  });

  it('does not cost the visitor the answer: a very long query', async () => {
    goTo(`/sida?kampanj=${'a'.repeat(3000)}#avsnitt`);
    expect(await answerOf()).to.equal('feedback-answered');
  });

  it('does not cost the visitor the answer: half an emoji in the title', async () => {
    setTitle('Sidan \ud83d');
    expect(await answerOf()).to.equal('feedback-answered');
  });
});
