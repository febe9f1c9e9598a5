import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';
import { expect } from 'chai';

/** The script above leaves it to the page. */
declare const axe: typeof Axe;

/** Every rule there is, also those that are only advice. */
const tags = [
  ...['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  ...['best-practice', 'experimental'],
];

/** What the engine leaves to a person to decide, and what a person has decided. */
interface Decision {
  rule: string;
  markup: RegExp;
  reason: string;
  /** Whether the engine has met it. One that it never meets has to go. */
  isMet: boolean;
}

export const decisions: Decision[] = [
  {
    rule: 'hidden-content',
    markup: /^<button type="submit"[^>]* hidden/,
    reason:
      'While the prompt asks about personal data, two other buttons send or go back. ' +
      'This one is hidden from all alike, and is judged in the states that show it.',
    isMet: false,
  },
];

function isDecided(rule: string, markup: string): boolean {
  const decision = decisions.find((one) => one.rule === rule && one.markup.test(markup));
  if (decision) decision.isMet = true;
  return decision !== undefined;
}

/** In forced colours the engine reads colours that nobody sees; own tests measure them. */
const contrastRules = ['color-contrast', 'color-contrast-enhanced'];

/** The faults of an element, and what the engine could not decide and nobody has, in words. */
export async function axeFaults(
  element: Element,
  { contrast = true }: { contrast?: boolean } = {},
): Promise<{ faults: string[]; judged: number }> {
  const rules = Object.fromEntries(contrastRules.map((rule) => [rule, { enabled: contrast }]));
  const { violations, incomplete, passes } = await axe.run(element, { runOnly: tags, rules });
  expect(passes.length, 'rules that had something to judge').to.be.above(10);
  const inWords = (kind: string, { id, nodes }: Axe.Result) =>
    nodes
      .filter(({ html }) => kind === 'fault' || !isDecided(id, html))
      .map(({ html, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
        return `${kind} ${id}: ${html} (${why})`;
      });
  const nodes = [...violations, ...incomplete, ...passes].flatMap((result) => result.nodes);
  return {
    faults: [
      ...violations.flatMap((result) => inWords('fault', result)),
      ...incomplete.flatMap((result) => inWords('undecided', result)),
    ],
    judged: nodes.length,
  };
}
