import { primaryLanguage } from '../locales/languages.ts';

/**
 * The language of a prompt: the nearest that is marked in the page, or else Swedish, or else
 * the first loaded.
 * @param loaded the languages that have been loaded, by their tags
 */
export function languageTag(prompt: Element, loaded: object): string {
  const wish = primaryLanguage(prompt.closest<HTMLElement>('[lang]')?.lang ?? '');
  const tags = [wish, 'sv', ...Object.keys(loaded)];
  return tags.find((tag) => Object.hasOwn(loaded, tag)) ?? '';
}
