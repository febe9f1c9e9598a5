import assert from 'node:assert/strict';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readUnits } from '../../locales/build/catalogue.ts';
import { wordSets, type WordSet } from '../../locales/build/localizer.ts';
import { catalogueLanguages, writeCatalogues } from '../../locales/build/write-catalogues.ts';
import { awaitingLanguages, draftLanguages, visitorLanguages } from '../../locales/languages.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const folderOf = (set: WordSet) => resolve(import.meta.dirname, '../../locales', set);

const readCatalogue = (language: string, folder = folderOf('visitor')) =>
  readFile(resolve(folder, `${language}.xlf`), 'utf8');

/** The note at the head of a catalogue. */
const noteOf = (xliff: string) => /<header>\s*<note>(.*?)<\/note>\s*<\/header>/s.exec(xliff)?.[1];

const sets = Object.keys(wordSets) as WordSet[];

/** A copy of a set's catalogues, to extract words into. */
async function copyCatalogues(set: WordSet, context: TestContext): Promise<string> {
  const copy = await createTemporaryFolder();
  context.after(copy.remove);
  await cp(folderOf(set), copy.path, { recursive: true });
  return copy.path;
}

describe('the languages', () => {
  // The IANA Language Subtag Registry (iana.org/assignments/language-subtag-registry):
  // records of the type "language", by their subtag, with their description.
  const registered: Record<string, string> = {
    ar: 'Arabic',
    en: 'English',
    fi: 'Finnish',
    fit: 'Tornedalen Finnish',
    rmy: 'Vlax Romani',
    se: 'Northern Sami',
    sma: 'Southern Sami',
    smj: 'Lule Sami',
    sv: 'Swedish',
    yi: 'Yiddish',
  };

  it('have tags that are registered', () => {
    const tags = [...visitorLanguages, ...awaitingLanguages];
    assert.deepEqual([...tags].sort(), Object.keys(registered));
  });

  it('are either offered or awaited, and Swedish is no draft', () => {
    const offered: readonly string[] = visitorLanguages;
    assert.deepEqual(
      awaitingLanguages.filter((language) => offered.includes(language)),
      [],
    );
    assert.ok(!draftLanguages.includes('sv'));
  });

  it('have a catalogue each, and there is no other', async () => {
    for (const set of sets) {
      const files = (await readdir(folderOf(set))).filter((file) => file.endsWith('.xlf'));
      const expected = catalogueLanguages(set).map((language) => `${language}.xlf`);
      assert.deepEqual(files.sort(), expected.sort());
    }
  });
});

for (const language of awaitingLanguages) {
  describe(`the catalogue that awaits a native reviewer: ${language}`, () => {
    it('has every Swedish text, and not one translation that someone made up', async () => {
      const units = readUnits(await readCatalogue(language));
      const finnish = readUnits(await readCatalogue('fi'));
      const sources = (list: typeof units) => list.map(({ id, source }) => `${id}: ${source}`);
      assert.deepEqual(sources(units).sort(), sources(finnish).sort());
      assert.deepEqual(
        units.filter(({ target }) => target !== undefined),
        [],
      );
      assert.doesNotMatch(await readCatalogue(language), /<target|<alt-trans/);
    });

    it('says that it awaits one, and in which language', async () => {
      const text = await readCatalogue(language);
      assert.match(noteOf(text) ?? '', /^AWAITING: /);
      assert.ok(text.includes(`target-language="${language}" source-language="sv"`));
    });
  });
}

for (const language of visitorLanguages.slice(1)) {
  const isDraft = draftLanguages.includes(language);

  describe(`the catalogue of an offered language: ${language}`, () => {
    it(isDraft ? 'says that it is a draft' : 'is no draft', async () => {
      const note = noteOf(await readCatalogue(language)) ?? '';
      assert.equal(/^DRAFT: .*before release/.test(note), isDraft, note);
    });

    it('has no Swedish text in place of a translation', async () => {
      for (const { id, source, target } of readUnits(await readCatalogue(language))) {
        assert.notEqual(target, source, id);
      }
    });
  });
}

describe('extracting the words', () => {
  for (const set of sets) {
    it(`changes no catalogue of the ${set}: they say what the code says`, async (context) => {
      const copy = await copyCatalogues(set, context);
      await writeCatalogues(set, copy);
      for (const language of catalogueLanguages(set)) {
        const written = await readCatalogue(language, copy);
        assert.equal(written, await readCatalogue(language, folderOf(set)), language);
      }
    });

    it(`has left no translation of the ${set} to look at again`, async () => {
      for (const language of catalogueLanguages(set)) {
        const units = readUnits(await readCatalogue(language, folderOf(set)));
        assert.deepEqual(
          units.filter(({ isStale }) => isStale),
          [],
          language,
        );
      }
    });
  }

  it('marks a translation whose Swedish has changed, until someone has looked at it', async (context) => {
    const copy = await copyCatalogues('visitor', context);
    const file = resolve(copy, 'fi.xlf');
    const current = await readFile(file, 'utf8');
    const [source, target] = ['<source>Ja</source>', '<target>Kyllä</target>'];
    assert.ok(current.includes(source) && current.includes(target));
    await writeFile(file, current.replace(source, '<source>Jo</source>'));

    const first = await writeCatalogues('visitor', copy);
    assert.deepEqual(first.stale, ['fi: answer.yes']);
    const marked = await readFile(file, 'utf8');
    const mark = '<target state="needs-review-translation">Kyllä</target>';
    assert.equal(marked, current.replace(target, mark));

    const again = await writeCatalogues('visitor', copy);
    assert.deepEqual(again.stale, ['fi: answer.yes']);
    assert.equal(await readFile(file, 'utf8'), marked);

    await writeFile(file, marked.replace(mark, target));
    assert.deepEqual((await writeCatalogues('visitor', copy)).stale, []);
    assert.equal(await readFile(file, 'utf8'), current);
  });

  it('writes the catalogue of a new language, and the notes that are missing', async (context) => {
    const folder = await createTemporaryFolder();
    context.after(folder.remove);
    await writeCatalogues('visitor', folder.path);
    const written = await readCatalogue('se', folder.path);
    assert.match(noteOf(written) ?? '', /^AWAITING: /);
    assert.equal(readUnits(written).length, readUnits(await readCatalogue('se')).length);
    assert.equal(noteOf(await readCatalogue('en', folder.path)), undefined);
  });

  it('takes away the note of a catalogue that is no draft any more', async (context) => {
    const copy = await copyCatalogues('visitor', context);
    const file = resolve(copy, 'en.xlf');
    const current = await readFile(file, 'utf8');
    const header = '<header>\n  <note>DRAFT: not reviewed.</note>\n</header>\n';
    await writeFile(file, current.replace('<body>', `${header}<body>`));
    await writeCatalogues('visitor', copy);
    assert.equal(await readFile(file, 'utf8'), current);
  });
});
