import { resolve } from 'node:path';
import { TransformLitLocalizer } from '@lit/localize-tools/lib/modes/transform.js';
import { localizerConfig } from './localizer.ts';
import { pseudoLanguages, type PseudoLanguage } from '../pseudo-languages.ts';

type Translations = ReturnType<TransformLitLocalizer['readTranslationsSync']>['translations'];
type Locale = Translations extends Map<infer L, unknown> ? L : never;

const languages = Object.keys(pseudoLanguages) as PseudoLanguage[];

/** Translates by rule, where the others read catalogues. */
class PseudoLocalizer extends TransformLitLocalizer {
  override readTranslationsSync(): { translations: Translations } {
    const { messages } = this.extractSourceMessages();
    const translate = (language: PseudoLanguage) =>
      messages.map(({ name, contents }) => ({
        name,
        contents: contents.map((part) =>
          typeof part === 'string' ? pseudoLanguages[language](part) : part,
        ),
      }));
    return {
      translations: new Map(
        languages.map((language) => [language as unknown as Locale, translate(language)]),
      ),
    };
  }
}

/** Writes the visitor's words in each pseudo-language to `dist/pseudo/<language>/`. */
export async function buildPseudoWords(): Promise<void> {
  const outputDir = resolve(import.meta.dirname, '../../dist/pseudo');
  await new PseudoLocalizer(localizerConfig('visitor', outputDir, { languages })).build();
}
