import { PageFeedback } from './page-feedback.ts';
import type { PromptLanguage } from './prompt-language.ts';

/**
 * Registers `<page-feedback>` in a language. A page in several languages loads
 * one file for each: the first registers the element, the others add to it.
 */
export function definePageFeedback(tag: string, language: PromptLanguage): void {
  const registered = customElements.get('page-feedback') as typeof PageFeedback | undefined;
  (registered ?? PageFeedback).languages[tag] = language;
  if (!registered) customElements.define('page-feedback', PageFeedback);
  else for (const prompt of document.querySelectorAll('page-feedback')) prompt.render();
}

declare global {
  interface HTMLElementTagNameMap {
    'page-feedback': PageFeedback;
  }
}
