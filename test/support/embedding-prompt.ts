import type { Locator, Page } from 'playwright-core';

/** A prompt as a visitor meets it on a page: what it shows, and what can be done with it. */
export interface PromptOnPage {
  /** The element in its page. */
  element: Locator;
  /** The question that the element itself shows, once it has taken the form's place. */
  question: () => Promise<string>;
  /** Waits until the element asks that question. */
  untilAsks: (question: string) => Promise<void>;
  /** Presses an answer and waits for nothing. */
  press: (answer: 'yes' | 'no') => Promise<void>;
  /** Presses an answer and waits for the thanks. */
  answer: (answer: 'yes' | 'no') => Promise<void>;
  write: (text: string) => Promise<void>;
  /** Presses the button that sends the comment, and waits for nothing. */
  send: () => Promise<void>;
  /** Writes a comment, sends it and waits for the thanks. */
  comment: (text: string) => Promise<void>;
  /** Waits until the status says something. */
  told: (words: RegExp) => Promise<void>;
  status: () => Promise<string>;
  /** The answer that is pressed. */
  pressed: () => Promise<string | null>;
  /** What stands in the comment's field; null when there is none. */
  written: () => Promise<string | null>;
  retry: () => Promise<void>;
}

const thanks = /^(Tack|Thank)/;
const commentThanks = /^(Tack! Vi|Thank you! We)/;

/** Finds a prompt by its place among those of the page, from 0. */
export function promptOn(page: Page, place = 0): PromptOnPage {
  const element = page.locator('page-feedback').nth(place);
  const status = element.locator('[part~=status]');
  const field = element.locator('[part=comment]');
  const told = (words: RegExp) => status.filter({ hasText: words }).waitFor();
  const press = (answer: string) => element.locator(`[part=answer][value=${answer}]`).click();
  const send = () => element.locator('[part=submit][type=submit]').click();
  const valueOf = (found: Locator) =>
    found.evaluateAll(([first]) => (first as HTMLButtonElement | undefined)?.value ?? null);
  return {
    element,
    question: () => element.locator('[part=question]').innerText(),
    untilAsks: (question) =>
      element.locator('[part=question]').filter({ hasText: question }).waitFor(),
    press,
    async answer(answer) {
      await press(answer);
      await told(thanks);
    },
    write: (text) => field.fill(text),
    send,
    async comment(text) {
      await field.fill(text);
      await send();
      await told(commentThanks);
    },
    told,
    status: async () => (await status.innerText()).trim(),
    pressed: () => valueOf(element.locator('[part=answer][aria-pressed=true]')),
    written: () => valueOf(field),
    retry: () => element.locator('[part=submit][type=button]').click(),
  };
}
