/** Brings the catalogues up to date with the source strings: `npm run extract`. */
import { createLocalizer, wordSets, type WordSet } from './localizer.ts';

for (const set of Object.keys(wordSets) as WordSet[]) {
  const localizer = createLocalizer(set);
  const { errors, messages } = localizer.extractSourceMessages();
  if (errors.length > 0) {
    for (const error of errors) console.error(error.messageText);
    process.exit(1);
  }
  await localizer.writeInterchangeFiles();
  console.log(`locales/${set}: ${messages.length} messages`);
}
