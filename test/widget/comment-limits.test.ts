import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { testService } from './prompt-harness.ts';
import { answered, mostCharacters, wordsOfLength, written } from './prompt-states.ts';
import { watchRequests } from './requests.ts';
import { untilAllIsTold, waitUntil } from './wait-until.ts';

const thanks = 'Tack! Vi har tagit emot din kommentar.';
const emptyFault = 'Skriv något i rutan innan du skickar.';

describe('a comment that cannot be sent', () => {
  for (const blank of ['', ' ', '\n\t ']) {
    it(`A7: is told to be empty: ${JSON.stringify(blank)}`, async () => {
      const sent = watchRequests();
      const prompt = await written(blank);
      await prompt.sendFaulty();
      expect(prompt.fault()).to.equal(emptyFault);
      expect(sent).to.have.lengthOf(1);
    });
  }

  it('A7: tells its fault inside the label, marks the field and moves there', async () => {
    const prompt = await written('');
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
    const prompt = await written('');
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
      const prompt = await written(text);
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
    const prompt = await written('🙂'.repeat(mostCharacters + 2));
    await prompt.sendFaulty();
    expect(prompt.fault()).to.include('2 tecken för lång');
    prompt.write('🙂'.repeat(mostCharacters));
    expect(prompt.counter()).to.equal('Du kan skriva 0 tecken till.');
    expect((await prompt.send()).type).to.equal('feedback-submitted');
  });

  it('A7: is taken by the real service at its full length, in emoji and line breaks', async () => {
    const prompt = await answered('no', { service: testService });
    prompt.write('🙂\n'.repeat(mostCharacters / 2));
    expect(prompt.counter()).to.equal('Du kan skriva 0 tecken till.');
    expect((await prompt.send()).type).to.equal('feedback-submitted');
  });

  it('A7: names no other fault when it has been shortened', async () => {
    const prompt = await written(wordsOfLength(mostCharacters + 5));
    await prompt.sendFaulty();
    prompt.write(wordsOfLength(mostCharacters - 200));
    expect(prompt.label().textContent).not.to.include(emptyFault);
    expect(prompt.label().textContent).not.to.include('för lång');
  });

  it('A7: is thanked for, without a trace of the fault, when it has been mended', async () => {
    const prompt = await written('');
    await prompt.sendFaulty();
    await prompt.type('Något saknades.');
    expect((await prompt.send()).type).to.equal('feedback-submitted');
    expect(prompt.told()).to.equal(thanks);
    expect(prompt.has('[part=error], [aria-invalid]')).to.equal(false);
  });

  it('A3, A7: lets the visitor go on to another answer', async () => {
    const prompt = await written('');
    await prompt.sendFaulty();
    await prompt.answer('yes');
    expect(prompt.focused()).to.equal(prompt.yes());
  });

  it('A7: does not fetch the visitor back who has left the field', async () => {
    const prompt = await written('');
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

describe('the counter', () => {
  it('A9: is always in sight, and right', async () => {
    const prompt = await answered();
    expect(prompt.counter()).to.equal('Du kan skriva 1000 tecken till.');
    expect(prompt.find('[part=counter]', HTMLElement).checkVisibility()).to.equal(true);
    await prompt.type('Hej');
    expect(prompt.counter()).to.equal('Du kan skriva 997 tecken till.');
    prompt.write(wordsOfLength(mostCharacters - 1));
    expect(prompt.counter()).to.equal('Du kan skriva 1 tecken till.');
  });

  it('A9: is itself no region that speaks', async () => {
    const prompt = await answered();
    const counter = prompt.find('[part=counter]', HTMLElement);
    expect(counter.closest('[role=status], [aria-live], [role=log], output')).to.equal(null);
    expect(prompt.spokenCounter()).to.equal('');
  });

  it('A9: is spoken near the limit, once, when typing pauses', async () => {
    const prompt = await answered();
    const region = prompt.find('form [aria-live]', HTMLElement);
    const spoken = prompt.changesOf(region);
    prompt.write(wordsOfLength(mostCharacters - 60));
    await prompt.type('några ord till');
    await waitUntil(prompt.spokenCounter, 'the spoken counter');
    expect(spoken).to.deep.equal(['Du kan skriva 46 tecken till.']);
    expect(prompt.focused()).to.equal(prompt.field());
  });

  it('A9: is silent far from the limit', async () => {
    const prompt = await answered();
    prompt.write(wordsOfLength(mostCharacters - 50));
    await waitUntil(prompt.spokenCounter, 'the spoken counter');
    prompt.write('Bara några ord.');
    await waitUntil(() => prompt.spokenCounter() === '', 'the silence');
  });

  it('A9: tells when there is too much, and by how much', async () => {
    const prompt = await answered();
    prompt.write(wordsOfLength(mostCharacters + 1));
    await waitUntil(prompt.spokenCounter, 'the spoken counter');
    expect(prompt.spokenCounter()).to.include('1 tecken för lång');
    await untilAllIsTold();
    expect(prompt.has('[part=error]'), 'a fault before anything was sent').to.equal(false);
  });
});
