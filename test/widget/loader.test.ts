import { expect } from 'chai';
import { onTestEnd } from './on-test-end.ts';
import { nextFrame, waitUntil } from './wait-until.ts';

/** These tests use what the service serves: the built loader and elements, from another origin. */
const service = document.querySelector<HTMLMetaElement>('meta[name="test-service"]')?.content ?? '';

type Frame = Window & typeof globalThis;

/** A page of its own, in a frame: each loads its own script and registers its own element. */
async function openPage(markup: string, language = 'sv'): Promise<Frame> {
  const html = `<!doctype html><html lang="${language}"><head><title>Sida</title>
    <link rel="canonical" href="${location.origin}/sida"></head><body>${markup}</body></html>`;
  const frame = document.createElement('iframe');
  // An address of its own: what stands in `srcdoc` has no origin that a page could name.
  frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html; charset=utf-8' }));
  frame.style.cssText = 'position: fixed; inset: 0; inline-size: 700px; block-size: 500px';
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  onTestEnd(() => {
    frame.remove();
    URL.revokeObjectURL(frame.src);
  });
  await loaded;
  return frame.contentWindow as Frame;
}

const script = (address = `${service}/widget/page-feedback.js`) =>
  `<script src="${address}" defer></script>`;

const form = `<form method="post" action="${service}/feedback/v1/responses">
  <input type="hidden" name="page" value="${location.origin}/sida">
  <h2>Hjälpte denna information dig?</h2>
  <button name="answer" value="yes">Ja</button> <button name="answer" value="no">Nej</button>
</form>`;

const promptIn = (page: Frame) => {
  const prompt = page.document.querySelector('page-feedback');
  if (!prompt) throw new Error('The page has no prompt.');
  return prompt;
};

const rootOf = (page: Frame) => promptIn(page).shadowRoot;
const upgraded = (page: Frame) =>
  waitUntil(() => rootOf(page)?.querySelector('section'), 'the prompt');

/** The files of the element that a page has asked for, by their last names. */
const elementsOf = (page: Frame) =>
  page.performance
    .getEntriesByType('resource')
    .map(({ name }) => name.replace(/.*\//, ''))
    .filter((name) => /^page-feedback\.[a-z]+\.js/.test(name));

const button = (page: Frame, value: string) => {
  const found = rootOf(page)?.querySelector(`button[value=${value}]`);
  if (!found) throw new Error(`The prompt has no answer ${value}.`);
  return found as HTMLButtonElement;
};

describe('the loader', () => {
  it('A18: leaves the form of the page until the element is there, then takes its place', async () => {
    const page = await openPage(`<page-feedback>${form}</page-feedback>`);
    const plain = page.document.querySelector('form');
    expect(plain?.checkVisibility()).to.equal(true);
    expect(rootOf(page) === null).to.equal(true);
    const loader = page.document.createElement('script');
    loader.src = `${service}/widget/page-feedback.js`;
    page.document.body.append(loader);
    await upgraded(page);
    expect(plain?.checkVisibility()).to.equal(false);
    expect(plain?.isConnected).to.equal(true);
    expect(button(page, 'yes').checkVisibility()).to.equal(true);
  });

  it('A18: leaves the form where the element cannot be loaded, without an error', async () => {
    const errors: unknown[] = [];
    const source = await (await fetch(`${service}/widget/page-feedback.js`)).text();
    const page = await openPage(`<page-feedback>${form}</page-feedback>`);
    page.addEventListener('error', ({ error }) => errors.push(error));
    page.addEventListener('unhandledrejection', ({ reason }) => errors.push(reason));
    // The loader as it is, from an address beside which there is no element.
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const loader = page.document.createElement('script');
    loader.src = address;
    const ran = new Promise((resolve) => {
      loader.addEventListener('load', resolve);
    });
    page.document.body.append(loader);
    await ran;
    for (let count = 0; count < 10; count += 1) await nextFrame();
    expect(rootOf(page) === null).to.equal(true);
    expect(page.document.querySelector('form')?.checkVisibility()).to.equal(true);
    expect(errors).to.deep.equal([]);
  });

  it('A3, A18: leaves the focus on the answer on which it was', async () => {
    const page = await openPage(`<page-feedback>${form}</page-feedback>`);
    page.focus();
    page.document.querySelector<HTMLElement>('form [value=no]')?.focus();
    expect(page.document.activeElement?.localName).to.equal('button');
    const loader = page.document.createElement('script');
    loader.src = `${service}/widget/page-feedback.js`;
    page.document.body.append(loader);
    await upgraded(page);
    await nextFrame();
    // Not compared as objects: chai would write out the other page's whole world.
    expect(rootOf(page)?.activeElement === button(page, 'no')).to.equal(true);
  });

  it('sends answers to the service that the script came from', async () => {
    const page = await openPage(`<page-feedback>${form}</page-feedback>${script()}`);
    await upgraded(page);
    const sent: string[] = [];
    const usual = page.fetch.bind(page);
    page.fetch = (input, options) => {
      sent.push(input instanceof page.Request ? input.url : String(input));
      return usual(input, options);
    };
    const answered = new Promise<Event>((resolve) => {
      promptIn(page).addEventListener('feedback-answered', resolve);
      promptIn(page).addEventListener('feedback-failed', resolve);
    });
    button(page, 'no').click();
    expect((await answered).type).to.equal('feedback-answered');
    expect(sent).to.deep.equal([`${service}/feedback/v1/responses`]);
  });

  it('waits until the prompt comes near', async () => {
    const page = await openPage(
      `<div style="block-size: 3000px"></div><page-feedback>${form}</page-feedback>${script()}`,
    );
    const near = new Promise<boolean>((resolve) => {
      // Told after the loader’s own observer, which was there before.
      new page.IntersectionObserver(([entry]) => {
        resolve(entry?.isIntersecting ?? false);
      }).observe(promptIn(page));
    });
    expect(await near).to.equal(false);
    await page.fetch(`${service}/widget/page-feedback.js`, { cache: 'no-store' });
    expect(elementsOf(page)).to.deep.equal([]);
    expect(rootOf(page) === null).to.equal(true);
    promptIn(page).scrollIntoView();
    await upgraded(page);
    expect(elementsOf(page)).to.deep.equal(['page-feedback.sv.js']);
  });

  for (const [language, file] of [
    ['sv', 'sv'],
    ['sv-FI', 'sv'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['de', 'sv'],
    ['enm', 'sv'],
    ['', 'sv'],
  ] as const) {
    it(`A10: loads one file, in the language of a page in “${language}”: ${file}`, async () => {
      const page = await openPage(`<page-feedback></page-feedback>${script()}`, language);
      await upgraded(page);
      expect(elementsOf(page)).to.deep.equal([`page-feedback.${file}.js`]);
      expect(rootOf(page)?.querySelector('section')?.lang).to.equal(file);
    });
  }

  it('A10: loads a file for each language of a page, and each prompt speaks its own', async () => {
    const page = await openPage(
      `<page-feedback></page-feedback>
      <div lang="en"><page-feedback></page-feedback></div>${script()}`,
    );
    const sections = () =>
      [...page.document.querySelectorAll('page-feedback')].map((prompt) =>
        prompt.shadowRoot?.querySelector('section'),
      );
    await waitUntil(() => sections()[1]?.lang === 'en', 'the English prompt');
    await waitUntil(() => sections()[0]?.lang === 'sv', 'the Swedish prompt');
    expect(elementsOf(page).sort()).to.deep.equal(['page-feedback.en.js', 'page-feedback.sv.js']);
    const questions = sections().map((section) => section?.querySelector('h2')?.textContent);
    expect(questions).to.deep.equal([
      'Hjälpte denna information dig?',
      'Did this information help you?',
    ]);
    const english = page.document.querySelectorAll('page-feedback')[1];
    const answered = new Promise((resolve) => {
      english?.addEventListener('feedback-answered', resolve);
    });
    english?.shadowRoot?.querySelector<HTMLElement>('[value=no]')?.click();
    await answered;
    const told = english?.shadowRoot?.querySelector('[role=status]')?.textContent;
    expect(told).to.equal('Thank you for your answer. You can also write a comment.');
  });

  it('finds a prompt that a script puts in later', async () => {
    const page = await openPage(script());
    page.document.body.append(page.document.createElement('page-feedback'));
    await upgraded(page);
  });

  describe('that a script tag alone has told where to put the prompt', () => {
    const placing = (selector: string) =>
      `<script src="${service}/widget/page-feedback.js" data-target="${selector}"
        data-heading-level="3" defer></script>`;

    it('puts it last there', async () => {
      const page = await openPage(`<main><p>Text</p></main>${placing('main')}`);
      await upgraded(page);
      expect(page.document.querySelector('main')?.lastElementChild === promptIn(page)).to.equal(
        true,
      );
      expect(rootOf(page)?.querySelector('h3')?.textContent).to.include('information');
    });

    for (const selector of ['main[', '..', 'main >', '#1', '{{ target }}']) {
      it(`A21: does no harm with what is no selector: “${selector}”`, async () => {
        const errors: unknown[] = [];
        const page = await openPage('<main></main>');
        page.addEventListener('error', ({ error }) => errors.push(error));
        const loader = page.document.createElement('script');
        loader.src = `${service}/widget/page-feedback.js`;
        loader.dataset['target'] = selector;
        const ran = new Promise((resolve) => {
          loader.addEventListener('load', resolve);
        });
        page.document.body.append(loader);
        await ran;
        // What else there is on the page is found all the same, at once and later.
        page.document.body.append(page.document.createElement('page-feedback'));
        await upgraded(page);
        expect(errors).to.deep.equal([]);
        expect(page.document.querySelectorAll('page-feedback')).to.have.length(1);
      });
    }

    it('puts it back, with what was answered, where an application replaces the view', async () => {
      const page = await openPage(`<main><p>Text</p></main>${placing('main')}`);
      await upgraded(page);
      const answered = new Promise((resolve) => {
        promptIn(page).addEventListener('feedback-answered', resolve);
      });
      button(page, 'no').click();
      await answered;
      const view = page.document.querySelector('main');
      const inView = () => page.document.querySelector('main page-feedback');
      view?.replaceChildren(page.document.createElement('h1'));
      await waitUntil(inView, 'the prompt in the same place');
      view?.replaceWith(page.document.createElement('main'));
      await waitUntil(inView, 'the prompt in the new place');
      expect(page.document.querySelectorAll('page-feedback')).to.have.length(1);
      expect(button(page, 'no').getAttribute('aria-pressed')).to.equal('true');
    });

    it('waits for a place that comes later', async () => {
      const page = await openPage(placing('main'));
      await nextFrame();
      page.document.body.append(page.document.createElement('main'));
      await waitUntil(() => page.document.querySelector('main page-feedback'), 'the prompt');
      await upgraded(page);
    });

    it('A21: does not hang a page that takes it away each time', async () => {
      const page = await openPage(`<main></main>`);
      let removals = 0;
      const main = page.document.querySelector('main');
      new page.MutationObserver(() => {
        if (!main?.firstElementChild) return;
        removals += 1;
        main.replaceChildren();
      }).observe(page.document, { childList: true, subtree: true });
      page.document.body.append(
        page.document.createRange().createContextualFragment(placing('main')),
      );
      await waitUntil(() => removals > 2, 'the prompt that comes back');
      // Painting goes on meanwhile.
      await nextFrame();
    });
  });

  it('is found under an address with a version', async () => {
    const address = `${service}/widget/page-feedback.js?version=2`;
    const page = await openPage(`<page-feedback>${form}</page-feedback>${script(address)}`);
    await upgraded(page);
  });

  it('A21: adds only Lit’s own names to the page', async () => {
    const bare = await openPage('');
    const usual = new Set(Object.getOwnPropertyNames(bare));
    const page = await openPage(`<page-feedback>${form}</page-feedback>${script()}`);
    await upgraded(page);
    const added = Object.getOwnPropertyNames(page).filter((name) => !usual.has(name));
    expect(added.filter((name) => !/^(lit|reactive)\w*Versions$|^__pw/.test(name))).to.deep.equal(
      [],
    );
  });
});

describe('the page that the README shows', () => {
  /** The first block of code in a language that holds some text. */
  async function snippet(language: string, text: string) {
    const readme = await (await fetch('/README.md')).text();
    const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```/gms)];
    const found = blocks.find((block) => block[1] === language && block[2]?.includes(text));
    return (found?.[2] ?? '')
      .replaceAll('https://feedback.example.se', service)
      .replaceAll('https://www.example.se', location.origin);
  }

  async function openReadmePage() {
    const markup = await snippet('html', '<page-feedback>');
    const styles = await snippet('css', 'page-feedback');
    expect(markup).to.include('<form');
    expect(styles).to.include('min-height');
    const [before = '', loader = ''] = markup.split(/(?=<script)/);
    const page = await openPage(
      `<style>body { margin: 0 } ${styles}</style>${before}<p>Senast uppdaterad</p>`,
    );
    return { page, loader };
  }

  it('works', async () => {
    const { page, loader } = await openReadmePage();
    page.document.body.append(page.document.createRange().createContextualFragment(loader));
    await upgraded(page);
    const told = new Promise<Event>((resolve) => {
      promptIn(page).addEventListener('feedback-answered', resolve);
      promptIn(page).addEventListener('feedback-failed', resolve);
    });
    button(page, 'yes').click();
    expect((await told).type).to.equal('feedback-answered');
  });

  for (const width of [320, 700]) {
    it(`A16: moves nothing when the element takes over at ${width} px`, async function () {
      // Only some browsers measure how much moves.
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
      const { page, loader } = await openReadmePage();
      page.frameElement?.setAttribute('style', `inline-size: ${width}px; block-size: 500px`);
      for (let count = 0; count < 3; count += 1) await nextFrame();
      const shifts: PerformanceEntry[] = [];
      const observer = new page.PerformanceObserver((list) => shifts.push(...list.getEntries()));
      observer.observe({ type: 'layout-shift' });
      const below = page.document.querySelector('body > p');
      const place = below?.getBoundingClientRect().top;
      page.document.body.append(page.document.createRange().createContextualFragment(loader));
      await upgraded(page);
      for (let count = 0; count < 3; count += 1) await nextFrame();
      shifts.push(...observer.takeRecords());
      expect(below?.getBoundingClientRect().top, 'what stands below').to.equal(place);
      expect(shifts).to.deep.equal([]);
    });
  }
});
