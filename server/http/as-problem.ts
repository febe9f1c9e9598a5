import { HTTPException } from 'hono/http-exception';
import { isPassingFault } from './passing-faults.ts';
import { ProblemError } from './problem.ts';

/** Turns whatever was thrown into a problem to answer with. */
export function asProblem(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (isPassingFault(thrown)) {
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
