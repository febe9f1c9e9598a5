import { expect } from 'chai';
import { fakeService, testService } from './prompt-harness.ts';
import { mostCharacters, written } from './prompt-states.ts';
import { holdRequests, watchRequests } from './requests.ts';
import { waitUntil } from './wait-until.ts';

const thanks = 'Tack! Vi har tagit emot din kommentar.';

describe('another answer', () => {
  it('A8: leaves the words as they are', async () => {
    const prompt = await written('Något saknades.');
    await prompt.answer('yes');
    expect(prompt.field().value).to.equal('Något saknades.');
    expect(prompt.counter()).to.equal(`Du kan skriva ${mostCharacters - 15} tecken till.`);
    await prompt.answer('no');
    expect(prompt.field().value).to.equal('Något saknades.');
  });

  it('A8: does not send words that the visitor has not sent', async () => {
    const sent = watchRequests();
    const prompt = await written('Något saknades.');
    await prompt.answer('yes');
    expect(sent.map(({ fields }) => fields.get('comment'))).to.deep.equal([null, null]);
  });

  it('A8: can still be given when the comment is stored, which it keeps', async () => {
    const prompt = await written('Något saknades.', { service: testService });
    await prompt.send();
    const sent = watchRequests();
    expect(await prompt.answer('yes')).to.include({ type: 'feedback-answered', answer: 'yes' });
    expect(prompt.told()).to.equal('Tack för ditt svar.');
    expect(prompt.has('form')).to.equal(false);
    const again = await fetch(sent[0]?.url ?? '', sent[0]?.options);
    expect(await again.json()).to.include({ answer: 'yes', hasComment: true, revisionNo: 3 });
  });

  it('A8: does not ask for the comment again when it fails after the comment', async () => {
    const prompt = await written('Något saknades.');
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
    const prompt = await written('Något saknades.', {
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
    const prompt = await written('Något saknades.');
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
