import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { fakeService, openPrompt, testService, type Prompt } from './prompt-harness.ts';
import { allLinks, mostCharacters, wordsOfLength } from './prompt-states.ts';
import { holdRequests, watchRequests } from './requests.ts';
import { untilAllIsTold, waitUntil } from './wait-until.ts';

const thanks = 'Tack! Vi har tagit emot din kommentar.';
const emptyFault = 'Skriv något i rutan innan du skickar.';

async function openAnswered(answer: 'yes' | 'no' = 'no', settings: Record<string, string> = {}) {
  const prompt = await openPrompt({ ...allLinks, ...settings });
  await prompt.answer(answer);
  return prompt;
}

async function openWritten(text: string, settings: Record<string, string> = {}) {
  const prompt = await openAnswered('no', settings);
  prompt.write(text);
  return prompt;
}

describe('a comment', () => {
  it('A4: comes next, without taking the focus', async () => {
    const prompt = await openAnswered();
    expect(prompt.form().checkVisibility()).to.equal(true);
    expect(prompt.focused()).to.equal(prompt.no());
    const follows = prompt.status().compareDocumentPosition(prompt.form());
    expect(follows & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
  });

  it('asks what was missing after no, and what helped after yes', async () => {
    const prompt = await openAnswered('no');
    expect(prompt.label().textContent).to.include('Vad saknade du');
    await prompt.answer('yes');
    expect(prompt.label().textContent).to.include('Vad hjälpte dig?');
  });

  it('is written with real keys and stored by the real service', async () => {
    const prompt = await openAnswered('no', { service: testService });
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
    const prompt = await openWritten('Hemliga ord.');
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
      const prompt = await openWritten('Något saknades.');
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
    const prompt = await openWritten('Något saknades.');
    const link = prompt.find('section > p a', HTMLAnchorElement);
    const outcome = prompt.nextOutcome();
    prompt.submit().click();
    link.focus();
    await outcome;
    expect(prompt.focused()).to.equal(link);
  });

  it('A5: is thanked for once, not before it is stored', async () => {
    const prompt = await openWritten('Något saknades.');
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
    const prompt = await openWritten('Något saknades.');
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
    const prompt = await openWritten('Något saknades.');
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
    const prompt = await openWritten('Något saknades.');
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

describe('a comment that cannot be sent', () => {
  for (const blank of ['', ' ', '\n\t ']) {
    it(`A7: is told to be empty: ${JSON.stringify(blank)}`, async () => {
      const sent = watchRequests();
      const prompt = await openWritten(blank);
      await prompt.sendFaulty();
      expect(prompt.fault()).to.equal(emptyFault);
      expect(sent).to.have.lengthOf(1);
    });
  }

  it('A7: tells its fault inside the label, marks the field and moves there', async () => {
    const prompt = await openWritten('');
    expect(prompt.field().hasAttribute('aria-invalid')).to.equal(false);
    await prompt.sendFaulty();
    expect(prompt.label().textContent).to.include(emptyFault);
    expect(prompt.label().htmlFor).to.equal(prompt.field().id);
    expect(prompt.field().getAttribute('aria-invalid')).to.equal('true');
    expect(prompt.field().getAttribute('aria-describedby')).to.equal('hint');
    expect(prompt.field().hasAttribute('aria-errormessage')).to.equal(false);
    expect(prompt.has('[role=alert]')).to.equal(false);
    expect(prompt.focused()).to.equal(prompt.field());
  });

  it('A7: moves there again, so that it is spoken again, when the fault is the same', async () => {
    const prompt = await openWritten('');
    await prompt.sendFaulty();
    const faults: string[] = [];
    prompt.field().addEventListener('focus', () => faults.push(prompt.fault()));
    await prompt.press(prompt.submit());
    await waitUntil(() => faults.length > 0, 'the focus in the field');
    expect(faults).to.deep.equal([emptyFault]);
    expect(prompt.focused()).to.equal(prompt.field());
  });

  for (const [length, excess] of [
    [mostCharacters + 1, '1 tecken'],
    [mostCharacters + 12, '12 tecken'],
    [2 * mostCharacters, '1000 tecken'],
  ] as const) {
    it(`A7: tells exactly how much too long it is: ${excess}`, async () => {
      const sent = watchRequests();
      const text = wordsOfLength(length);
      const prompt = await openWritten(text);
      await prompt.sendFaulty();
      const fault = `Texten är ${excess} för lång. Korta den och skicka igen.`;
      expect(prompt.fault()).to.equal(fault);
      expect(prompt.counter()).to.equal(fault);
      expect(prompt.field().value).to.equal(text);
      expect(prompt.focused()).to.equal(prompt.field());
      expect(sent).to.have.lengthOf(1);
    });
  }

  it('A7: counts characters as the visitor does, emoji and all', async () => {
    const prompt = await openWritten('🙂'.repeat(mostCharacters + 2));
    await prompt.sendFaulty();
    expect(prompt.fault()).to.include('2 tecken för lång');
    prompt.write('🙂'.repeat(mostCharacters));
    expect(prompt.counter()).to.equal('Du kan skriva 0 tecken till.');
    expect((await prompt.send()).type).to.equal('feedback-submitted');
  });

  it('A7: is taken by the real service at its full length, in emoji and line breaks', async () => {
    const prompt = await openAnswered('no', { service: testService });
    prompt.write('🙂\n'.repeat(mostCharacters / 2));
    expect(prompt.counter()).to.equal('Du kan skriva 0 tecken till.');
    expect((await prompt.send()).type).to.equal('feedback-submitted');
  });

  it('A7: names no other fault when it has been shortened', async () => {
    const prompt = await openWritten(wordsOfLength(mostCharacters + 5));
    await prompt.sendFaulty();
    prompt.write(wordsOfLength(mostCharacters - 200));
    expect(prompt.label().textContent).not.to.include(emptyFault);
    expect(prompt.label().textContent).not.to.include('för lång');
  });

  it('A7: is thanked for, without a trace of the fault, when it has been mended', async () => {
    const prompt = await openWritten('');
    await prompt.sendFaulty();
    await prompt.type('Något saknades.');
    expect((await prompt.send()).type).to.equal('feedback-submitted');
    expect(prompt.told()).to.equal(thanks);
    expect(prompt.has('[part=error], [aria-invalid]')).to.equal(false);
  });

  it('A3, A7: lets the visitor go on to another answer', async () => {
    const prompt = await openWritten('');
    await prompt.sendFaulty();
    await prompt.answer('yes');
    expect(prompt.focused()).to.equal(prompt.yes());
  });

  it('A7: does not fetch the visitor back who has left the field', async () => {
    const prompt = await openWritten('');
    await prompt.sendFaulty();
    await prompt.type('Ord');
    await sendKeys({ press: 'Shift+Tab' });
    const link = prompt.focused();
    expect(link).not.to.equal(prompt.field());
    // What is said of the remaining characters changes when typing has paused.
    prompt.write(wordsOfLength(mostCharacters - 10));
    await waitUntil(prompt.spokenCounter, 'the spoken counter');
    expect(prompt.focused()).to.equal(link);
  });
});

describe('a prompt that the page moves elsewhere', () => {
  it('A7: keeps the answer and the words', async () => {
    const prompt = await openWritten('Något saknades.');
    document.body.prepend(prompt.element);
    expect(prompt.element.shadowRoot).to.equal(prompt.root);
    expect(prompt.no().getAttribute('aria-pressed')).to.equal('true');
    expect(prompt.field().value).to.equal('Något saknades.');
    expect((await prompt.send()).type).to.equal('feedback-submitted');
  });
});

describe('another answer', () => {
  it('A8: leaves the words as they are', async () => {
    const prompt = await openWritten('Något saknades.');
    await prompt.answer('yes');
    expect(prompt.field().value).to.equal('Något saknades.');
    expect(prompt.counter()).to.equal(`Du kan skriva ${mostCharacters - 15} tecken till.`);
    await prompt.answer('no');
    expect(prompt.field().value).to.equal('Något saknades.');
  });

  it('A8: does not send words that the visitor has not sent', async () => {
    const sent = watchRequests();
    const prompt = await openWritten('Något saknades.');
    await prompt.answer('yes');
    expect(sent.map(({ fields }) => fields.get('comment'))).to.deep.equal([null, null]);
  });

  it('A8: can still be given when the comment is stored, which it keeps', async () => {
    const prompt = await openWritten('Något saknades.', { service: testService });
    await prompt.send();
    const sent = watchRequests();
    expect(await prompt.answer('yes')).to.include({ type: 'feedback-answered', answer: 'yes' });
    expect(prompt.told()).to.equal('Tack för ditt svar.');
    expect(prompt.has('form')).to.equal(false);
    const again = await fetch(sent[0]?.url ?? '', sent[0]?.options);
    expect(await again.json()).to.include({ answer: 'yes', hasComment: true, revisionNo: 3 });
  });

  it('A8: does not ask for the comment again when it fails after the comment', async () => {
    const prompt = await openWritten('Något saknades.');
    await prompt.send();
    prompt.useService(fakeService('failing'));
    expect((await prompt.answer('yes')).type).to.equal('feedback-failed');
    expect(prompt.told()).to.equal('Det gick inte att skicka just nu. Försök igen om en stund.');
    expect(prompt.has('form'), 'a form for words that are stored').to.equal(false);
    prompt.useService(fakeService('working'));
    const outcome = prompt.nextOutcome();
    await prompt.press(prompt.retry());
    expect((await outcome).type).to.equal('feedback-answered');
    expect(prompt.has('form')).to.equal(false);
  });

  it('A7, A8: keeps words that were changed after they could not be sent', async () => {
    const prompt = await openWritten('Något saknades.', {
      service: fakeService('failing-comments'),
    });
    await prompt.send();
    prompt.write('Något helt annat saknades.');
    prompt.useService(fakeService('working'));
    await prompt.answer('yes');
    expect(prompt.has('textarea'), 'the field with words that nobody has').to.equal(true);
    expect(prompt.field().value).to.equal('Något helt annat saknades.');
  });

  it('A5, A8: thanks for the comment that it overtakes', async () => {
    const prompt = await openWritten('Något saknades.');
    const held = holdRequests();
    const types: string[] = [];
    for (const type of ['feedback-submitted', 'feedback-answered']) {
      prompt.element.addEventListener(type, () => types.push(type));
    }
    const outcome = prompt.nextOutcome();
    await prompt.press(prompt.submit());
    await prompt.press(prompt.yes());
    await waitUntil(() => held.length === 2, 'both requests');
    expect(held[1]?.fields.get('comment'), 'the words go along').to.equal('Något saknades.');
    held[1]?.answer(200);
    held[0]?.answer(200);
    await outcome;
    expect(prompt.has('form')).to.equal(false);
    expect(prompt.told()).to.equal(thanks);
    expect(types).to.include('feedback-submitted');
  });
});

describe('the counter', () => {
  it('A9: is always in sight, and right', async () => {
    const prompt = await openAnswered();
    expect(prompt.counter()).to.equal('Du kan skriva 1000 tecken till.');
    expect(prompt.find('[part=counter]', HTMLElement).checkVisibility()).to.equal(true);
    await prompt.type('Hej');
    expect(prompt.counter()).to.equal('Du kan skriva 997 tecken till.');
    prompt.write(wordsOfLength(mostCharacters - 1));
    expect(prompt.counter()).to.equal('Du kan skriva 1 tecken till.');
  });

  it('A9: is itself no region that speaks', async () => {
    const prompt = await openAnswered();
    const counter = prompt.find('[part=counter]', HTMLElement);
    expect(counter.closest('[role=status], [aria-live], [role=log], output')).to.equal(null);
    expect(prompt.spokenCounter()).to.equal('');
  });

  it('A9: is spoken near the limit, once, when typing pauses', async () => {
    const prompt = await openAnswered();
    const region = prompt.find('form [role=status]', HTMLElement);
    const spoken = prompt.changesOf(region);
    prompt.write(wordsOfLength(mostCharacters - 60));
    await prompt.type('några ord till');
    await waitUntil(prompt.spokenCounter, 'the spoken counter');
    expect(spoken).to.deep.equal(['Du kan skriva 46 tecken till.']);
    expect(prompt.focused()).to.equal(prompt.field());
  });

  it('A9: is silent far from the limit', async () => {
    const prompt = await openAnswered();
    prompt.write(wordsOfLength(mostCharacters - 50));
    await waitUntil(prompt.spokenCounter, 'the spoken counter');
    prompt.write('Bara några ord.');
    await waitUntil(() => prompt.spokenCounter() === '', 'the silence');
  });

  it('A9: tells when there is too much, and by how much', async () => {
    const prompt = await openAnswered();
    prompt.write(wordsOfLength(mostCharacters + 1));
    await waitUntil(prompt.spokenCounter, 'the spoken counter');
    expect(prompt.spokenCounter()).to.include('1 tecken för lång');
    await untilAllIsTold();
    expect(prompt.has('[part=error]'), 'a fault before anything was sent').to.equal(false);
  });
});
