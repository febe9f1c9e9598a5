/** Brings the catalogues up to date with the source strings: `npm run extract`. */
import { wordSets, type WordSet } from './localizer.ts';
import { writeCatalogues } from './write-catalogues.ts';

for (const set of Object.keys(wordSets) as WordSet[]) {
  const { messageCount, stale } = await writeCatalogues(set);
  console.log(`locales/${set}: ${messageCount} messages`);
  for (const message of stale) console.log(`  The Swedish has changed: look again at ${message}`);
}
