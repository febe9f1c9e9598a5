import { expect } from 'chai';
import { fakeService, openPrompt, type Prompt } from './prompt-harness.ts';
import { waitUntil } from './wait-until.ts';

const thanks = 'Tack för ditt svar. Du kan också skriva en kommentar.';

/** Every word of the status, also a space that cannot be seen. */
const wordsOf = (prompt: Prompt) => prompt.status().textContent;

describe('the status', () => {
  it('A5: is there from the first paint, and holds nothing', async () => {
    const prompt = await openPrompt();
    expect(prompt.status().getAttribute('role')).to.equal('status');
    expect(prompt.status().children).to.have.lengthOf(0);
    expect(wordsOf(prompt)).to.equal('');
  });

  it('A5: gets a new paragraph each time, to which arrows come', async () => {
    const prompt = await openPrompt();
    const region = prompt.status();
    const paragraphs: Element[] = [];
    for (const answer of ['yes', 'no', 'yes'] as const) {
      await prompt.answer(answer);
      const [paragraph, ...more] = region.children;
      if (!paragraph) throw new Error('The status is empty.');
      expect(paragraph.localName).to.equal('p');
      expect(more, 'what was said before').to.deep.equal([]);
      paragraphs.push(paragraph);
    }
    expect(new Set(paragraphs).size).to.equal(3);
    expect(prompt.status()).to.equal(region);
  });

  for (const [what, service] of [
    ['thanks', 'working'],
    ['a failure', 'failing'],
  ] as const) {
    it(`A5: is never the same twice in a row, or nobody hears it: ${what}`, async () => {
      const prompt = await openPrompt({ service: fakeService(service) });
      const said: string[] = [];
      for (const answer of ['yes', 'no', 'yes', 'no'] as const) {
        await prompt.answer(answer);
        said.push(wordsOf(prompt));
      }
      const [first = ''] = said;
      expect(first).to.match(/\.$/);
      expect(said).to.deep.equal([first, `${first}\u00a0`, first, `${first}\u00a0`]);
    });
  }

  it('A5: is said as it is when other words came between', async () => {
    const prompt = await openPrompt();
    await prompt.answer('yes');
    prompt.useService(fakeService('failing'));
    await prompt.answer('no');
    prompt.useService(fakeService('working'));
    await prompt.answer('yes');
    expect(wordsOf(prompt)).to.equal(thanks);
  });

  it('A5: says the same of each of two prompts', async () => {
    const prompts = [await openPrompt(), await openPrompt()];
    for (const prompt of prompts) await prompt.answer('yes');
    expect(prompts.map(wordsOf)).to.deep.equal([thanks, thanks]);
  });
});

describe('the caret', () => {
  it('A5: is not left in a form that goes away: the next key would be silent', async () => {
    const prompt = await openPrompt();
    await prompt.answer('no');
    await prompt.type('Något saknades.');
    getSelection()?.selectAllChildren(prompt.element);
    const selected: (number | undefined)[] = [];
    prompt.no().addEventListener('focus', () => selected.push(getSelection()?.rangeCount));
    prompt.field().focus();
    expect(getSelection()?.rangeCount).to.equal(1);
    const outcome = prompt.nextOutcome();
    prompt.submit().click();
    await outcome;
    await waitUntil(() => !prompt.has('form'), 'the end of the form');
    expect(prompt.focused()).to.equal(prompt.no());
    expect(selected, 'selections when the focus came').to.deep.equal([0]);
  });
});
