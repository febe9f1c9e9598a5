import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { axeFaults, decisions } from './axe-faults.ts';
import { createChecklist, type Check, type Checklist } from './checklist.ts';
import {
  checkCalm,
  checkColours,
  checkFocus,
  checkRoom,
  checkTargets,
  checkText,
  textSizes,
} from './contract-look.ts';
import { modes, rightToLeft, type Mode } from './contract-modes.ts';
import { rows, type Place, type Row } from './contract-rows.ts';
import {
  checkAnswers,
  checkField,
  checkLanguage,
  checkMarkup,
  checkOrder,
  checkRegions,
} from './contract-structure.ts';
import { tidyUp } from './on-test-end.ts';
import { openMarkup, type Prompt } from './prompt-harness.ts';
import { seenText } from './prompt-sight.ts';
import { promptStates } from './prompt-states.ts';
import { openInLanguage } from './pseudo-prompts.ts';

/** Where the focus is, in the words of the rows. */
const placed = (prompt: Prompt, place: Place): Element => {
  if (place === 'edit') return prompt.find('#edit', HTMLButtonElement);
  return prompt[place]();
};

/** What has happened on the way to a state: the words, the focus, and what was spoken. */
function checkOutcome(prompt: Prompt, row: Row, check: Check) {
  const { element, watched } = prompt;
  const isHere = document.activeElement === element;
  if (row.focus === undefined) check('A3', !isHere, 'nothing takes the focus by itself');
  else {
    check('A3', isHere, 'the focus is in the prompt, not lost to the page');
    check('A3', prompt.focused() === placed(prompt, row.focus), `the focus is on ${row.focus}`);
  }
  check('A3', watched.lostFocus.length === 0, `the focus was lost: ${watched.lostFocus.join()}`);
  const born = watched.bornWithText.join();
  check('A5', born === '', `what speaks came with its text: ${born}`);
  const hasField = prompt.has('textarea');
  check('A7', hasField === (row.written !== undefined), 'the field is there while it is needed');
  if (hasField) check('A7', prompt.field().value.length === row.written, 'the words are kept');
}

function checkStructure(prompt: Prompt, row: Row, lang: string, check: Check) {
  checkMarkup(prompt, check);
  checkAnswers(prompt, row.chosen, check);
  checkOrder(prompt, check);
  checkRegions(prompt, check);
  checkField(prompt, row.isFaulty === true, check);
  checkLanguage(prompt, lang, check);
  check('A5', (prompt.told() !== '') === row.says.length > 0, `it says: ${prompt.told()}`);
  const links = [...prompt.root.querySelectorAll('section > [part=links] a')];
  check('A20', links.length === 1, 'the link on accessibility stands by itself');
  check(
    'A20',
    links.every((link) => seenText(link) !== ''),
    'it can be read',
  );
}

/** Everything that is judged in each cell of the table. */
async function checkCell(
  prompt: Prompt,
  mode: Mode,
  { row, lang, usual }: { row: Row; lang: string; usual: Map<Element, number> },
): Promise<Checklist> {
  const list = createChecklist();
  const { check } = list;
  checkStructure(prompt, row, lang, check);
  checkTargets(prompt, check);
  checkRoom(prompt, check);
  checkText(prompt, { usual, scale: mode.scale ?? 1 }, check);
  checkColours(prompt, mode.isForced === true, check);
  checkFocus(prompt, check);
  checkCalm(prompt, check);
  const { faults, judged } = await axeFaults(prompt.element, { contrast: !mode.isForced });
  for (let count = faults.length; count < judged; count += 1) check('axe', true, '');
  for (const fault of faults) check('axe', false, fault);
  return list;
}

/** Tells the run how much was looked at, for the table that it prints. */
const tell = (state: string, mode: string, made: number, reason?: string) =>
  executeServerCommand('count-checks', { state, mode, made, reason });

/** From now on the focus is shown, as it is for one who uses the keyboard. */
async function useKeyboard(prompt: Prompt) {
  const before = prompt.focused();
  prompt.yes().focus();
  await sendKeys({ press: 'Tab' });
  if (before instanceof HTMLElement) before.focus();
  else prompt.no().blur();
}

describe('the contract', () => {
  it('has a row for each state', () => {
    expect(Object.keys(rows)).to.deep.equal(Object.keys(promptStates));
  });

  for (const [state, row] of Object.entries(rows)) {
    it(`A1–A20: holds in every mode: ${state}`, async function () {
      this.timeout(60_000);
      /** Each fault, with the modes in which it is one. */
      const faults = new Map<string, string[]>();
      const note = async (mode: string, list: Checklist) => {
        for (const fault of list.faults()) {
          faults.set(fault, [...(faults.get(fault) ?? []), mode]);
        }
        await tell(state, mode, list.made());
      };

      const prompt = await promptStates[state]?.();
      if (!prompt) throw new Error(`There is no state ${state}.`);
      const outcome = createChecklist();
      checkOutcome(prompt, row, outcome.check);
      for (const words of row.says) {
        outcome.check('A5', words.test(prompt.told()), `it says ${words}: ${prompt.told()}`);
      }
      await note('outcome', outcome);

      await useKeyboard(prompt);
      const usual = textSizes(prompt);
      for (const mode of modes) {
        const undo = await mode.use(prompt);
        if (!mode.query || matchMedia(mode.query).matches) {
          await note(mode.name, await checkCell(prompt, mode, { row, lang: 'sv', usual }));
        } else await tell(state, mode.name, 0, `this browser cannot emulate ${mode.query}`);
        await undo();
      }
      await tidyUp();

      const turned = await openInLanguage(state, 'ar');
      await useKeyboard(turned);
      const context = { row, lang: 'ar', usual: textSizes(turned) };
      await note(rightToLeft.name, await checkCell(turned, rightToLeft, context));
      const told = [...faults].map(([fault, where]) => `${fault} (${where.join(', ')})`);
      expect(told.join('\n')).to.equal('');
    });
  }

  it('leaves to a person only what the engine meets and cannot decide', () => {
    for (const { rule, reason, isMet } of decisions) expect(isMet, `${rule}: ${reason}`).to.be.true;
  });

  it('is seen to be broken by axe-core', async () => {
    const prompt = await promptStates['answered no']?.();
    if (!prompt) throw new Error('There is no such state.');
    prompt.field().removeAttribute('id');
    expect((await axeFaults(prompt.element)).faults.join()).to.include('fault label');
  });

  it('is seen to be broken by what engines miss', async () => {
    const prompt = await promptStates['the answer failed']?.();
    if (!prompt) throw new Error('There is no such state.');
    const usual = textSizes(prompt);
    openMarkup('<style>page-feedback::part(status) { background: #aaa; height: 8px }</style>');
    prompt.field().placeholder = 'Skriv här';
    prompt.no().style.fontSize = '9px';
    const row = rows['the answer failed'] ?? { says: [] };
    const list = createChecklist();
    checkStructure(prompt, row, 'sv', list.check);
    checkText(prompt, { usual, scale: 1 }, list.check);
    checkColours(prompt, false, list.check);
    checkRoom(prompt, list.check);
    const found = new Set(list.faults().map((fault) => fault.split(':')[0]));
    expect([...found].sort()).to.deep.equal(['A13', 'A14', 'A6']);
  });
});
