import assert from 'node:assert/strict';
import { copyFile, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { createLocalizer, wordSets, type WordSet } from '../../locales/build/localizer.ts';
import { unescapeText } from '../support/read-markup.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const folder = resolve(import.meta.dirname, '../../locales');

interface Unit {
  id: string;
  source: string;
  target: string | undefined;
}

/** The units of a catalogue in its own markup, in which placeholders are elements. */
async function readCatalogue(set: string, language: string): Promise<Unit[]> {
  const text = await readFile(resolve(folder, set, `${language}.xlf`), 'utf8');
  const units = [...text.matchAll(/<trans-unit id="([^"]*)">(.*?)<\/trans-unit>/gs)];
  return units.map(([, id = '', unit = '']) => ({
    id,
    source: /<source>(.*?)<\/source>/s.exec(unit)?.[1] ?? '',
    target: /<target[^>]*>(.*?)<\/target>/s.exec(unit)?.[1],
  }));
}

const contentsAsText = (contents: (string | { untranslatable: string })[]) =>
  contents.map((part) => (typeof part === 'string' ? part : part.untranslatable)).join('');

/** The text of a unit with what its placeholders stand for. */
const withPlaceholders = (markup: string) =>
  unescapeText(markup.replace(/<x [^>]*equiv-text="([^"]*)"[^>]*\/>/g, '$1'));

const placeholders = (markup: string) =>
  (markup.match(/<x [^>]*\/>/g) ?? []).map((mark) => mark.replace(/\s+/g, ' ')).sort();

for (const set of Object.keys(wordSets) as WordSet[]) {
  const localizer = createLocalizer(set);
  const { messages, errors } = localizer.extractSourceMessages();
  const [, ...languages] = wordSets[set];

  describe(`the words of the ${set}`, () => {
    it('can be read from the code, and each has an id of its own', () => {
      assert.deepEqual(errors, []);
      assert.ok(messages.length > 20);
      const ids = messages.map((message) => message.name);
      assert.equal(new Set(ids).size, ids.length);
      for (const id of ids) assert.match(id, /^[a-z][a-z-]*\.[a-z][a-z-]*$/);
    });
  });

  for (const language of languages) {
    describe(`the words of the ${set} in ${language}`, () => {
      it('are all those of the code, and no others', async () => {
        const units = await readCatalogue(set, language);
        assert.deepEqual(
          units.map((unit) => unit.id).sort(),
          messages.map((message) => message.name).sort(),
        );
      });

      it('are made from what the code says now', async () => {
        const units = await readCatalogue(set, language);
        for (const { name, contents } of messages) {
          const unit = units.find((candidate) => candidate.id === name);
          assert.equal(withPlaceholders(unit?.source ?? ''), contentsAsText(contents), name);
        }
      });

      it('are written down as the code says: extracting them again changes nothing', async (context) => {
        const copy = await createTemporaryFolder();
        context.after(copy.remove);
        const file = `${language}.xlf`;
        await copyFile(resolve(folder, set, file), resolve(copy.path, file));
        const extractor = createLocalizer(set);
        Object.assign(extractor.config.interchange, { xliffDir: copy.path });
        await extractor.writeInterchangeFiles();
        assert.equal(
          await readFile(resolve(copy.path, file), 'utf8'),
          await readFile(resolve(folder, set, file), 'utf8'),
        );
      });

      it('are all translated', async () => {
        for (const { id, source, target } of await readCatalogue(set, language)) {
          assert.notEqual((target ?? '').trim(), '', id);
          assert.equal(/^\s/.test(target ?? ''), /^\s/.test(source), `${id}: space before`);
          assert.equal(/\s$/.test(target ?? ''), /\s$/.test(source), `${id}: space after`);
        }
        const translated = localizer.readTranslationsSync().translations;
        const [found] = [...translated].filter(([locale]) => String(locale) === language);
        assert.equal(found?.[1].length, messages.length);
      });

      it('have the placeholders of the source', async () => {
        assert.deepEqual(localizer.validateTranslations().errors, []);
        for (const { id, source, target } of await readCatalogue(set, language)) {
          assert.deepEqual(placeholders(target ?? ''), placeholders(source), id);
        }
      });
    });
  }
}

describe('the words that visitors read', () => {
  it('are Swedish where the source is, in every built module', async () => {
    const built = (language: string, file: string) =>
      import(`../../dist/locales/visitor/${language}/${file}.js`) as Promise<{ question: string }>;
    assert.equal((await built('sv', 'prompt-words')).question, 'Hjälpte denna information dig?');
    assert.equal((await built('en', 'prompt-words')).question, 'Did this information help you?');
  });
});
