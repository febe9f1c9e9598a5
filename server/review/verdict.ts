import { html } from 'hono/html';
import { mostAnswersNeeded } from '../numbers/answers-needed.ts';
import type { Comparison, Verdict } from '../numbers/compare-answers.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';

/**
 * What can be said about a difference, in words first and then in figures.
 * @param between what was compared: how many answers are missing is told of edits only, as a
 * period is over when more come
 */
export function verdictInWords(
  { verdict, difference }: Comparison,
  between: 'edit' | 'periods',
  locale: Locale,
): Html {
  const { words, formats } = locale;
  const points = (value: number) => formats.points(value);
  return html`<strong>${between === 'edit' ? sentence(verdict, locale) : ofPeriods(verdict, locale)}</strong>
    ${verdict.kind === 'unclear' && verdict.leaning && words.leaning[verdict.leaning]}
    ${
      difference &&
      words.difference(
        points(difference.difference),
        points(difference.lower),
        points(difference.upper),
      )
    }`;
}

function ofPeriods(verdict: Verdict, locale: Locale): string {
  if (verdict.kind === 'unclear') return locale.words.noClearDifference;
  return verdict.kind === 'too-few' ? locale.words.tooFewToCompare : sentence(verdict, locale);
}

function sentence(verdict: Verdict, { words, formats }: Locale): string {
  switch (verdict.kind) {
    case 'better':
      return words.clearlyBetter;
    case 'worse':
      return words.clearlyWorse;
    case 'too-few':
      return verdict.before
        ? words.cannotTellBefore
        : words.cannotTellMissing(formats.number(verdict.missing));
    case 'unclear': {
      const { needed } = verdict;
      if (needed.kind === 'about') return words.cannotTell(formats.number(needed.count));
      if (needed.kind === 'never') return words.cannotTellEver;
      return words.cannotTellMany(formats.number(mostAnswersNeeded));
    }
  }
}
