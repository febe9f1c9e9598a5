import { HTTPException } from 'hono/http-exception';
import { ProblemError } from './problem.ts';

/** SQLite's words for a disk or a lock that hinders writing: it passes, so the client may retry. */
const passingFaults = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL)/;

/** Turns whatever was thrown into a problem to answer with. */
export function asProblem(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (passingFaults.test(code)) {
    return new ProblemError('unavailable', 'The answer was not stored. Try again in a while.', {
      headers: { 'retry-after': '10' },
      cause: thrown,
    });
  }
  if (thrown instanceof HTTPException && thrown.status === 413) {
    return new ProblemError('body-too-large', 'The body is too large.', { cause: thrown });
  }
  return new ProblemError('internal', 'The fault is ours. Try again in a while.', {
    cause: thrown,
  });
}
