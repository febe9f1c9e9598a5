import { fakeService, openPrompt, testService, type Prompt } from './prompt-harness.ts';
import { goOffline, holdRequests } from './requests.ts';
import { waitUntil } from './wait-until.ts';

type Settings = Record<string, string>;
type State = (settings?: Settings) => Promise<Prompt>;

/** The most characters of a comment, as visitors are told. */
export const mostCharacters = 1000;

const words = 'Jag hittade inte hur jag skriver länkar till dokument. ';

/** Words of a visitor, of a length. */
export const wordsOfLength = (length: number) => words.repeat(length).slice(0, length);

/** All links that a site can ask for. */
export const allLinks = {
  'contact-href': '#contact',
  'privacy-href': '#privacy',
  'accessibility-href': '#accessibility',
};

const open = (settings?: Settings) => openPrompt({ ...allLinks, ...settings });

/** A prompt that has been answered, and is waiting for a comment. */
export async function answered(answer: 'yes' | 'no' = 'no', settings?: Settings) {
  const prompt = await open(settings);
  await prompt.answer(answer);
  return prompt;
}

/** A prompt that has been answered with no, and in which something is written. */
export async function written(text: string, settings?: Settings) {
  const prompt = await answered('no', settings);
  prompt.write(text);
  return prompt;
}

async function writing(settings?: Settings) {
  const prompt = await answered('no', settings);
  prompt.write(words);
  return prompt;
}

async function sent(settings?: Settings) {
  const prompt = await writing(settings);
  await prompt.send();
  return prompt;
}

/** Every state that a visitor can meet, with the way there. */
export const promptStates: Record<string, State> = {
  asking: open,
  'asking at heading level 3': (settings) => open({ 'heading-level': '3', ...settings }),
  'the answer is being sent': async (settings) => {
    holdRequests();
    const prompt = await open(settings);
    await prompt.press(prompt.yes());
    return prompt;
  },
  'answered yes': (settings) => answered('yes', settings),
  'answered no': (settings) => answered('no', settings),
  'answered where no comment is taken': (settings) =>
    answered('no', { 'no-comment': '', ...settings }),
  'answer changed': async (settings) => {
    const prompt = await answered('no', settings);
    await prompt.answer('yes');
    return prompt;
  },
  'the answer failed': (settings) =>
    answered('yes', { ...settings, service: fakeService('failing') }),
  'the answer came to a busy service': (settings) =>
    answered('no', { ...settings, service: fakeService('busy') }),
  'the answer was refused': (settings) =>
    answered('no', { ...settings, service: fakeService('refusing') }),
  'the answer failed without network': (settings) => {
    goOffline();
    return answered('no', settings);
  },
  writing,
  'near the limit': async (settings) => {
    const prompt = await answered('no', settings);
    prompt.write(wordsOfLength(mostCharacters - 40));
    await waitUntil(prompt.spokenCounter, 'the spoken counter');
    return prompt;
  },
  'the comment is too long': async (settings) => {
    const prompt = await answered('no', settings);
    prompt.write(wordsOfLength(mostCharacters + 12));
    await prompt.sendFaulty();
    return prompt;
  },
  'the comment is empty': async (settings) => {
    const prompt = await answered('yes', settings);
    await prompt.sendFaulty();
    return prompt;
  },
  'personal data is found': async (settings) => {
    const prompt = await answered('no', settings);
    prompt.write('Ring mig på 070-174 06 05.');
    await prompt.press(prompt.submit());
    await waitUntil(() => prompt.has('#masked'), 'the text without personal data');
    return prompt;
  },
  'the comment is being sent': async (settings) => {
    const prompt = await writing(settings);
    holdRequests();
    await prompt.press(prompt.submit());
    return prompt;
  },
  'the comment failed': (settings) =>
    sent({ ...settings, service: fakeService('failing-comments') }),
  'the comment came to a busy service': (settings) =>
    sent({ ...settings, service: fakeService('busy-comments') }),
  'the comment was refused': (settings) =>
    sent({ ...settings, service: fakeService('refusing-comments') }),
  // The number is let through by the element, but not by the site's own settings.
  'the comment was refused for personal data': async (settings) => {
    const prompt = await answered('no', {
      ...settings,
      service: testService,
      'allowed-numbers': '070-174 06 05',
    });
    prompt.write('Ring mig på 070-174 06 05.');
    await prompt.send();
    return prompt;
  },
  'the comment failed without network': async (settings) => {
    const prompt = await writing(settings);
    goOffline();
    await prompt.send();
    return prompt;
  },
  'the comment is sent': sent,
  'the answer is changed after the comment': async (settings) => {
    const prompt = await sent(settings);
    await prompt.answer('yes');
    return prompt;
  },
};
