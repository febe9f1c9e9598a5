import type { PseudoLanguage } from '../../locales/pseudo-languages.ts';
import { definePageFeedback } from '../../widget/page-feedback-define.ts';
import type { PromptLanguage } from '../../widget/prompt-language.ts';
import type { Prompt } from './prompt-harness.ts';
import { promptStates } from './prompt-states.ts';

/*
 * Languages that nobody speaks show what a translation would meet. They stand
 * under tags of IANA's private use, and those that run right-to-left under the tags of
 * languages that have no words yet: `ar-XB` is Arabic only to the element.
 */
const languages: Record<string, PseudoLanguage> = {
  qaa: 'accented',
  qab: 'longer',
  ar: 'right-to-left',
  yi: 'right-to-left',
};

export const pseudoTags = Object.keys(languages);

before(async () => {
  for (const [tag, language] of Object.entries(languages)) {
    const address = `/dist/pseudo/prompt-language.${language}.js`;
    const { promptLanguage } = (await import(address)) as { promptLanguage: PromptLanguage };
    definePageFeedback(tag, promptLanguage);
  }
});

/** Takes a prompt in a language to a state. */
export function openInLanguage(state: string, lang: string): Promise<Prompt> {
  const opening = promptStates[state];
  if (!opening) throw new Error(`There is no state ${state}.`);
  return opening({ lang });
}

/** The texts of a part that have letters, without what the visitor has written. */
export function textNodes(part: Element): Text[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const isOfVisitor = text.parentElement?.closest('textarea, #masked');
    if (/\p{L}/u.test(text.data) && !isOfVisitor) texts.push(text);
  }
  return texts;
}
