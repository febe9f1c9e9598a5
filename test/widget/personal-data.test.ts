import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { fakeService, openPrompt, testService, type Prompt } from './prompt-harness.ts';
import { allLinks, mostCharacters, wordsOfLength } from './prompt-states.ts';
import { holdRequests, watchRequests } from './requests.ts';
import { untilAllIsTold, waitUntil } from './wait-until.ts';

const message = 'Det ser ut som att texten innehåller personuppgifter. Så här skickas den:';
const thanks = 'Tack! Vi har tagit emot din kommentar.';
const text = 'Jag är född 19121212-1212.\nRing <070-174 06 05>!';
const masked = 'Jag är född [dolt].\nRing <[dolt]>!';

const previewOf = (prompt: Prompt) => {
  const group = prompt.find('form [role=group]', HTMLElement);
  return {
    group,
    words: prompt.find('#masked', HTMLElement),
    edit: prompt.find('#edit', HTMLButtonElement),
    send: prompt.find('[role=group] [part=submit]', HTMLButtonElement),
  };
};

async function openWritten(settings: Record<string, string> = {}, words = text) {
  const prompt = await openPrompt({ ...allLinks, ...settings });
  await prompt.answer('no');
  prompt.write(words);
  return prompt;
}

/** Tries to send what has personal data in it, and comes to what will be masked. */
async function openPreview(settings?: Record<string, string>, words?: string) {
  const prompt = await openWritten(settings, words);
  await prompt.press(prompt.submit());
  await waitUntil(() => prompt.has('#masked'), 'the masked words');
  return { prompt, ...previewOf(prompt) };
}

/** Where the focus has gone since; null when it was lost. */
function watchFocus(prompt: Prompt): (EventTarget | null)[] {
  const seen: (EventTarget | null)[] = [];
  prompt.root.addEventListener('focusout', (event) => {
    if (event instanceof FocusEvent) seen.push(event.relatedTarget);
  });
  return seen;
}

describe('a comment with personal data', () => {
  it('A22: is not sent; shown is what would be', async () => {
    const sent = watchRequests();
    const { prompt, words } = await openPreview();
    await untilAllIsTold();
    expect(sent).to.have.lengthOf(1);
    expect(sent[0]?.fields.has('comment')).to.equal(false);
    expect(words.textContent).to.equal(masked);
    expect(getComputedStyle(words).whiteSpace).to.equal('pre-wrap');
    expect(prompt.field().value).to.equal(text);
  });

  it('A3, A22: moves the focus to the way out, in a group named by what is the matter', async () => {
    const { prompt, group, edit, send } = await openPreview();
    expect(prompt.focused()).to.equal(edit);
    expect(edit.textContent).to.equal('Ändra texten');
    expect(send.textContent).to.equal('Skicka så här');
    const named = (group.getAttribute('aria-labelledby') ?? '').split(' ');
    const name = named.map((id) => prompt.root.getElementById(id)?.textContent);
    expect(name).to.deep.equal([message, masked]);
    expect(group.contains(edit) && group.contains(send)).to.equal(true);
    for (const part of group.querySelectorAll('p, button')) {
      expect(part.checkVisibility(), part.textContent).to.equal(true);
    }
  });

  it('A22: leaves all in its place but the button that sends, and marks nothing as faulty', async () => {
    const prompt = await openWritten();
    const before = prompt.all().filter((part) => part !== prompt.submit());
    const places = () => before.map((part) => part.isConnected && part.checkVisibility());
    const usual = places();
    await prompt.press(prompt.submit());
    await waitUntil(() => prompt.has('#masked'), 'the masked words');
    expect(places()).to.deep.equal(usual);
    expect(prompt.submit().checkVisibility(), 'a third way to send').to.equal(false);
    expect(prompt.has('[aria-invalid], [role=alert]')).to.equal(false);
    expect(prompt.label().querySelector('[part=error]')).to.equal(null);
    expect(prompt.told(), 'the status, which speaks of what is stored').to.include('Tack för');
  });

  it('A22: is shown in a place that is there from the start, so that all that is new is heard', async () => {
    const prompt = await openWritten();
    const places = [...prompt.form().children];
    await prompt.press(prompt.submit());
    await waitUntil(() => prompt.has('#masked'), 'the masked words');
    expect([...prompt.form().children]).to.deep.equal(places);
    const { group, edit } = previewOf(prompt);
    const [place, ...more] = places.filter((part) => part.contains(group));
    expect(more).to.deep.equal([]);
    await prompt.press(edit);
    expect(place?.isConnected && place.childElementCount === 0).to.equal(true);
  });

  it('A7, A22: is edited as it was written', async () => {
    const sent = watchRequests();
    const { prompt, edit } = await openPreview();
    const seen = watchFocus(prompt);
    await prompt.press(edit);
    expect(prompt.focused()).to.equal(prompt.field());
    expect(prompt.field().value).to.equal(text);
    expect(prompt.has('#masked')).to.equal(false);
    expect(prompt.submit().checkVisibility()).to.equal(true);
    expect(seen, 'where the focus went').to.deep.equal([prompt.field()]);
    expect(sent).to.have.lengthOf(1);
  });

  it('A22: is looked through anew when it has been edited', async () => {
    const sent = watchRequests();
    const { prompt, edit } = await openPreview({ service: testService });
    await prompt.press(edit);
    prompt.write('Mejla tolvan@example.se.');
    await prompt.press(prompt.submit());
    await waitUntil(() => prompt.has('#masked'), 'the masked words');
    expect(previewOf(prompt).words.textContent).to.equal('Mejla [dolt].');
    prompt.write('Jag är född i Lund.');
    expect((await prompt.send()).type).to.equal('feedback-submitted');
    const comments = sent.map(({ fields }) => fields.get('comment'));
    expect(comments).to.deep.equal([null, 'Jag är född i Lund.']);
  });

  it('A22: leaves no preview of other words than those in the field', async () => {
    const { prompt } = await openPreview();
    await prompt.type('!');
    expect(prompt.has('#masked')).to.equal(false);
    expect(prompt.submit().checkVisibility()).to.equal(true);
    expect(prompt.focused()).to.equal(prompt.field());
    expect(prompt.field().value).to.equal(`${text}!`);
  });

  it('A3, A5: is sent masked, and only so, and thanked for once it is stored', async () => {
    const sent = watchRequests();
    const { prompt, send } = await openPreview({ service: testService });
    const button = prompt.submit();
    send.focus();
    const seen = watchFocus(prompt);
    const changes = prompt.changesOf(prompt.status());
    const outcome = prompt.nextOutcome();
    await prompt.press(send);
    expect((await outcome).type).to.equal('feedback-submitted');
    expect(sent.map(({ fields }) => fields.get('comment'))).to.deep.equal([null, masked]);
    for (const { fields } of sent) expect(fields.toString()).not.to.match(/19121212|070-174/);
    expect(changes).to.deep.equal(['', thanks]);
    expect(prompt.focused()).to.equal(prompt.no());
    expect(seen, 'where the focus went').to.deep.equal([button, prompt.no()]);
    expect(prompt.has('form')).to.equal(false);
  });

  it('A3: keeps the focus on the button while it is sent masked, once', async () => {
    const { prompt, send } = await openPreview();
    const held = holdRequests();
    await prompt.press(send);
    await waitUntil(() => held.length > 0, 'the request');
    expect(prompt.focused()).to.equal(prompt.submit());
    expect(prompt.submit().textContent.trim()).to.equal('Skickar …');
    await sendKeys({ press: 'Enter' });
    expect(held).to.have.lengthOf(1);
  });

  it('A7: stays masked when it could not be sent, and is tried again', async () => {
    const { prompt, send } = await openPreview({ service: fakeService('failing-comments') });
    const outcome = prompt.nextOutcome();
    await prompt.press(send);
    expect(await outcome).to.include({ type: 'feedback-failed', reason: 'service' });
    expect(prompt.told()).to.include('Din text finns kvar.');
    expect(prompt.field().value).to.equal(masked);
    expect(prompt.focused()).to.equal(prompt.submit());
    expect(prompt.has('#masked')).to.equal(false);

    prompt.useService(testService);
    const sent = watchRequests();
    expect((await prompt.send()).type).to.equal('feedback-submitted');
    expect(sent.map(({ fields }) => fields.get('comment'))).to.deep.equal([masked]);
    expect(prompt.told()).to.equal(thanks);
  });

  it('A8: can have its answer changed, which sends none of it', async () => {
    const sent = watchRequests();
    const { prompt } = await openPreview();
    await prompt.answer('yes');
    expect(sent.map(({ fields }) => fields.get('comment'))).to.deep.equal([null, null]);
    expect(prompt.focused()).to.equal(prompt.yes());
    expect(prompt.field().value).to.equal(text);
    expect(previewOf(prompt).words.textContent).to.equal(masked);
  });

  it('A7: is told to be too long before anything else', async () => {
    const prompt = await openWritten({}, `${text}${wordsOfLength(mostCharacters)}`);
    await prompt.sendFaulty();
    expect(prompt.fault()).to.include('tecken för lång');
    expect(prompt.has('#masked')).to.equal(false);
    expect(prompt.focused()).to.equal(prompt.field());
  });

  for (const key of ['Enter', 'Space']) {
    it(`A19, A22: is edited and sent by keyboard alone, with ${key}`, async () => {
      const sent = watchRequests();
      const prompt = await openWritten();
      prompt.field().focus();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: key });
      expect(prompt.focused()).to.equal(previewOf(prompt).edit);
      await sendKeys({ press: key });
      expect(prompt.focused()).to.equal(prompt.field());
      expect(prompt.field().value).to.equal(text);
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: key });
      await sendKeys({ press: 'Tab' });
      expect(prompt.focused()).to.equal(previewOf(prompt).send);
      const outcome = prompt.nextOutcome();
      await sendKeys({ press: key });
      expect((await outcome).type).to.equal('feedback-submitted');
      expect(sent.map(({ fields }) => fields.get('comment'))).to.deep.equal([null, masked]);
      expect(prompt.focused()).to.equal(prompt.no());
    });
  }
});

describe('the attribute allowed-numbers', () => {
  const own = 'Ring 08-465 004 00 eller +46 771 11 44 00.';

  it('lets the site’s own numbers through, in any spelling', async () => {
    const sent = watchRequests();
    const prompt = await openWritten({ 'allowed-numbers': '0846500400, 0771-11 44 00' }, own);
    expect((await prompt.send()).type).to.equal('feedback-submitted');
    expect(sent[1]?.fields.get('comment')).to.equal(own);
  });

  it('lets no other through', async () => {
    const { words } = await openPreview({ 'allowed-numbers': '0771114400' }, own);
    expect(words.textContent).to.equal('Ring [dolt] eller +46 771 11 44 00.');
  });

  for (const none of ['', ' ', ',', 'x']) {
    it(`lets none through where it is “${none}”`, async () => {
      const { words } = await openPreview({ 'allowed-numbers': none }, `${own} a@example.se`);
      expect(words.textContent).to.equal('Ring [dolt] eller [dolt]. [dolt]');
    });
  }
});
