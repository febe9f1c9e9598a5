import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { fakeService, openPrompt, testService } from './prompt-harness.ts';
import { allLinks } from './prompt-states.ts';
import { goOffline, holdRequests, watchRequests } from './requests.ts';
import { onTestEnd } from './on-test-end.ts';
import { waitUntil } from './wait-until.ts';

const text = 'Något saknades.';

/** Each way in which sending can fail, with what the visitor is told. */
const troubles = [
  {
    kind: 'failing',
    reason: 'service',
    told: 'Det gick inte att skicka just nu.',
    advice: 'Försök igen om en stund.',
  },
  {
    kind: 'busy',
    reason: 'too-many',
    told: 'Det kommer många svar just nu.',
    advice: 'Försök igen om en minut.',
  },
  {
    kind: 'refusing',
    reason: 'service',
    told: 'Det gick inte att skicka just nu.',
    advice: 'Försök igen om en stund.',
  },
] as const;

describe('an answer that cannot be sent', () => {
  for (const { kind, reason, told, advice } of troubles) {
    it(`A5: is told, never thanked for, and tried again: a ${kind} service`, async () => {
      const prompt = await openPrompt({ ...allLinks, service: fakeService(kind) });
      const changes = prompt.changesOf(prompt.status());
      const event = await prompt.answer('no');
      expect(event).to.include({ type: 'feedback-failed', reason, bubbles: true, composed: true });
      expect(changes).to.deep.equal([`${told} ${advice}`]);
      expect(prompt.no().getAttribute('aria-pressed')).to.equal('true');
      expect(prompt.focused()).to.equal(prompt.no());

      prompt.useService(fakeService('working'));
      const outcome = prompt.nextOutcome();
      await prompt.press(prompt.retry());
      expect(await outcome).to.include({ type: 'feedback-answered', answer: 'no' });
      expect(prompt.told()).to.match(/^Tack för ditt svar/);
      expect(prompt.hasRetry()).to.equal(false);
    });
  }

  it('A5: is told that nothing is taken about the page, without a try that would not help', async () => {
    const held = holdRequests();
    const prompt = await openPrompt();
    const outcome = prompt.nextOutcome();
    prompt.no().click();
    await waitUntil(() => held.length === 1, 'the answer');
    held[0]?.answer(403);
    expect(await outcome).to.include({ type: 'feedback-failed', reason: 'closed' });
    expect(prompt.told()).to.equal('Vi tar inte emot svar om den här sidan.');
    expect(prompt.hasRetry()).to.equal(false);
  });

  it('A3: leaves the focus on the pressed answer when the button to try again goes', async () => {
    const prompt = await openPrompt({ service: fakeService('failing') });
    await prompt.answer('yes');
    prompt.retry().focus();
    const outcome = prompt.nextOutcome();
    await sendKeys({ press: 'Enter' });
    expect(prompt.focused()).to.equal(prompt.yes());
    expect((await outcome).type).to.equal('feedback-failed');
    expect(prompt.focused()).to.equal(prompt.yes());
    expect(prompt.hasRetry()).to.equal(true);
  });

  it('A5: is told anew, once each time, when it fails again', async () => {
    const prompt = await openPrompt({ service: fakeService('failing') });
    await prompt.answer('yes');
    const failure = prompt.told();
    const changes = prompt.changesOf(prompt.status());
    await prompt.answer('yes');
    expect(changes).to.deep.equal(['', failure]);
  });

  it('is sent again by pressing the same answer', async () => {
    const prompt = await openPrompt({ service: fakeService('failing') });
    await prompt.answer('yes');
    prompt.useService(testService);
    const sent = watchRequests();
    expect((await prompt.answer('yes')).type).to.equal('feedback-answered');
    expect(sent[0]?.fields.get('answer')).to.equal('yes');
  });

  it('is sent with the comment when the visitor writes one', async () => {
    const prompt = await openPrompt({ service: fakeService('failing') });
    await prompt.answer('no');
    prompt.write(text);
    prompt.useService(testService);
    const sent = watchRequests();
    expect((await prompt.send()).type).to.equal('feedback-submitted');
    expect(sent[0]?.fields.get('answer')).to.equal('no');
    expect(sent[0]?.fields.get('comment')).to.equal(text);
  });

  it('is told without internet, and sent when it is back', async () => {
    const network = goOffline();
    const prompt = await openPrompt({ service: testService });
    expect(await prompt.answer('yes')).to.include({ type: 'feedback-failed', reason: 'offline' });
    expect(prompt.told()).to.equal('Du verkar sakna internet. Försök igen.');
    network.comeBack();
    const outcome = prompt.nextOutcome();
    await prompt.press(prompt.retry());
    expect((await outcome).type).to.equal('feedback-answered');
  });

  it('is told as a fault of the service where the internet works', async () => {
    const held = holdRequests();
    const prompt = await openPrompt();
    const outcome = prompt.nextOutcome();
    await prompt.press(prompt.yes());
    await waitUntil(() => held.length === 1, 'the request');
    held[0]?.fail();
    expect(await outcome).to.include({ type: 'feedback-failed', reason: 'service' });
  });

  it('is given up when the service has been silent for 15 seconds', async () => {
    const clock = new AbortController();
    const usual = AbortSignal.timeout.bind(AbortSignal);
    const asked: number[] = [];
    AbortSignal.timeout = (milliseconds) => {
      asked.push(milliseconds);
      return clock.signal;
    };
    onTestEnd(() => {
      AbortSignal.timeout = usual;
    });
    const prompt = await openPrompt({ service: fakeService('silent') });
    const outcome = prompt.nextOutcome();
    await prompt.press(prompt.no());
    await waitUntil(() => asked.length === 1, 'the request');
    expect(asked).to.deep.equal([15_000]);
    expect(prompt.told()).to.equal('');
    clock.abort(new DOMException('Too late.', 'TimeoutError'));
    expect(await outcome).to.include({ type: 'feedback-failed', reason: 'service' });
    expect(prompt.told()).to.match(/^Det gick inte att skicka just nu/);
  });
});

describe('a comment that cannot be sent just now', () => {
  for (const { kind, reason, told, advice } of troubles.filter((one) => one.kind !== 'refusing')) {
    it(`A5, A7: is told and kept, and sent in the end: a ${kind} service`, async () => {
      const prompt = await openPrompt({ ...allLinks, service: fakeService(`${kind}-comments`) });
      await prompt.answer('yes');
      prompt.write(text);
      const changes = prompt.changesOf(prompt.status());
      expect(await prompt.send()).to.include({ type: 'feedback-failed', reason });
      expect(changes).to.deep.equal(['', `${told} Din text finns kvar. ${advice}`]);
      expect(prompt.field().value).to.equal(text);
      expect(prompt.focused()).to.equal(prompt.submit());
      expect(prompt.submit().textContent.trim()).to.equal('Skicka');
      expect(prompt.submit().hasAttribute('aria-disabled')).to.equal(false);
      expect(prompt.hasRetry(), 'two buttons that send').to.equal(false);

      prompt.useService(fakeService('working'));
      expect((await prompt.send()).type).to.equal('feedback-submitted');
      expect(prompt.told()).to.equal('Tack! Vi har tagit emot din kommentar.');
    });
  }

  it('A7: is kept without internet', async () => {
    const prompt = await openPrompt({ service: testService });
    await prompt.answer('yes');
    prompt.write(text);
    const network = goOffline();
    expect(await prompt.send()).to.include({ type: 'feedback-failed', reason: 'offline' });
    expect(prompt.told()).to.equal('Du verkar sakna internet. Din text finns kvar. Försök igen.');
    expect(prompt.field().value).to.equal(text);
    network.comeBack();
    expect((await prompt.send()).type).to.equal('feedback-submitted');
  });

  it('never shows in the event, or to the page, what was written', async () => {
    const prompt = await openPrompt({ service: fakeService('failing-comments') });
    await prompt.answer('yes');
    prompt.write(text);
    const event = await prompt.send();
    expect(Object.keys(event).filter((key) => key !== 'isTrusted')).to.deep.equal(['reason']);
    expect(prompt.element.outerHTML).not.to.include(text);
  });

  it('A7: is kept where the answer before it has failed', async () => {
    const prompt = await openPrompt({ service: fakeService('failing') });
    await prompt.answer('no');
    prompt.write(text);
    await prompt.send();
    expect(prompt.field().value).to.equal(text);
    await prompt.answer('yes');
    expect(prompt.field().value).to.equal(text);
    expect(prompt.told()).to.include('Din text finns kvar.');
  });
});
