import { ProblemError } from '../http/problem.ts';
import { parseForm } from './parse-form.ts';
import type { Posting } from './posting.ts';

/** What was sent, before any field is checked. */
export interface Submission {
  transport: 'form' | 'json';
  fields: Record<string, unknown>;
}

const formType = 'application/x-www-form-urlencoded';
/** What browsers send for the prompt's form: by far the most often. */
const fromPrompt = `${formType};charset=UTF-8`;

/** The form fields that hold numbers: a form knows only text. */
const numberFields = ['revisionNo', 'rating', 'elapsed'];

/**
 * Reads the fields of a submission, form-encoded or JSON.
 * @throws ProblemError when the content type is another one or the body cannot be read
 */
export async function readSubmission(posting: Posting): Promise<Submission> {
  const [mediaType, charset] = readContentType(posting.headers.get('content-type'));
  if (charset !== undefined && charset !== 'utf-8') {
    throw new ProblemError('unsupported-media-type', 'The charset must be utf-8.');
  }
  if (mediaType === formType) {
    return { transport: 'form', fields: formFields(parseForm(await posting.readBody())) };
  }
  if (mediaType === 'application/json') {
    return { transport: 'json', fields: jsonFields(await posting.readBody()) };
  }
  const detail = 'The content type must be application/x-www-form-urlencoded or application/json.';
  throw new ProblemError('unsupported-media-type', detail);
}

function readContentType(header: string | null): [string, string | undefined] {
  if (header === fromPrompt) return [formType, 'utf-8'];
  const [mediaType = '', ...parameters] = (header ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(parameter)?.[1])
    .find((found) => found !== undefined);
  return [mediaType.trim(), charset];
}

/** The fields are changed in place where they can be, as below. */
function formFields(form: Record<string, string>): Record<string, unknown> {
  const fields: Record<string, unknown> = withoutBlank(form);
  for (const name of numberFields) {
    const value = fields[name];
    if (typeof value === 'string' && /^\d{1,9}$/.test(value)) fields[name] = Number(value);
  }
  return withPlainComment(fields);
}

/** A form sends its untouched fields as empty text: nothing was said. */
function withoutBlank(form: Record<string, string>): Record<string, string> {
  const isBlank = (value: string) => value.trim() === '';
  if (!Object.values(form).some(isBlank)) return form;
  return Object.fromEntries(Object.entries(form).filter(([, value]) => !isBlank(value)));
}

function jsonFields(body: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw new ProblemError('malformed-body', 'The body is not valid JSON.', { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ProblemError('malformed-body', 'The body must be a JSON object.');
  }
  return withPlainComment(value as Record<string, unknown>);
}

/**
 * A form's line breaks are two characters; visitors count one. Blank text is no comment.
 * The fields are changed in place: a copy costs as much as reading them.
 */
function withPlainComment(fields: Record<string, unknown>): Record<string, unknown> {
  const { comment } = fields;
  if (typeof comment !== 'string') return fields;
  const plain = comment.includes('\r') ? comment.replace(/\r\n?/g, '\n') : comment;
  if (plain.trim() === '') delete fields['comment'];
  else fields['comment'] = plain;
  return fields;
}
