import assert from 'node:assert/strict';
import { it } from 'node:test';
import { asProblem } from '../../server/http/as-problem.ts';

const locked = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });

it('only who sent an answer is told that it was not stored', () => {
  assert.match(asProblem(locked, 'answer').message, /^The answer was not stored\./);
  const reading = asProblem(locked);
  assert.equal(reading.status, 503);
  assert.doesNotMatch(reading.message, /answer was|stored/);
  assert.equal(reading.headers['retry-after'], '10');
});
