import { maxCommentLength } from '../../contract/limits.ts';

/** What this page knows of the element. */
export interface Prompt extends HTMLElement {
  updateComplete: Promise<boolean>;
}

const sentence = 'Jag hittade inte hur jag skriver länkar till dokument. ';
const textOf = (length: number) => sentence.repeat(maxCommentLength).slice(0, length);

/** What a visitor can do. Each step ends when the element has told what came of it. */
const steps: Record<string, (prompt: Prompt) => void | Promise<void>> = {
  yes: (prompt) => press(prompt, 'button[value="yes"]', answered),
  no: (prompt) => press(prompt, 'button[value="no"]', answered),
  write: (prompt) => write(prompt, sentence.trim()),
  'write-nearly-all': (prompt) => write(prompt, textOf(maxCommentLength - 40)),
  'write-too-much': (prompt) => write(prompt, textOf(maxCommentLength + 12)),
  send: (prompt) => press(prompt, 'button[type="submit"]', submitted),
  'send-offline': (prompt) => offline(() => press(prompt, 'button[type="submit"]', submitted)),
  'press-send': (prompt) => press(prompt, 'button[type="submit"]', []),
};

const answered = ['feedback-answered', 'feedback-failed'];
const submitted = ['feedback-submitted', 'feedback-failed'];

/**
 * Takes one element through the steps that its `data-steps` names. Meanwhile it
 * is inert: it cannot take the focus, scroll the page or speak.
 */
export async function walk(prompt: Prompt): Promise<void> {
  await prompt.updateComplete;
  prompt.inert = true;
  for (const name of (prompt.dataset['steps'] ?? '').split(' ').filter(Boolean)) {
    const step = steps[name];
    if (!step) throw new Error(`${prompt.id}: there is no step called ${name}`);
    await step(prompt);
    await prompt.updateComplete;
  }
  prompt.inert = false;
}

/** Presses a button and waits for one of the events, if any are given. */
async function press(prompt: Prompt, selector: string, events: string[]): Promise<void> {
  const told = new Promise((resolve) => {
    for (const event of events) prompt.addEventListener(event, resolve, { once: true });
  });
  find(prompt, selector, HTMLButtonElement).click();
  if (events.length > 0) await told;
}

function write(prompt: Prompt, text: string): void {
  const field = find(prompt, 'textarea', HTMLTextAreaElement);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Does something as a browser without a network would let it happen. */
async function offline(act: () => Promise<void>): Promise<void> {
  const online = fetch;
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  window.fetch = () => Promise.reject(new TypeError('There is no network.'));
  try {
    await act();
  } finally {
    window.fetch = online;
    Reflect.deleteProperty(navigator, 'onLine');
  }
}

function find<T extends Element>(prompt: Prompt, selector: string, kind: new () => T): T {
  const found = prompt.shadowRoot?.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`${prompt.id}: there is no ${selector}`);
}
