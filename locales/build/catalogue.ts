/** One message of a catalogue, in the catalogue's own markup, where placeholders are elements. */
export interface CatalogueUnit {
  id: string;
  source: string;
  target: string | undefined;
  /** Whether the source has changed since it was translated. */
  isStale: boolean;
}

/** The state that XLIFF 1.2 has for a translation which someone must look at again. */
const staleState = 'state="needs-review-translation"';

const unitMarkup = /<trans-unit\b[^>]*\bid="([^"]*)"[^>]*>(.*?)<\/trans-unit>/gs;
const targetMarkup = /<target\b([^>]*?)(?:\/>|>(.*?)<\/target>)/s;

/** Reads the messages of a catalogue in XLIFF 1.2, in their order. */
export const readUnits = (xliff: string): CatalogueUnit[] =>
  [...xliff.matchAll(unitMarkup)].map(([, id = '', unit = '']) => {
    const target = targetMarkup.exec(unit);
    return {
      id,
      source: /<source\b[^>]*>(.*?)<\/source>/s.exec(unit)?.[1] ?? '',
      target: target ? (target[2] ?? '') : undefined,
      isStale: target?.[1]?.includes(staleState) ?? false,
    };
  });

/**
 * Marks the translations whose source is another than before: the tools keep
 * them, as if they still said the same.
 */
export function markStale(before: string, after: string): string {
  const sources = new Map(readUnits(before).map(({ id, source }) => [id, source]));
  return after.replace(unitMarkup, (unit, id: string) => {
    const [now] = readUnits(unit);
    const isChanged = sources.has(id) && sources.get(id) !== now?.source;
    return isChanged && !now?.isStale ? unit.replace('<target', `<target ${staleState}`) : unit;
  });
}

/**
 * Puts a note at the head of a catalogue, where translators and their tools see it.
 * @param note undefined takes away the one that is there
 */
export function setNote(xliff: string, note: string | undefined): string {
  const header = note === undefined ? '' : `<header>\n  <note>${note}</note>\n</header>\n`;
  return xliff.replace(
    /(<file\b[^>]*>)\s*(?:<header>.*?<\/header>\s*)?(?=<body\b)/s,
    (_, file: string) => `${file}\n${header}`,
  );
}
