import 'axe-core/axe.min.js';
import { emulateMedia } from '@web/test-runner-commands';
import type * as Axe from 'axe-core';
import { expect } from 'chai';
import { onTestEnd, tidyUp } from './on-test-end.ts';
import type { Prompt } from './prompt-harness.ts';
import { promptStates } from './prompt-states.ts';

/** Every rule there is, also those that are only advice. */
const tags = [
  ...['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  ...['best-practice', 'experimental'],
];

/** The script above leaves it to the page. */
declare const axe: typeof Axe;

const states = Object.entries(promptStates);

/** A button that is hidden in one state is judged in the others. */
const explained = /^undecided hidden-content: <button type="submit"/;

/** The faults of a prompt, and what the engine could not decide, in words. */
async function judge({ element }: Prompt, rules: Axe.RuleObject = {}): Promise<string[]> {
  const results = await axe.run(element, { runOnly: tags, rules });
  expect(results.passes.length, 'rules that had something to judge').to.be.above(10);
  const inWords = (kind: string) => (result: Axe.Result) =>
    result.nodes.map(({ html, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      return `${kind} ${result.id}: ${html} (${why})`;
    });
  return [
    ...results.violations.flatMap(inWords('fault')),
    ...results.incomplete.flatMap(inWords('undecided')).filter((doubt) => !explained.test(doubt)),
  ];
}

/** In forced colours the engine reads colours that nobody sees; own tests measure them. */
const withoutContrast = {
  'color-contrast': { enabled: false },
  'color-contrast-enhanced': { enabled: false },
};

describe('axe-core finds no fault, and nothing to doubt', () => {
  for (const [name, open] of states) {
    it(`A14: on a light and on a dark page: ${name}`, async () => {
      const root = document.documentElement;
      onTestEnd(() => {
        root.style.colorScheme = '';
      });
      root.style.colorScheme = 'light';
      const prompt = await open();
      const faults = await judge(prompt);
      root.style.colorScheme = 'dark';
      faults.push(...(await judge(prompt)));
      expect(faults).to.deep.equal([]);
    });
  }

  it('A14: in forced colours, in every state', async function () {
    this.timeout(60_000);
    await emulateMedia({ forcedColors: 'active' });
    // Not every browser can be told to force its colours.
    if (!matchMedia('(forced-colors: active)').matches) this.skip();
    for (const [name, open] of states) {
      expect(await judge(await open(), withoutContrast), name).to.deep.equal([]);
      await tidyUp();
    }
  });

  after(() => emulateMedia({ forcedColors: 'none' }));

  it('and does find one that is there', async () => {
    const prompt = await promptStates['answered no']?.();
    if (!prompt) throw new Error('There is no such state.');
    prompt.field().removeAttribute('id');
    expect((await judge(prompt)).join()).to.include('fault label');
  });
});
