import assert from 'node:assert/strict';
import { contentsOf, textOf, type PageForm } from './read-markup.ts';
import type { ShownPage, VisitorWithoutScript } from './visitor-without-script.ts';

/*
 * The service's own pages for visitors without script: what each of them must be,
 * and where their parts are.
 */

/** Holds a page against what all of these pages promise. */
export function assertOwnPage({ markup, headers }: ShownPage, language = 'sv'): void {
  assert.equal(headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('x-frame-options'), 'DENY');
  assert.match(headers.get('referrer-policy') ?? '', /^(same-origin|no-referrer)$/);
  assert.equal(headers.get('set-cookie'), null);
  const policy = headers.get('content-security-policy') ?? '';
  for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"]) {
    assert.ok(policy.includes(part), policy);
  }
  assert.doesNotMatch(policy, /unsafe-/);
  assert.match(markup, new RegExp(`^<!doctype html>\\s*<html lang="${language}">`));
  for (const element of ['title', 'h1', 'main']) {
    assert.equal(contentsOf(markup, element).length, 1, element);
  }
  const tags = markup.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g) ?? [];
  assert.doesNotMatch(tags.join(''), /<script|<style|\sstyle=|\son[a-z]+=/);
}

export const titleOf = ({ markup }: ShownPage): string =>
  textOf(contentsOf(markup, 'title').join(''));

export const headingOf = ({ markup }: ShownPage): string =>
  textOf(contentsOf(markup, 'h1').join(''));

export const wordsOf = ({ markup }: ShownPage): string =>
  textOf(contentsOf(markup, 'main').join(''));

/** The form in which a comment can be written. */
export const commentForm = ({ forms }: ShownPage): PageForm | undefined =>
  forms.find(({ markup }) => markup.includes('<textarea'));

/** The form that has the answers as its two buttons. */
export const answerForm = ({ forms }: ShownPage): PageForm | undefined =>
  forms.find((form) => form.buttons.length === 2);

/** The label of the comment, in which faults are told. */
export const commentLabel = ({ markup }: ShownPage): string =>
  textOf(/<label for="comment">(.*?)<\/label\s*>/s.exec(markup)?.[1] ?? '');

/** Presses a button of the form in an article: without an id, it is the same for everybody. */
export const answerInArticle = (
  visitor: VisitorWithoutScript,
  { service, page, ...more }: { service: string; page: string } & Record<string, string>,
): Promise<ShownPage> =>
  visitor.send(`${service}/feedback/v1/responses`, {
    page,
    title: 'E-faktura',
    pageLanguage: 'sv',
    widgetLanguage: 'sv',
    answer: 'no',
    ...more,
  });
