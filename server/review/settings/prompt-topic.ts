import { z } from 'zod';
import { visitorLanguages, type VisitorLanguage } from '../../../locales/languages.ts';
import { promptSchema, promptTextsSchema } from '../../store/site-settings.ts';
import type { Locale } from '../locale.ts';
import { check, isChecked, textIn } from './parse-values.ts';
import type { Field, Topic } from './topic.ts';

const textNames = [
  'question',
  'purpose',
  'contactHref',
  'privacyHref',
  'accessibilityHref',
] as const satisfies (keyof z.output<typeof promptTextsSchema>)[];

const fieldName = (text: string, language: VisitorLanguage) => `${text}-${language}`;

/** A language as the locale names it. */
const nameOf = (language: VisitorLanguage, locale: Locale): string =>
  new Intl.DisplayNames([locale.language], { type: 'language' }).of(language) ?? language;

/** Each field is checked under its own name, so that a fault is told where it is. */
const formSchema = z.object({
  languages: promptSchema.shape.languages,
  ...Object.fromEntries(
    visitorLanguages.flatMap((language) =>
      textNames.map((text) => [fieldName(text, language), promptTextsSchema.shape[text]]),
    ),
  ),
});

/** What the prompt says, in which languages, and where it links to. */
export const promptTopic: Topic = {
  name: 'prompt',
  fields(locale) {
    const { settings, settingsFields } = locale.words;
    const { languages, asksForComment } = settingsFields;
    const options = visitorLanguages.map((value) => ({ value, label: nameOf(value, locale) }));
    return [
      { name: 'asksForComment', kind: 'check', ...asksForComment },
      { name: 'languages', kind: 'choices', options, ...languages },
      ...visitorLanguages.flatMap((language) =>
        textNames.map((text): Field => {
          const group = settings.inLanguage(nameOf(language, locale));
          return { name: fieldName(text, language), kind: 'text', group, ...settingsFields[text] };
        }),
      ),
    ];
  },
  read({ settings: { prompt } }) {
    return {
      asksForComment: prompt.asksForComment ? ['yes'] : [],
      languages: prompt.languages,
      ...Object.fromEntries(
        visitorLanguages.flatMap((language) =>
          textNames.map((text) => [
            fieldName(text, language),
            [prompt.texts[language]?.[text] ?? ''],
          ]),
        ),
      ),
    };
  },
  parse(site, values) {
    const written = (text: string, language: VisitorLanguage) =>
      textIn(values, fieldName(text, language));
    const draft = Object.fromEntries(
      visitorLanguages.flatMap((language) =>
        textNames.map((text) => [fieldName(text, language), written(text, language)]),
      ),
    );
    const result = check(formSchema, { languages: values['languages'] ?? [], ...draft });
    if ('faults' in result) return result;
    const texts = Object.fromEntries(
      visitorLanguages.flatMap((language) => {
        const each = textNames.flatMap((text) => {
          const value = written(text, language);
          return value === undefined ? [] : [[text, value] as const];
        });
        return each.length === 0 ? [] : [[language, Object.fromEntries(each)]];
      }),
    );
    const prompt = {
      ...site.settings.prompt,
      asksForComment: isChecked(values, 'asksForComment'),
      languages: visitorLanguages.filter((each) => result.data.languages.includes(each)),
      texts,
    };
    return { site: { ...site, settings: { ...site.settings, prompt } } };
  },
};
