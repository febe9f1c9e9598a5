/** A custom property, and its value where the page sets none. */
export interface FoundProperty {
  name: string;
  default: string;
}

/** The names of the parts in a template's source, also those it has in some states only. */
export function findParts(template: string): string[] {
  const lists = [...template.matchAll(/\spart="([^"]*)"/g)].map(([, list = '']) =>
    list.replace(/\$\{([^}]*)\}/g, (_, code: string) =>
      [...code.matchAll(/'([^']*)'/g)].map(([, text]) => text).join(' '),
    ),
  );
  return [...new Set(lists.flatMap((list) => list.split(/\s+/)))].filter(Boolean);
}

/** The custom properties that a style sheet reads from the page. */
export function findCustomProperties(styles: string): FoundProperty[] {
  const uses = styles.matchAll(/var\(\s*(--page-feedback-[\w-]+)(?=[\s,)])\s*,?/g);
  return [...uses].map(({ 0: start, 1: name = '', index }) => ({
    name,
    default: untilClosed(styles.slice(index + start.length)).trim(),
  }));
}

/** The text before the bracket that closes what was opened before it. */
function untilClosed(text: string): string {
  let open = 1;
  for (const [place, character] of [...text].entries()) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open === 0) return text.slice(0, place);
  }
  throw new Error(`A bracket is not closed: ${text.slice(0, 40)}`);
}

/**
 * Sees that documents and source tell of the same.
 * @throws Error that names what is only in one of them
 */
export function requireSame(what: string, documented: string[], found: string[]): void {
  const undocumented = found.filter((name) => !documented.includes(name));
  const gone = documented.filter((name) => !found.includes(name));
  const faults = [
    undocumented.length > 0 && `not explained in the doc block: ${undocumented.join(', ')}`,
    gone.length > 0 && `explained, but not in the source: ${gone.join(', ')}`,
  ].filter(Boolean);
  if (faults.length > 0) throw new Error(`${what}: ${faults.join('; ')}.`);
}
