import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '../../server/http/problem.ts';
import { checkResponse } from '../../server/intake/check-response.ts';

const good = {
  id: '7f1c2e0a-54f3-4f0e-9a53-6d1b0d0f2a11',
  page: 'https://www.example.se/',
  answer: 'yes',
};

const check = (fields: Record<string, unknown>, transport: 'form' | 'json' = 'json') =>
  checkResponse({ transport, fields });

const problemOf = (fields: Record<string, unknown>, transport?: 'form' | 'json'): ProblemError => {
  try {
    check(fields, transport);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('The response was not refused.');
};

const fieldsOf = (problem: ProblemError) => problem.faults.map((fault) => fault.field);

describe('a checked response', () => {
  it('is about the page itself when nothing else is said', () => {
    assert.deepEqual(check(good), { ...good, survey: 'page' });
  });

  it('keeps every field as it was sent', () => {
    const full = {
      ...good,
      revisionNo: 1_000_000,
      title: ' Så här  gör du – 👍 <b>&amp;</b> ',
      pageLanguage: 'zh-Hant-HK',
      widgetLanguage: 'sv',
      pageUpdated: '2026-11-22T14:05:06.789+01:00',
      answer: 'partly',
      rating: 5,
      comment: 'Första raden.\n\tAndra "raden" \\ \u200d\u00a0',
      survey: 'gateway',
    };
    assert.deepEqual(check(full), full);
  });

  it('has its id in lower case', () => {
    assert.equal(check({ ...good, id: good.id.toUpperCase() }).id, good.id);
  });

  it('is given an id of its own when a form has none', () => {
    const { id: _, ...rest } = good;
    const [first, second] = [check(rest, 'form').id, check(rest, 'form').id];
    assert.match(first, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.notEqual(first, second);
  });

  it('may tell its date of update in the ways that websites do', () => {
    for (const pageUpdated of [
      '2026-11-22',
      '2024-02-29',
      '2026-11-22T14:05',
      '2026-11-22 14:05:06',
      '2026-11-22T14:05:06Z',
      '2026-11-22T14:05:06.123456+0100',
    ]) {
      assert.equal(check({ ...good, pageUpdated }).pageUpdated, pageUpdated);
    }
  });
});

describe('a refused response', () => {
  it('must have an id when it is JSON', () => {
    const { id: _, ...rest } = good;
    assert.deepEqual(fieldsOf(problemOf(rest)), ['id']);
  });

  it('is told all its faults at once, in one sentence and one by one', () => {
    const problem = problemOf({ answer: 'maybe', rating: 9, colour: 'red' });
    assert.deepEqual(fieldsOf(problem).sort(), ['answer', 'colour', 'id', 'page', 'rating']);
    for (const { field, detail } of problem.faults) {
      assert.ok(problem.message.includes(`${field} ${detail}`), problem.message);
    }
  });

  it('is told twenty faults at most', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`field${n}`, n]));
    assert.equal(problemOf({ ...good, ...many }).faults.length, 20);
  });

  it('has only plain names of unknown fields repeated', () => {
    const names = { 'favourite-colour': 1, 'anna@example.se': 1, '19121212-1212': 1, a2: 1 };
    const told = new Set(fieldsOf(problemOf({ ...good, ...names })));
    assert.deepEqual(told, new Set(['favourite-colour', 'unnamed']));
  });
});
