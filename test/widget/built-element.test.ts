import { expect } from 'chai';
import { onTestEnd } from './on-test-end.ts';
import { fakeService, openPrompt } from './prompt-harness.ts';
import { waitUntil } from './wait-until.ts';

/*
 * The element as it is built, one file for each language, in a page of its own. What
 * another release has cached stands for itself: the languages of the tests are built
 * apart, with another copy of Lit, and no name in them is shortened.
 */
const built = (language: string) => `/dist/widget/page-feedback.${language}.js`;
const ofOtherRelease = '/dist/pseudo/prompt-language.longer.js';

/** Opens a page with prompts that runs scripts in turn, and waits until each prompt shows itself. */
async function openPage(prompts: string, ...scripts: string[]) {
  const frame = document.createElement('iframe');
  frame.width = '600';
  frame.height = '900';
  document.body.append(frame);
  onTestEnd(() => {
    frame.remove();
  });
  const { contentDocument: page, contentWindow } = frame;
  if (!page || !contentWindow) throw new Error('There is no page.');
  page.body.innerHTML = prompts;
  const faults: string[] = [];
  contentWindow.addEventListener('error', ({ message }) => faults.push(message));
  for (const code of scripts) {
    const script = page.createElement('script');
    script.type = 'module';
    script.textContent = `${code};\ndocument.body.append(document.createElement('hr'));`;
    page.body.append(script);
    const count = page.querySelectorAll('hr').length;
    await waitUntil(() => page.querySelectorAll('hr').length > count, 'the end of a script');
  }
  const all = [...page.querySelectorAll('page-feedback')];
  const find = (prompt: Element | undefined, selector: string) =>
    prompt?.shadowRoot?.querySelector<HTMLElement>(selector);
  const told = (prompt: Element | undefined) => find(prompt, '[part~=status]')?.textContent ?? '';
  return { all, find, told, faults };
}

type Page = Awaited<ReturnType<typeof openPage>>;

/** Answers, is asked about personal data, edits and sends; each step must be understood. */
async function expectWholeJourney({ find, told }: Page, prompt: Element | undefined) {
  find(prompt, '[value=no]')?.click();
  await waitUntil(() => told(prompt), 'the thanks for the answer');
  const write = (text: string) => {
    const field = find(prompt, 'textarea');
    if (!field || !('value' in field)) throw new Error('There is no field.');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    find(prompt, '[type=submit]')?.click();
  };
  write('');
  expect(find(prompt, '[part=error]')?.textContent).to.match(/\S/);
  write('Ring 070-174 06 05.');
  expect(find(prompt, '#masked')?.textContent).to.match(/^Ring \[.+\]\.$/);
  find(prompt, '[value=masked]')?.click();
  await waitUntil(() => told(prompt) && !find(prompt, 'form'), 'the thanks for the comment');
}

const prompts = (...languages: string[]) =>
  languages
    .map(
      (lang) =>
        `<page-feedback lang="${lang}" service="${fakeService('working')}"></page-feedback>`,
    )
    .join('');

describe('the built element', () => {
  for (const [first, second] of [
    ['sv', 'en'],
    ['en', 'sv'],
    ['fi', 'en'],
  ] as const) {
    it(`understands the file of another language: ${first}, then ${second}`, async () => {
      const imports = [first, second].map((language) => `import '${built(language)}'`);
      const page = await openPage(prompts(first, second), ...imports);
      for (const prompt of page.all) await expectWholeJourney(page, prompt);
      const [one, other] = page.all;
      expect(page.told(one)).not.to.equal(page.told(other));
      expect(page.faults).to.deep.equal([]);
    });
  }

  it('understands the file of another release, in which names are other than its own', async () => {
    const page = await openPage(
      prompts('sv', 'qab'),
      `import '${built('sv')}'`,
      `import { promptLanguage } from '${ofOtherRelease}';
       customElements.get('page-feedback').languages.qab = promptLanguage;
       for (const prompt of document.querySelectorAll('page-feedback')) prompt.render()`,
    );
    for (const prompt of page.all) await expectWholeJourney(page, prompt);
    expect(page.find(page.all[1], 'section')?.lang).to.equal('qab');
    expect(page.faults).to.deep.equal([]);
  });

  it('is understood by the element of another release', async () => {
    await import(built('en'));
    const prompt = await openPrompt({ lang: 'en' });
    expect(prompt.question().textContent).to.equal('Did this information help you?');
    await prompt.answer('no');
    prompt.write('Something was missing.');
    await prompt.send();
    expect(prompt.told()).to.match(/^Thank you/);
  });
});

describe('a file of the element that a website has bundled', () => {
  for (const [name, address] of [
    ['to a classic script', 'void 0'],
    ['with the address of the machine that bundled', '"file:///src/widget/page-feedback.sv.js"'],
  ] as const) {
    it(`sends to the website itself, and tells its developers: ${name}`, async () => {
      const code = await (await fetch(built('sv'))).text();
      expect(code).to.include('import.meta.url');
      const page = await openPage(
        '<page-feedback></page-feedback>',
        `window.sent = [];
         window.fetch = (address) => { sent.push(address); return new Promise(() => {}); };
         window.reportError = ({ message }) => sent.push(message);
         ${code.replaceAll('import.meta.url', address)}`,
      );
      const [prompt] = page.all;
      page.find(prompt, '[value=yes]')?.click();
      const view = prompt?.ownerDocument.defaultView;
      expect(Reflect.get(view ?? {}, 'sent')).to.deep.equal([
        '<page-feedback> needs the attribute service.',
        `${view?.location.origin}/feedback/v1/responses`,
      ]);
    });
  }
});
