import { acknowledgementSchema } from '../../server/contract/acknowledgement-schema.ts';
import { problemSchema } from '../../server/contract/problem-schema.ts';
import { mark, type FuzzedRequest } from './wire-bodies.ts';

/** What came back for one request. */
export interface FuzzedAnswer {
  status: number;
  type: string;
  location: string;
  text: string;
}

/**
 * Says what is wrong with an answer; undefined when nothing is.
 * @param documented the statuses that the API document tells of
 */
export function judgeAnswer(
  { headers }: FuzzedRequest,
  { status, type, location, text }: FuzzedAnswer,
  documented: ReadonlySet<number>,
): string | undefined {
  if (status >= 500) return `status ${status}`;
  if (!documented.has(status)) return `status ${status} is not documented`;
  if (location.includes(mark)) return 'the redirect gives back what was sent';
  if (type.startsWith('text/html')) {
    // A page may show a person's own words again, as text only.
    return headers['accept']?.includes('text/html') &&
      !new RegExp(`${mark}<(?!/)|<script`, 'i').test(text)
      ? undefined
      : 'a page that was not asked for, or that has markup of the sender';
  }
  if (status === 303) return text === '' ? undefined : 'a redirect with a body';
  const schema = status < 300 ? acknowledgementSchema : problemSchema;
  const wanted = status < 300 ? 'application/json' : 'application/problem+json';
  if (!type.startsWith(wanted)) return `the type is ${type}`;
  const read = schema.safeParse(parse(text));
  if (!read.success) return `the body is not as documented: ${read.error.message}`;
  if ('title' in read.data && read.data.status !== status) return 'the body tells another status';
  // Plain names of fields that there are not are told, so that a client finds its mistake.
  const values = JSON.stringify(read.data, (name, value: unknown) =>
    name === 'field' ? '' : value,
  ).replace(/[A-Za-z-]+ is not a known field/g, '');
  if (values.includes(mark)) return 'the answer gives back what was sent';
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
