import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { PageFeedback } from '../../widget/page-feedback.ts';
import { definePageFeedback } from '../../widget/page-feedback-define.ts';
import { promptLanguage } from '../../widget/prompt-language.ts';
import { onTestEnd } from './on-test-end.ts';
import { watchPrompt } from './prompt-watch.ts';
import { waitUntil } from './wait-until.ts';

definePageFeedback('sv', promptLanguage);

/** The base address of the real service, which accepts answers from the pages of the tests. */
export const testService =
  document.querySelector<HTMLMetaElement>('meta[name="test-service"]')?.content ?? '';

type Trouble = 'failing' | 'busy' | 'refusing' | 'silent';

/** The base address of a fake service of the demo, which stores nothing. */
export const fakeService = (kind: 'working' | Trouble | `${Trouble}-comments`) =>
  `${testService}/demo/states/service/${kind}`;

/** The element as a visitor meets it: what it shows, and what can be done with it. */
export type Prompt = ReturnType<typeof createPrompt>;

/**
 * Puts an element on the page until the test ends, and waits until it shows itself.
 * @param attributes those of the element; without `service` it has one that works
 */
export async function openPrompt(
  attributes: Record<string, string> = {},
  place: Element = document.body,
): Promise<Prompt> {
  const element = document.createElement('page-feedback');
  const settings = { service: fakeService('working'), ...attributes };
  for (const [name, value] of Object.entries(settings)) element.setAttribute(name, value);
  place.append(element);
  onTestEnd(() => {
    element.remove();
  });
  await waitUntil(() => element.shadowRoot?.querySelector('section'), 'the prompt');
  return createPrompt(element);
}

/** Puts markup on the page until the test ends. */
export function openMarkup(markup: string): HTMLElement {
  const place = document.createElement('div');
  place.innerHTML = markup;
  document.body.append(place);
  onTestEnd(() => {
    place.remove();
  });
  return place;
}

/** Adds a style sheet to the page, or to an element's root, until the test ends. */
export function addStyles(css: string, place: HTMLElement | ShadowRoot = document.head): void {
  const style = document.createElement('style');
  style.textContent = css;
  place.append(style);
  onTestEnd(() => {
    style.remove();
  });
}

const outcomes = ['feedback-answered', 'feedback-submitted', 'feedback-failed'] as const;

const textOf = (part: Element) => part.textContent.trim();

function createPrompt(element: PageFeedback) {
  const root = element.shadowRoot;
  if (!root) throw new Error('The element has no open root.');

  function find<T extends Element>(selector: string, kind: new () => T): T {
    const found = root?.querySelector(selector);
    if (found instanceof kind) return found;
    throw new Error(`The prompt has no ${selector}.`);
  }
  const findAny = (selector: string) => find(selector, HTMLElement);
  const has = (selector: string) => root.querySelector(selector) !== null;

  /** The next thing that the element tells the page; ask before it can happen. */
  const nextOutcome = () =>
    new Promise<HTMLElementEventMap[(typeof outcomes)[number]]>((resolve) => {
      for (const type of outcomes) element.addEventListener(type, resolve, { once: true });
    });

  /** Clicks as a mouse does: in the middle, with everything that a click brings. */
  async function press(target: Element): Promise<void> {
    target.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = target.getBoundingClientRect();
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'click', position });
  }

  async function pressFor<T>(target: Element, result: Promise<T>): Promise<T> {
    await press(target);
    return result;
  }

  const prompt = {
    element,
    root,
    /** What goes wrong from now on while nobody looks. */
    watched: watchPrompt(root),
    find,
    has,
    press,
    nextOutcome,
    /** Every element in the root. */
    all: () => [...root.querySelectorAll<HTMLElement>('section, section *')],
    /** What has the focus in the root. */
    focused: () => root.activeElement,
    section: () => findAny('section'),
    question: () => findAny('[part=question]'),
    yes: () => find('button[value=yes]', HTMLButtonElement),
    no: () => find('button[value=no]', HTMLButtonElement),
    /** The region that tells what became of an answer. */
    status: () => findAny('[part~=status]'),
    /** What the status says, as one line. */
    told: () => textOf(findAny('[part~=status]')),
    form: () => find('form', HTMLFormElement),
    label: () => find('label', HTMLLabelElement),
    hint: () => findAny('[part=hint]'),
    field: () => find('textarea', HTMLTextAreaElement),
    fault: () => textOf(findAny('[part=error]')),
    counter: () => textOf(findAny('[part=counter]')),
    /** What is spoken of the remaining characters. */
    spokenCounter: () => textOf(findAny('form [aria-live]')),
    submit: () => find('button[type=submit]', HTMLButtonElement),
    retry: () => find('section > button', HTMLButtonElement),
    hasRetry: () => has('section > button'),
    /** Answers, and waits until the element tells what became of it. */
    answer: (value: 'yes' | 'no') => pressFor(prompt[value](), nextOutcome()),
    /** Sends the comment, and waits until the element tells what became of it. */
    send: () => pressFor(prompt.submit(), nextOutcome()),
    /** Sends a comment that the element must refuse. */
    async sendFaulty() {
      await press(prompt.submit());
      await waitUntil(() => has('[part=error]'), 'a fault of the comment');
    },
    /** Puts a text into the field at once, as pasting does. */
    write(text: string) {
      const field = prompt.field();
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
    /** Types with real keys. */
    async type(text: string) {
      prompt.field().focus();
      await sendKeys({ type: text });
    },
    /** Sends the next answers elsewhere. */
    useService(base: string) {
      element.setAttribute('service', base);
    },
    /** The texts that a region has had since, one for each change. */
    changesOf(region: Element): string[] {
      const texts: string[] = [];
      const observer = new MutationObserver(() => texts.push(textOf(region)));
      observer.observe(region, { subtree: true, childList: true, characterData: true });
      onTestEnd(() => {
        observer.disconnect();
      });
      return texts;
    },
  };
  return prompt;
}
