import { primaryLanguage } from '../../locales/languages.ts';

/**
 * Chooses a language from the browser's `Accept-Language`.
 * @param header the header's value; the order of its tags is taken as the wish
 * @param languages what there is; the first is used when no wish can be met
 */
export function preferredLanguage<T extends string>(
  header: string | undefined,
  languages: readonly [T, ...T[]],
): T {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => primaryLanguage(part.split(';')[0]?.trim() ?? ''));
  for (const wish of wishes) {
    const found = languages.find((language) => language === wish);
    if (found) return found;
  }
  return languages[0];
}
