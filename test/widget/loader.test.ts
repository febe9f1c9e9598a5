import { expect } from 'chai';
import {
  button,
  elementsOf,
  form,
  openPage,
  promptIn,
  rootOf,
  script,
  service,
  upgraded,
} from './loader-page.ts';
import { nextFrame, waitUntil } from './wait-until.ts';

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
