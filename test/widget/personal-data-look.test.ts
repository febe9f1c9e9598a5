import { expect } from 'chai';
import { createChecklist } from './checklist.ts';
import { checkRoom } from './contract-look.ts';
import { modes } from './contract-modes.ts';
import { openPrompt } from './prompt-harness.ts';
import { box } from './prompt-sight.ts';
import { allLinks } from './prompt-states.ts';
import { waitUntil } from './wait-until.ts';

const long = `${'ord '.repeat(40)}070-174 06 05 ${'långtord'.repeat(30)}`;

/** Tries to send a comment with a phone number in it. */
async function openPreview() {
  const prompt = await openPrompt(allLinks);
  await prompt.answer('no');
  prompt.write(long);
  await prompt.press(prompt.submit());
  await waitUntil(() => prompt.has('#masked'), 'the masked words');
  return { ...prompt, group: prompt.find('form [role=group]', HTMLElement) };
}

describe('what will be masked', () => {
  it('A4: stands between the field and the links, with one way to send', async () => {
    const { group, field, submit, find } = await openPreview();
    const parts = [field(), group, find('form > [part=links]', HTMLElement)];
    for (const [place, part] of parts.slice(1).entries()) {
      const before = parts[place];
      if (!before) throw new Error('There is no part before.');
      const follows = before.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING;
      expect(follows, part.className).to.be.above(0);
      expect(box(part).top).to.be.at.least(box(before).bottom);
    }
    expect(submit().checkVisibility()).to.equal(false);
    expect(group.querySelectorAll('button')).to.have.lengthOf(2);
  });

  for (const mode of modes.filter(({ query }) => !query)) {
    it(`A13, A22: is all in sight, also words that never end: ${mode.name}`, async () => {
      const prompt = await openPreview();
      const undo = await mode.use(prompt);
      const list = createChecklist();
      checkRoom(prompt, list.check);
      await undo();
      expect(list.faults()).to.deep.equal([]);
      expect(list.made()).to.be.above(50);
    });
  }
});
