/** Writes each set of words in each of its languages: `npm run build` calls it first. */
import { buildPseudoWords } from './build-pseudo-words.ts';
import { createLocalizer, wordSets, type WordSet } from './localizer.ts';

for (const set of Object.keys(wordSets) as WordSet[]) {
  const localizer = createLocalizer(set);
  const { errors } = localizer.validateTranslations();
  if (errors.length > 0) {
    console.error(`Placeholders of locales/${set} differ from the source:\n${errors.join('\n')}`);
    process.exit(1);
  }
  await localizer.build();
}

// For the tests alone: the service hands out nothing of it.
await buildPseudoWords();
