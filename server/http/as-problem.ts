import { HTTPException } from 'hono/http-exception';
import { isPassingFault } from '../store/passing-faults.ts';
import { ProblemError } from './problem.ts';

/** What is told of a fault that passes, by what was asked for. */
const passingDetails = {
  answer: 'The answer was not stored. Try again in a while.',
  other: 'The database does not answer just now. Try again in a while.',
};

/**
 * Turns whatever was thrown into a problem to answer with.
 * @param asked whether a visitor's answer was to be stored, or something else was asked for
 */
export function asProblem(
  thrown: unknown,
  asked: keyof typeof passingDetails = 'other',
): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (isPassingFault(thrown)) {
    return new ProblemError('unavailable', passingDetails[asked], {
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
