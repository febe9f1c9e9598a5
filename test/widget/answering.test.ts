import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { onTestEnd } from './on-test-end.ts';
import { fakeService, openMarkup, openPrompt, testService } from './prompt-harness.ts';
import { holdRequests, watchRequests } from './requests.ts';
import { nextFrame, untilAllIsTold, waitUntil } from './wait-until.ts';

const thanks = 'Tack för ditt svar. Du kan också skriva en kommentar.';

describe('an answer', () => {
  it('A3: shows which answer is pressed, on the same buttons, from the first paint', async () => {
    const { yes, no, answer } = await openPrompt();
    const before = [yes(), no()];
    const pressed = () => before.map((button) => button.getAttribute('aria-pressed'));
    expect(pressed()).to.deep.equal(['false', 'false']);
    await answer('yes');
    expect(pressed()).to.deep.equal(['true', 'false']);
    await answer('no');
    expect(pressed()).to.deep.equal(['false', 'true']);
    expect([yes(), no()]).to.deep.equal(before);
    for (const button of before) {
      expect(button.isConnected && button.checkVisibility()).to.equal(true);
      expect(button.disabled).to.equal(false);
      expect(button.hasAttribute('aria-expanded')).to.equal(false);
    }
  });

  for (const key of ['Enter', 'Space']) {
    it(`A3, A19: keeps the focus when it is given with ${key}`, async () => {
      const prompt = await openPrompt();
      for (const value of ['no', 'yes'] as const) {
        prompt[value]().focus();
        const outcome = prompt.nextOutcome();
        await sendKeys({ press: key });
        expect(prompt.focused()).to.equal(prompt[value]());
        expect((await outcome).type).to.equal('feedback-answered');
        expect(prompt.focused()).to.equal(prompt[value]());
      }
    });
  }

  it('A3, A4: keeps the focus when it is given with the mouse', async () => {
    const prompt = await openPrompt();
    await prompt.answer('no');
    expect(prompt.focused()).to.equal(prompt.no());
    expect(document.activeElement).to.equal(prompt.element);
  });

  it('A5: is acknowledged in a region that was there, empty, from the first paint', async () => {
    const prompt = await openPrompt();
    const region = prompt.status();
    expect(region.getAttribute('role')).to.equal('status');
    expect(region.checkVisibility()).to.equal(true);
    expect(prompt.told()).to.equal('');
    await prompt.answer('yes');
    expect(prompt.status()).to.equal(region);
    expect(prompt.told()).to.equal(thanks);
  });

  it('A5: is thanked for only when the service has it, and once', async () => {
    const held = holdRequests();
    const prompt = await openPrompt();
    const changes = prompt.changesOf(prompt.status());
    const outcome = prompt.nextOutcome();
    await prompt.press(prompt.yes());
    await waitUntil(() => held.length === 1, 'the request');
    expect(prompt.told()).to.equal('');
    held[0]?.answer(201);
    await outcome;
    expect(changes).to.deep.equal([thanks]);
  });

  it('A5: is thanked for anew when it is changed, once each time', async () => {
    const prompt = await openPrompt();
    await prompt.answer('yes');
    const changes = prompt.changesOf(prompt.status());
    await prompt.answer('no');
    expect(changes).to.deep.equal(['', thanks]);
  });

  it('A5: is not thanked for before it is stored, however soon it is changed', async () => {
    const held = holdRequests();
    const prompt = await openPrompt();
    const answers: string[] = [];
    prompt.element.addEventListener('feedback-answered', ({ answer }) => answers.push(answer));
    prompt.yes().click();
    await waitUntil(() => held.length === 1, 'the first request');
    // The first is stored; before the visitor is told so, the answer is changed.
    held[0]?.answer(201);
    await nextFrame();
    prompt.no().click();
    await waitUntil(() => held.length === 2, 'the second request');
    const changes = prompt.changesOf(prompt.status());
    await untilAllIsTold();
    expect(changes, 'told before it is stored').to.deep.equal([]);
    const outcome = prompt.nextOutcome();
    held[1]?.answer(200);
    await outcome;
    expect(prompt.told()).to.equal(thanks);
    expect(answers.filter((answer) => answer === 'no')).to.have.lengthOf(1);
  });

  it('is sent as a form, without cookies, and goes on when the visitor leaves', async () => {
    const sent = watchRequests();
    const prompt = await openPrompt();
    await prompt.answer('yes');
    expect(sent).to.have.lengthOf(1);
    const [request] = sent;
    expect(request?.url).to.equal(`${fakeService('working')}/feedback/v1/responses`);
    expect(request?.options.method).to.equal('POST');
    expect(request?.options.credentials).to.equal('omit');
    expect(request?.options.keepalive).to.equal(true);
    expect(new Headers(request?.options.headers).get('accept')).to.equal('application/json');
    expect([...(request?.fields.keys() ?? [])].sort()).to.deep.equal(
      [
        ...['answer', 'elapsed', 'id', 'page', 'pageLanguage', 'revisionNo', 'title'],
        'widgetLanguage',
      ].sort(),
    );
  });

  it('tells for how long the visitor could know of the prompt, but no more than a second', async () => {
    const sent = watchRequests();
    const elapsed = () => Number(sent.at(-1)?.fields.get('elapsed'));
    const prompt = document.createElement('page-feedback');
    prompt.setAttribute('service', fakeService('working'));
    onTestEnd(() => {
      prompt.remove();
    });
    const before = performance.now();
    document.body.append(prompt);
    prompt.shadowRoot?.querySelector<HTMLElement>('[value=yes]')?.click();
    expect(elapsed()).to.be.within(0, Math.ceil(performance.now() - before));
    await waitUntil(() => performance.now() > 1100, 'the second second of the page');

    // Whoever has seen a form in its place could know of it since the page began.
    const service = fakeService('working');
    const form = '<form><button>Ja</button></form>';
    const place = openMarkup(`<page-feedback service="${service}">${form}</page-feedback>`);
    const replaced = place.querySelector('page-feedback');
    replaced?.shadowRoot?.querySelector<HTMLElement>('[value=yes]')?.click();
    expect(elapsed()).to.equal(1000);
  });

  it('is stored by the real service', async () => {
    const prompt = await openPrompt({ service: `${testService}/` });
    expect(await prompt.answer('yes')).to.include({ type: 'feedback-answered', answer: 'yes' });
    expect(await prompt.answer('no')).to.include({ type: 'feedback-answered', answer: 'no' });
  });

  it('is one answer that counts up its revisions when it is changed', async () => {
    const sent = watchRequests();
    const prompt = await openPrompt();
    await prompt.answer('yes');
    await prompt.answer('no');
    await prompt.answer('yes');
    const [first] = sent;
    expect(first?.fields.get('id')).to.match(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(sent.map(({ fields }) => fields.get('id'))).to.deep.equal(
      Array.from({ length: 3 }, () => first?.fields.get('id')),
    );
    expect(sent.map(({ fields }) => fields.get('revisionNo'))).to.deep.equal(['1', '2', '3']);
  });

  it('is a response of its own for each prompt', async () => {
    const sent = watchRequests();
    for (let count = 0; count < 2; count += 1) await (await openPrompt()).answer('yes');
    expect(new Set(sent.map(({ fields }) => fields.get('id'))).size).to.equal(2);
  });

  it('is sent once when it is pressed twice', async () => {
    const sent = watchRequests();
    const prompt = await openPrompt({ service: testService });
    const outcome = prompt.nextOutcome();
    prompt.yes().click();
    prompt.yes().click();
    await outcome;
    prompt.yes().click();
    expect(sent).to.have.lengthOf(1);
  });

  it('counts as the last when both are pressed at once', async () => {
    const sent = watchRequests();
    const prompt = await openPrompt({ service: testService });
    const outcome = prompt.nextOutcome();
    prompt.yes().click();
    prompt.no().click();
    expect(await outcome).to.include({ type: 'feedback-answered', answer: 'no' });
    expect(prompt.no().getAttribute('aria-pressed')).to.equal('true');
    expect(sent).to.have.lengthOf(2);
    const [first, last] = sent;
    expect(last?.fields.get('id')).to.equal(first?.fields.get('id'));
    // The first, sent once more, no longer changes anything.
    const again = await fetch(first?.url ?? '', first?.options);
    expect(await again.json()).to.include({ answer: 'no', revisionNo: 2, status: 'stored' });
  });

  it('is not overwritten by what becomes of an older one', async () => {
    const held = holdRequests();
    const prompt = await openPrompt();
    const outcome = prompt.nextOutcome();
    prompt.yes().click();
    prompt.no().click();
    await waitUntil(() => held.length === 2, 'both requests');
    held[1]?.answer(200);
    await outcome;
    const changes = prompt.changesOf(prompt.section());
    held[0]?.fail();
    await untilAllIsTold();
    expect(changes).to.deep.equal([]);
    expect(prompt.told()).to.equal(thanks);
    expect(prompt.no().getAttribute('aria-pressed')).to.equal('true');
  });

  it('becomes a response of its own when the time for changes is over', async () => {
    const held = holdRequests();
    const prompt = await openPrompt();
    const outcome = prompt.nextOutcome();
    await prompt.press(prompt.yes());
    await waitUntil(() => held.length === 1, 'the request');
    held[0]?.answer(409);
    await waitUntil(() => held.length === 2, 'the request with another id');
    held[1]?.answer(201);
    expect((await outcome).type).to.equal('feedback-answered');
    expect(held[1]?.fields.get('id')).not.to.equal(held[0]?.fields.get('id'));
    expect(held[1]?.fields.get('answer')).to.equal('yes');
  });

  it('is told to the page by an event that leaves the root', async () => {
    const place = openMarkup('<div></div>');
    const heard: Event[] = [];
    for (const type of ['feedback-answered', 'feedback-submitted', 'feedback-failed']) {
      place.addEventListener(type, (event) => heard.push(event));
    }
    const prompt = await openPrompt({}, place);
    const event = await prompt.answer('no');
    expect(heard).to.deep.equal([event]);
    expect(event.target).to.equal(prompt.element);
    expect(event).to.include({ bubbles: true, composed: true, cancelable: false, answer: 'no' });
    expect(Object.keys(event).filter((key) => key !== 'isTrusted')).to.deep.equal(['answer']);
  });

  it('leads to no comment where none is taken', async () => {
    const prompt = await openPrompt({ 'no-comment': '' });
    await prompt.answer('no');
    expect(prompt.told()).to.equal('Tack för ditt svar.');
    expect(prompt.has('form, textarea')).to.equal(false);
  });
});
