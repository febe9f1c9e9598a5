import { expect } from 'chai';
import { definePageFeedback } from '../../widget/page-feedback-define.ts';
import { promptLanguage } from '../../widget/prompt-language.ts';
import { onTestEnd } from './on-test-end.ts';
import { fakeService, openMarkup, openPrompt, testService } from './prompt-harness.ts';
import { allLinks, mostCharacters, wordsOfLength } from './prompt-states.ts';
import { holdRequests, watchRequests } from './requests.ts';
import { waitUntil } from './wait-until.ts';

const number = 'Ring mig på 070-174 06 05.';
const personalData =
  'Det ser ut som att texten innehåller personuppgifter. Ändra texten och skicka igen.';
const notAccepted = 'Texten kan inte tas emot som den är. Ändra texten och skicka igen.';

/** Lets the service answer every request so, until the test ends. */
function answerAll(status: number, body: object = {}, headers: Record<string, string> = {}) {
  const usual = fetch;
  window.fetch = () => Promise.resolve(Response.json(body, { status, headers }));
  onTestEnd(() => {
    window.fetch = usual;
  });
}

async function openWritten(settings: Record<string, string>, words = number) {
  const prompt = await openPrompt({ ...allLinks, ...settings });
  await prompt.answer('no');
  prompt.write(words);
  return prompt;
}

/** The browser lets the number through, and the service does not. */
const refusedByService = { service: testService, 'allowed-numbers': '0701740605' };

describe('a comment that the service refuses', () => {
  for (const [what, settings, text, fault] of [
    ['personal data that the browser did not find', refusedByService, number, personalData],
    ['anything else', { service: fakeService('refusing-comments') }, 'Ord.', notAccepted],
  ] as const) {
    it(`A7: has the fault in its label, and the focus: ${what}`, async () => {
      const prompt = await openWritten(settings, text);
      const changes = prompt.changesOf(prompt.status());
      expect(await prompt.send()).to.include({ type: 'feedback-failed', reason: 'service' });
      expect(prompt.fault()).to.equal(fault);
      expect(prompt.label().textContent).to.include(fault);
      expect(prompt.field().getAttribute('aria-invalid')).to.equal('true');
      expect(prompt.focused()).to.equal(prompt.field());
      expect(prompt.field().value).to.equal(text);
      expect(prompt.submit().textContent.trim()).to.equal('Skicka');
      expect(changes, 'it is spoken with the field, not twice').to.deep.equal(['']);
      expect(prompt.hasRetry()).to.equal(false);
    });
  }

  it('A7: loses the fault when it is written anew, and is sent', async () => {
    const prompt = await openWritten(refusedByService);
    await prompt.send();
    prompt.write('Ring mig gärna.');
    expect(prompt.has('[part=error], [aria-invalid]')).to.equal(false);
    expect((await prompt.send()).type).to.equal('feedback-submitted');
  });

  it('A3, A5: does not fetch a visitor back who has gone elsewhere, and is told there', async () => {
    const elsewhere = openMarkup('<button>Annat</button>').querySelector('button');
    const prompt = await openWritten({ service: fakeService('refusing-comments') }, 'Ord.');
    const outcome = prompt.nextOutcome();
    prompt.submit().click();
    elsewhere?.focus();
    await outcome;
    expect(document.activeElement).to.equal(elsewhere);
    expect(prompt.told()).to.equal(notAccepted);
    expect(prompt.fault()).to.equal(notAccepted);
  });

  it('A8: does not go along with another answer', async () => {
    const prompt = await openWritten(refusedByService);
    await prompt.send();
    const sent = watchRequests();
    expect(await prompt.answer('yes')).to.include({ type: 'feedback-answered', answer: 'yes' });
    expect(sent.map(({ fields }) => fields.get('comment'))).to.deep.equal([null]);
    expect(prompt.field().value).to.equal(number);
  });

  it('is not blamed when something else is refused', async () => {
    const prompt = await openWritten({}, 'Något saknades.');
    answerAll(422, { type: '/problems/unknown-site', errors: [{ field: 'page', detail: '' }] });
    await prompt.send();
    expect(prompt.told()).to.include('Det gick inte att skicka just nu. Din text finns kvar.');
    expect(prompt.has('[part=error]')).to.equal(false);
  });

  it('A7: is told to be too long when it is so only without its personal data', async () => {
    const mask = '[något som inte får synas]';
    definePageFeedback('mis', {
      ...promptLanguage,
      maskedText: (comment) => comment.replaceAll('a@b.se', mask),
    });
    const sent = watchRequests();
    const words = `a@b.se ${wordsOfLength(mostCharacters - 7)}`;
    const prompt = await openWritten({ lang: 'mis' }, words);
    await prompt.press(prompt.submit());
    await waitUntil(() => prompt.has('#masked'), 'the masked words');
    await prompt.press(prompt.find('[value=masked]', HTMLButtonElement));
    expect(prompt.fault()).to.include('20 tecken för lång');
    expect(prompt.field().value).to.include(mask);
    expect(prompt.focused()).to.equal(prompt.field());
    expect(sent.map(({ fields }) => fields.get('comment'))).to.deep.equal([null]);
  });
});

describe('the time to the next try', () => {
  for (const [status, told, advice] of [
    [503, '30', 'Försök igen om en minut.'],
    [503, '60', 'Försök igen om en minut.'],
    [429, '61', 'Försök igen om 2 minuter.'],
    [429, '600', 'Försök igen om 10 minuter.'],
    [503, '0', 'Försök igen om en stund.'],
    [503, 'Sun, 22 Nov 2026 12:00:00 GMT', 'Försök igen om en stund.'],
    [503, undefined, 'Försök igen om en stund.'],
  ] as const) {
    it(`is what the service tells, in whole minutes: ${status}, ${told}`, async () => {
      const prompt = await openPrompt();
      answerAll(status, {}, told === undefined ? {} : { 'retry-after': told });
      await prompt.answer('no');
      expect(prompt.told().endsWith(` ${advice}`), prompt.told()).to.equal(true);
    });
  }

  it('is not that of an earlier try', async () => {
    const prompt = await openPrompt();
    answerAll(503, {}, { 'retry-after': '600' });
    await prompt.answer('no');
    answerAll(503);
    await prompt.answer('no');
    expect(prompt.told()).to.match(/Försök igen om en stund\.$/);
  });
});

describe('the room of the form', () => {
  for (const width of ['320px', '700px']) {
    it(`A16: stays when a slow service has stored the comment: ${width}`, async () => {
      const place = openMarkup(`<div style="inline-size: ${width}"></div><p>Senast uppdaterad</p>`);
      const prompt = await openPrompt(allLinks, place.firstElementChild ?? place);
      await prompt.answer('no');
      prompt.write('Något saknades.');
      const held = holdRequests();
      const outcome = prompt.nextOutcome();
      await prompt.press(prompt.submit());
      await waitUntil(() => held.length === 1, 'the request');
      const below = [place.lastElementChild, prompt.find('section > [part=links]', HTMLElement)];
      const top = (part: Element | null) => part?.getBoundingClientRect().top ?? NaN;
      // The page may scroll to what has the focus: that moves all of it.
      const places = () => below.map((part) => top(part) - top(prompt.element));
      const before = places();
      held[0]?.answer(200);
      await outcome;
      expect(prompt.has('form')).to.equal(false);
      expect(places()).to.deep.equal(before);
      expect(prompt.focused()).to.equal(prompt.no());
    });
  }

  it('goes when the visitor comes to another page', async () => {
    const prompt = await openPrompt();
    const { height } = prompt.section().getBoundingClientRect();
    await prompt.answer('no');
    prompt.write('Något saknades.');
    await prompt.send();
    expect(prompt.section().getBoundingClientRect().height).to.be.above(height);
    prompt.element.setAttribute('page', `${location.origin}/en/annan`);
    expect(prompt.section().getBoundingClientRect().height).to.equal(height);
  });
});

describe('what the text of the page inherits', () => {
  it('A21: ends at the prompt, where it would spoil it', async () => {
    const usual = (await openPrompt(allLinks)).section().innerText;
    const spoilt = `cursor: none; hyphens: auto; text-align: end; text-indent: 5em;
      text-transform: uppercase; white-space: nowrap; word-break: break-all`;
    const place = openMarkup(`<div style="${spoilt}"></div>`).firstElementChild;
    const prompt = await openPrompt(allLinks, place ?? document.body);
    expect(prompt.section().innerText).to.equal(usual);
    for (const part of [prompt.section(), prompt.question()]) {
      const { cursor, hyphens, textIndent, whiteSpace, wordBreak } = getComputedStyle(part);
      expect([cursor, hyphens, textIndent]).to.deep.equal(['auto', 'manual', '0px']);
      expect([whiteSpace, wordBreak]).to.deep.equal(['normal', 'normal']);
    }
  });

  it('A13: goes on where visitors set it to read with less effort', async () => {
    const place = openMarkup('<div style="letter-spacing: 2px; word-spacing: 3px"></div>');
    const prompt = await openPrompt({}, place.firstElementChild ?? place);
    const { letterSpacing, wordSpacing } = getComputedStyle(prompt.question());
    expect([letterSpacing, wordSpacing]).to.deep.equal(['2px', '3px']);
  });
});
