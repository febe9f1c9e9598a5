import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { testService, type Prompt } from './prompt-harness.ts';
import { answered, written } from './prompt-states.ts';
import { holdRequests, watchRequests } from './requests.ts';
import { waitUntil } from './wait-until.ts';

const thanks = 'Tack! Vi har tagit emot din kommentar.';

describe('a comment', () => {
  it('A4: comes next, without taking the focus', async () => {
    const prompt = await answered();
    expect(prompt.form().checkVisibility()).to.equal(true);
    expect(prompt.focused()).to.equal(prompt.no());
    const follows = prompt.status().compareDocumentPosition(prompt.form());
    expect(follows & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
  });

  it('asks what was missing after no, and what helped after yes', async () => {
    const prompt = await answered('no');
    expect(prompt.label().textContent).to.include('Vad saknade du');
    await prompt.answer('yes');
    expect(prompt.label().textContent).to.include('Vad hjälpte dig?');
  });

  it('is written with real keys and stored by the real service', async () => {
    const prompt = await answered('no', { service: testService });
    const sent = watchRequests();
    await prompt.type('Jag hittade inte blanketten.');
    await sendKeys({ press: 'Enter' });
    await prompt.type('Var finns den? 🙂');
    expect((await prompt.send()).type).to.equal('feedback-submitted');
    expect(sent).to.have.lengthOf(1);
    expect(sent[0]?.fields.get('comment')).to.equal(
      'Jag hittade inte blanketten.\nVar finns den? 🙂',
    );
    expect(sent[0]?.fields.get('answer')).to.equal('no');
    const again = await fetch(sent[0]?.url ?? '', sent[0]?.options);
    expect(await again.json()).to.include({ answer: 'no', hasComment: true, revisionNo: 2 });
  });

  it('is told to the page without its words', async () => {
    const prompt = await written('Hemliga ord.');
    const event = await prompt.send();
    expect(event).to.include({ type: 'feedback-submitted', bubbles: true, composed: true });
    expect(Object.keys(event).filter((key) => key !== 'isTrusted')).to.deep.equal([]);
  });

  for (const [place, focus] of [
    ['the button', (prompt: Prompt) => prompt.submit()],
    ['the field', (prompt: Prompt) => prompt.field()],
    ['a link', (prompt: Prompt) => prompt.find('form a', HTMLAnchorElement)],
  ] as const) {
    it(`A3, A5: leaves the focus on the pressed answer when it is stored: ${place}`, async () => {
      const prompt = await written('Något saknades.');
      const outcome = prompt.nextOutcome();
      prompt.submit().click();
      focus(prompt).focus();
      const seen: (Element | null)[] = [];
      prompt.root.addEventListener('focusout', () => {
        queueMicrotask(() => seen.push(prompt.focused()));
      });
      await outcome;
      expect(prompt.has('form')).to.equal(false);
      expect(prompt.focused()).to.equal(prompt.no());
      expect(seen, 'where the focus went').to.deep.equal([prompt.no()]);
    });
  }

  it('A3: leaves the focus alone where it is elsewhere', async () => {
    const prompt = await written('Något saknades.');
    const link = prompt.find('section > p a', HTMLAnchorElement);
    const outcome = prompt.nextOutcome();
    prompt.submit().click();
    link.focus();
    await outcome;
    expect(prompt.focused()).to.equal(link);
  });

  it('A5: is thanked for once, not before it is stored', async () => {
    const prompt = await written('Något saknades.');
    const held = holdRequests();
    const region = prompt.status();
    const changes = prompt.changesOf(region);
    const outcome = prompt.nextOutcome();
    await prompt.press(prompt.submit());
    await waitUntil(() => held.length === 1, 'the request');
    expect(prompt.told()).to.equal('');
    held[0]?.answer(200);
    await outcome;
    expect(changes).to.deep.equal(['', thanks]);
    expect(prompt.status()).to.equal(region);
  });

  it('A5: is thanked for a moment after the focus has come to rest, or nobody hears it', async () => {
    const prompt = await written('Något saknades.');
    let focused = Infinity;
    let told = 0;
    prompt.no().addEventListener('focus', () => {
      focused = performance.now();
    });
    new MutationObserver(() => {
      if (prompt.told()) told = performance.now();
    }).observe(prompt.status(), { subtree: true, childList: true, characterData: true });
    await prompt.send();
    expect(told - focused).to.be.at.least(100);
  });

  it('A3: keeps its button, and its focus, while it is sent, and is sent once', async () => {
    const prompt = await written('Något saknades.');
    const held = holdRequests();
    const button = prompt.submit();
    await prompt.press(button);
    expect(button.textContent.trim()).to.equal('Skickar …');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(button.disabled).to.equal(false);
    expect(prompt.focused()).to.equal(button);
    await prompt.press(button);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => held.length > 0, 'the request');
    expect(held).to.have.lengthOf(1);
  });

  it('A7: is not lost where the visitor wrote on while it was sent', async () => {
    const prompt = await written('Något saknades.');
    const held = holdRequests();
    const outcome = prompt.nextOutcome();
    await prompt.press(prompt.submit());
    await waitUntil(() => held.length === 1, 'the request');
    prompt.write('Något saknades. Och något mer.');
    held[0]?.answer(200);
    await outcome;
    expect(prompt.has('textarea'), 'the field with words that nobody has').to.equal(true);
    expect(prompt.field().value).to.equal('Något saknades. Och något mer.');
  });
});

describe('a prompt that the page moves elsewhere', () => {
  it('A7: keeps the answer and the words', async () => {
    const prompt = await written('Något saknades.');
    document.body.prepend(prompt.element);
    expect(prompt.element.shadowRoot).to.equal(prompt.root);
    expect(prompt.no().getAttribute('aria-pressed')).to.equal('true');
    expect(prompt.field().value).to.equal('Något saknades.');
    expect((await prompt.send()).type).to.equal('feedback-submitted');
  });
});
