import { ProblemError } from '../http/problem.ts';

/**
 * Reads a form's body (`application/x-www-form-urlencoded`, UTF-8). Stricter
 * than `URLSearchParams`: broken encoding would silently become other text, and
 * a field given twice would lose one of its values.
 * @throws ProblemError when it cannot be read
 */
export function parseForm(body: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const pair of body.split('&')) {
    if (pair === '') continue;
    const end = pair.indexOf('=');
    const name = decode(end === -1 ? pair : pair.slice(0, end));
    const value = end === -1 ? '' : decode(pair.slice(end + 1));
    if (fields.has(name)) {
      throw new ProblemError('malformed-body', 'A field is given more than once.');
    }
    fields.set(name, value);
  }
  return fields;
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
