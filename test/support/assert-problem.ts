import assert from 'node:assert/strict';
import { problemSchema, type Problem } from '../../server/contract/problem-schema.ts';

export interface ExpectedProblem {
  status: number;
  /** The last part of the problem's `type`. */
  kind: string;
  /** The field at fault; absent when none is to be named. */
  field?: string | undefined;
  /** A word that was sent, which the answer may not repeat. */
  secret?: string;
}

/** Holds an answer against RFC 9457 and the service's own promises about problems. */
export async function assertProblem(
  response: Response,
  { status, kind, field, secret }: ExpectedProblem,
): Promise<Problem> {
  const body = await response.text();
  assert.equal(response.status, status, body);
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json(;|$)/);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const problem = problemSchema.parse(JSON.parse(body));
  assert.equal(problem.status, status);
  assert.match(problem.type, new RegExp(`/feedback/v1/problems/${kind}$`));
  assert.notEqual(problem.title, '');
  assert.notEqual(problem.detail, '');
  assert.match(problem.instance, /^urn:uuid:[0-9a-f-]{36}$/);
  const fields = new Set(problem.errors?.map((fault) => fault.field));
  assert.deepEqual([...fields], field === undefined ? [] : [field], body);
  if (secret !== undefined) {
    assert.doesNotMatch(body, new RegExp(secret, 'i'));
    assert.doesNotMatch(headerText(response), new RegExp(secret, 'i'));
  }
  return problem;
}

const headerText = (response: Response) =>
  [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
