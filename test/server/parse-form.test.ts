import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '../../server/http/problem.ts';
import { parseForm } from '../../server/intake/parse-form.ts';

describe('a form is read', () => {
  const readable: [body: string, fields: Record<string, string>][] = [
    ['', {}],
    ['&&', {}],
    ['answer=yes', { answer: 'yes' }],
    ['answer=yes&rating=4&', { answer: 'yes', rating: '4' }],
    ['answer=', { answer: '' }],
    ['answer', { answer: '' }],
    ['=yes', { '': 'yes' }],
    ['a=b=c', { a: 'b=c' }],
    ['comment=tv%C3%A5+ord%2C+och+%2B', { comment: 'två ord, och +' }],
    ['comment=två', { comment: 'två' }],
    ['comment=%F0%9F%91%8D', { comment: '👍' }],
    ['comment=rad%0D%0Arad', { comment: 'rad\r\nrad' }],
    ['%61nswer=yes', { answer: 'yes' }],
    ['comment=%26%3D%25', { comment: '&=%' }],
    ['comment=%00', { comment: '\0' }],
  ];
  for (const [body, fields] of readable) {
    it(body || 'that is empty', () => assert.deepEqual(parseForm(body), fields));
  }

  it('with names that objects have of their own', () => {
    const form = parseForm('__proto__=a&constructor=b&toString=c');
    assert.deepEqual(Object.entries(form), [
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['toString', 'c'],
    ]);
  });
});

describe('a form is refused', () => {
  const broken: Record<string, string> = {
    'with half an encoded character': 'comment=%C3',
    'with a bare percent sign': 'comment=100%',
    'with percent signs before what is no number': 'comment=%zz',
    'in Latin-1': 'comment=p%E5',
    'with bytes that no text has': 'comment=%FF%FE',
    'with an overlong encoding': 'comment=%C0%80',
    'with an encoded surrogate': 'comment=%ED%A0%80',
    'with a name that cannot be read': '%E5=yes',
    'with a field given twice': 'answer=yes&answer=no',
    'with a field given twice, the same both times': 'answer=yes&answer=yes',
    'with a field given twice, in two spellings': 'answer=yes&%61nswer=no',
  };
  for (const [name, body] of Object.entries(broken)) {
    it(name, () => {
      assert.throws(
        () => parseForm(body),
        (error) => error instanceof ProblemError && error.kind === 'malformed-body',
      );
    });
  }
});
