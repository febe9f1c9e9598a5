import { maxCommentLength } from '../../contract/limits.ts';

/** The element, which shows each change at once. */
export type Prompt = HTMLElement;

type Steps = Record<string, (prompt: Prompt) => unknown>;

const sentence = 'Jag hittade inte hur jag skriver länkar till dokument. ';
const textOf = (length: number) => sentence.repeat(maxCommentLength).slice(0, length);

/** What a visitor can do. Each step ends when the element shows what came of it. */
const ownSteps: Steps = {
  yes: (prompt) => press(prompt, '[value="yes"]', told(prompt)),
  no: (prompt) => press(prompt, '[value="no"]', told(prompt)),
  write: (prompt) => write(prompt, sentence.trim()),
  'write-nearly-all': (prompt) => write(prompt, textOf(maxCommentLength - 40)),
  'write-personal-data': (prompt) =>
    write(prompt, `${sentence}Skriv till namn@example.se eller ring 070-123 45 67.`),
  'write-too-much': (prompt) => write(prompt, textOf(maxCommentLength + 12)),
  send: (prompt) => press(prompt, '[type="submit"]', told(prompt)),
  'send-faulty': (prompt) => press(prompt, '[type="submit"]', shown(prompt, '[aria-invalid]')),
  'send-personal-data': (prompt) => press(prompt, '[type="submit"]', shown(prompt, '#masked')),
};

/** Steps for which the network of the whole page is another for a while. */
const networkSteps: Steps = {
  'send-offline': async (prompt) => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    const lost = () => Promise.reject(new TypeError('There is no network.'));
    await withFetch(lost, () => press(prompt, '[type="submit"]', told(prompt)));
    Reflect.deleteProperty(navigator, 'onLine');
  },
  // The element gives up a silent service after a while; here it goes on sending.
  'send-endlessly': (prompt) => {
    const endless = () => Promise.race<Response>([]);
    const sending = shown(prompt, '[type="submit"][aria-disabled]');
    return withFetch(endless, () => press(prompt, '[type="submit"]', sending));
  },
};

const steps = { ...ownSteps, ...networkSteps };

const stepNames = (prompt: Prompt) => (prompt.dataset['steps'] ?? '').split(' ').filter(Boolean);

/** Whether no other element may send anything while this one is walked. */
export const mustWalkAlone = (prompt: Prompt) =>
  stepNames(prompt).some((name) => name in networkSteps);

/**
 * Takes one element through the steps that its `data-steps` names. Meanwhile it
 * is inert: it cannot take the focus, scroll the page or speak.
 */
export async function walk(prompt: Prompt): Promise<void> {
  prompt.inert = true;
  for (const name of stepNames(prompt)) {
    const step = steps[name];
    if (!step) throw new Error(`${prompt.id}: there is no step called ${name}`);
    await step(prompt);
  }
  prompt.inert = false;
}

/** Presses a button and waits for what shall come of it. */
async function press(prompt: Prompt, selector: string, result: Promise<unknown>) {
  find(prompt, `button${selector}`, HTMLButtonElement).click();
  await result;
}

/** Waits until the element tells what became of sending. */
const told = (prompt: Prompt) =>
  new Promise((resolve) => {
    for (const outcome of ['answered', 'submitted', 'failed']) {
      prompt.addEventListener(`feedback-${outcome}`, resolve, { once: true });
    }
  });

/** Waits until the element has something in its markup. */
const shown = (prompt: Prompt, selector: string) =>
  new Promise<void>((resolve) => {
    const root = prompt.shadowRoot ?? prompt;
    const observer = new MutationObserver(() => {
      if (!root.querySelector(selector)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { subtree: true, childList: true, attributes: true });
  });

/** Does something while every request goes another way. */
async function withFetch(other: typeof fetch, act: () => Promise<void>): Promise<void> {
  const usual = fetch;
  window.fetch = other;
  await act();
  window.fetch = usual;
}

function write(prompt: Prompt, text: string): void {
  const field = find(prompt, 'textarea', HTMLTextAreaElement);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function find<T extends Element>(prompt: Prompt, selector: string, kind: new () => T): T {
  const found = prompt.shadowRoot?.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`${prompt.id}: there is no ${selector}`);
}
