import { ProblemError } from '../http/problem.ts';

/**
 * Reads a form's body (`application/x-www-form-urlencoded`, UTF-8). Stricter
 * than `URLSearchParams`: broken encoding would silently become other text, and
 * a field given twice would lose one of its values.
 * @returns the fields as the object's own properties
 * @throws ProblemError when it cannot be read
 */
export function parseForm(body: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (let start = 0; start < body.length;) {
    const next = body.indexOf('&', start);
    const end = next === -1 ? body.length : next;
    const equals = body.indexOf('=', start);
    const nameEnd = equals === -1 || equals > end ? end : equals;
    if (end > start) {
      const name = decode(body.slice(start, nameEnd));
      const value = decode(body.slice(nameEnd + 1, end));
      if (Object.hasOwn(fields, name)) {
        throw new ProblemError('malformed-body', 'A field is given more than once.');
      }
      set(fields, name, value);
    }
    start = end + 1;
  }
  return fields;
}

/** This one name would not become a property, but change what the object is. */
function set(fields: Record<string, string>, name: string, value: string): void {
  if (name !== '__proto__') fields[name] = value;
  else
    Object.defineProperty(fields, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch (error) {
    const detail = 'The form is not encoded as UTF-8 with valid percent-encoding.';
    throw new ProblemError('malformed-body', detail, { cause: error });
  }
}
