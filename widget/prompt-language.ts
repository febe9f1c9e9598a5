import { promptTemplate } from './prompt-template.ts';
import { commentThanks, counterText, maskedText, statusText } from './prompt-texts.ts';

/**
 * All that the prompt says in one language. The build puts a language's words
 * into these functions, so that a page pays for one language only.
 */
export const promptLanguage = {
  promptTemplate,
  statusText,
  commentThanks,
  counterText,
  maskedText,
};

export type PromptLanguage = typeof promptLanguage;
