import { expect } from 'chai';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { onTestEnd } from './on-test-end.ts';
import { addStyles, openMarkup, openPrompt, testService, type Prompt } from './prompt-harness.ts';
import { box } from './prompt-sight.ts';
import { allLinks } from './prompt-states.ts';
import { watchRequests } from './requests.ts';
import { skipUnlessMatches } from './skip-because.ts';

/** Shows all that an answer brings: the status, the form and the links. */
async function openAnswered() {
  const prompt = await openPrompt(allLinks);
  await prompt.answer('no');
  return prompt;
}

describe('the page around', () => {
  const hostile = `
    * { all: unset }
    button, textarea, section, p { display: none !important; color: red !important }
    h2 { font-size: 99px !important; position: fixed !important }
    [role=status] { visibility: hidden !important }
    :focus-visible { outline: none !important }
    label::before { content: 'Inte jag' !important }`;

  it('A21: cannot spoil the prompt by its styles', async () => {
    const sample = (prompt: Prompt) =>
      prompt.all().map((part) => {
        const { color, fontSize, display, visibility, position } = getComputedStyle(part);
        const { borderTopWidth, paddingTop, backgroundColor } = getComputedStyle(part);
        const before = getComputedStyle(part, '::before').content;
        const look = { color, fontSize, display, visibility, position, backgroundColor, before };
        return { name: part.localName, ...look, borderTopWidth, paddingTop };
      });
    const prompt = await openAnswered();
    const usual = sample(prompt);
    addStyles(hostile);
    expect(sample(prompt)).to.deep.equal(usual);
    prompt.yes().focus();
    await sendKeys({ press: 'Tab' });
    expect(prompt.focused()).to.equal(prompt.no());
    expect(getComputedStyle(prompt.no()).outlineStyle).to.equal('solid');
    await prompt.answer('yes');
    expect(prompt.yes().checkVisibility()).to.equal(true);
    expect(box(prompt.yes()).height).to.be.at.least(44);
  });

  it('A21: keeps its own styles, sheets and head', async () => {
    const markup = `<section><h2 id="question" part="question">R</h2><p class="hidden failure">t</p>
      <form part="form"><label part="label">l <textarea id="comment" rows="4"></textarea></label>
      <button part="answer" aria-pressed="true">Ja</button></form></section>`;
    const parts = [
      document.documentElement,
      document.body,
      ...openMarkup(markup).querySelectorAll('*'),
    ];
    const look = () =>
      parts.map((part) => {
        const style = getComputedStyle(part);
        return [...style].map((name) => [name, style.getPropertyValue(name)].join(': '));
      });
    const surroundings = () => ({
      head: document.head.innerHTML,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      attributes: [...document.documentElement.attributes, ...document.body.attributes].length,
    });
    // The room that the prompt takes is no change of the page's styles.
    addStyles('page-feedback { position: absolute } html { overflow: hidden }');
    const [lookBefore, before] = [look(), surroundings()];
    const prompt = await openAnswered();
    expect(surroundings()).to.deep.equal(before);
    expect(look()).to.deep.equal(lookBefore);
    expect(prompt.element.hasAttribute('style')).to.equal(false);
    expect(prompt.element.children).to.have.lengthOf(0);
  });

  it('A21: can hide the prompt', async () => {
    const prompt = await openPrompt({ hidden: '' });
    expect(box(prompt.element).height).to.equal(0);
    prompt.element.hidden = false;
    expect(box(prompt.element).height).to.be.above(100);
  });

  it('A21: has no prompt in print, where nobody can answer', async function () {
    await emulateMedia({ media: 'print' });
    onTestEnd(() => emulateMedia({ media: 'screen' }));
    skipUnlessMatches(this, 'print');
    expect(box((await openPrompt()).element).height).to.equal(0);
  });
});

describe('the visitor’s device', () => {
  const stored = async () => ({
    cookie: document.cookie,
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  });

  it('keeps nothing of an answer and a comment', async () => {
    const before = await stored();
    const prompt = await openPrompt({ service: testService });
    await prompt.answer('no');
    prompt.write('Något saknades.');
    expect((await prompt.send()).type).to.equal('feedback-submitted');
    expect(await stored()).to.deep.equal(before);
    expect(before.cookie).to.equal('');
    expect(before.databases).to.deep.equal([]);
    expect(before.caches).to.deep.equal([]);
  });

  it('sends nothing before the visitor acts', async () => {
    const sent = watchRequests();
    const addresses = () => performance.getEntriesByType('resource').map(({ name }) => name);
    const before = addresses();
    const prompt = await openPrompt({ ...allLinks, service: testService });
    prompt.yes().focus();
    await prompt.press(prompt.question());
    expect(sent).to.deep.equal([]);
    expect(addresses().filter((name) => !before.includes(name))).to.deep.equal([]);
    await prompt.answer('yes');
    expect(sent).to.have.lengthOf(1);
  });
});
