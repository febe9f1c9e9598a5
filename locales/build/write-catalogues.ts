import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { awaitingLanguages, draftLanguages } from '../languages.ts';
import { markStale, readUnits, setNote } from './catalogue.ts';
import { createLocalizer, wordSets, type WordSet } from './localizer.ts';

const notes = {
  draft:
    'DRAFT: a native reader who knows the language as it is written in Sweden must review every target before release.',
  awaiting:
    'AWAITING: no native reader has translated this. Leave it empty until one does; visitors read Swedish meanwhile.',
};

/** The languages of the catalogues of a set: those with words, and those that await them. */
export const catalogueLanguages = (set: WordSet): readonly string[] => [
  ...wordSets[set].slice(1),
  ...(set === 'visitor' ? awaitingLanguages : []),
];

export interface WrittenCatalogues {
  messageCount: number;
  /** The translations that someone must look at again: `fi: prompt.question`. */
  stale: string[];
}

/**
 * Brings the catalogues of a set up to date with the source: new messages come
 * in, old ones go, and each catalogue says what is to be known of it.
 * @param folder where the catalogues are
 * @throws Error that tells which messages cannot be read from the source
 */
export async function writeCatalogues(
  set: WordSet,
  folder = resolve(import.meta.dirname, '..', set),
): Promise<WrittenCatalogues> {
  const languages = catalogueLanguages(set);
  const files = languages.map((language) => resolve(folder, `${language}.xlf`));
  const before = await Promise.all(
    files.map(async (file) => (existsSync(file) ? readFile(file, 'utf8') : '')),
  );
  const localizer = createLocalizer(set, { languages, catalogues: folder });
  const { errors, messages } = localizer.extractSourceMessages();
  if (errors.length > 0) {
    throw new Error(errors.map(({ messageText }) => JSON.stringify(messageText)).join('\n'));
  }
  await localizer.writeInterchangeFiles();

  const stale: string[] = [];
  for (const [place, file] of files.entries()) {
    const language = languages[place] ?? '';
    const written = markStale(before[place] ?? '', await readFile(file, 'utf8'));
    await writeFile(file, setNote(written, noteOf(set, language)));
    const marked = readUnits(written).filter((unit) => unit.isStale);
    stale.push(...marked.map(({ id }) => `${language}: ${id}`));
  }
  return { messageCount: messages.length, stale };
}

function noteOf(set: WordSet, language: string): string | undefined {
  if (set !== 'visitor') return undefined;
  if (draftLanguages.some((draft) => draft === language)) return notes.draft;
  return awaitingLanguages.some((one) => one === language) ? notes.awaiting : undefined;
}
