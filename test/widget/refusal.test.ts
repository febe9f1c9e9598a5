import { expect } from 'chai';
import { fakeService, openMarkup, type Prompt } from './prompt-harness.ts';
import { promptStates } from './prompt-states.ts';
import { holdRequests } from './requests.ts';
import { waitUntil } from './wait-until.ts';

/** Each way in which the service refuses what it will never take, with what is told. */
const refusals = [
  {
    state: 'the comment was refused',
    fault: 'Texten kan inte tas emot som den är. Ändra texten och skicka igen.',
  },
  {
    state: 'the comment was refused for personal data',
    fault: 'Det ser ut som att texten innehåller personuppgifter. Ändra texten och skicka igen.',
  },
];

const open = (state: string): Promise<Prompt> => {
  const opening = promptStates[state];
  if (!opening) throw new Error(`There is no state ${state}.`);
  return opening();
};

describe('a comment that the service refuses', () => {
  for (const { state, fault } of refusals) {
    it(`A7: is told in the label, and nowhere else, with the way out: ${state}`, async () => {
      const prompt = await open(state);
      expect(prompt.fault()).to.equal(fault);
      expect(prompt.label().textContent).to.include(fault);
      expect(prompt.field().getAttribute('aria-invalid')).to.equal('true');
      expect(prompt.focused()).to.equal(prompt.field());
      expect(prompt.told(), 'the same once more').to.equal('');
      expect(prompt.hasRetry(), 'a button that sends the same').to.equal(false);
      expect(prompt.field().value).not.to.equal('');
    });

    it(`A7: has no fault any more when it is written anew, and is sent: ${state}`, async () => {
      const prompt = await open(state);
      prompt.write('Något annat saknades.');
      expect(prompt.has('[part=error], [aria-invalid]')).to.equal(false);
      prompt.useService(fakeService('working'));
      expect((await prompt.send()).type).to.equal('feedback-submitted');
      expect(prompt.told()).to.equal('Tack! Vi har tagit emot din kommentar.');
    });
  }

  it('A3, A5: is told where the visitor is, who has left the prompt', async () => {
    const place = openMarkup('<a href="#1">efter</a>');
    const prompt = await open('writing');
    const held = holdRequests();
    const outcome = prompt.nextOutcome();
    await prompt.press(prompt.submit());
    await waitUntil(() => held.length === 1, 'the request');
    place.querySelector('a')?.focus();
    held[0]?.answer(422, { type: 'about:blank', errors: [{ field: 'comment' }] });
    expect(await outcome).to.include({ type: 'feedback-failed', reason: 'service' });
    expect(document.activeElement).to.equal(place.querySelector('a'));
    expect(prompt.told()).to.equal(refusals[0]?.fault);
    expect(prompt.fault()).to.equal(refusals[0]?.fault);
  });
});
