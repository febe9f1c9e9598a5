import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';
import { expect } from 'chai';
import { contrast } from './contrast.ts';
import { onTestEnd } from './on-test-end.ts';
import { addStyles, openPrompt } from './prompt-harness.ts';
import { allLinks } from './prompt-states.ts';
import { waitUntil } from './wait-until.ts';

/** The script above leaves it to the page. */
declare const axe: typeof Axe;

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

const box = (part: Element) => part.getBoundingClientRect();

function useScheme(scheme: string) {
  document.documentElement.style.colorScheme = scheme;
  onTestEnd(() => {
    document.documentElement.style.colorScheme = '';
  });
}

describe('what will be masked', () => {
  for (const scheme of ['light', 'dark']) {
    it(`A14: has no fault that axe-core finds, on a ${scheme} page`, async () => {
      useScheme(scheme);
      const { element } = await openPreview();
      const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const runOnly = [...tags, 'best-practice', 'experimental'];
      const { violations, incomplete, passes } = await axe.run(element, { runOnly });
      const inWords = (results: Axe.Result[]) =>
        results.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      expect(inWords(violations)).to.deep.equal([]);
      // The button that waits until the words have been edited is hidden on purpose.
      expect(inWords(incomplete).filter((doubt) => !/^hidden-content: <button/.test(doubt))).to.be
        .empty;
      expect(passes.map(({ id }) => id)).to.include('color-contrast-enhanced');
    });

    it(`A14: has text with a contrast of 7 and a bar with 3, on a ${scheme} page`, async () => {
      useScheme(scheme);
      const { group, find } = await openPreview();
      const style = (part: Element) => getComputedStyle(part);
      const masked = find('#masked', HTMLElement);
      const surface = style(find('section', HTMLElement)).backgroundColor;
      expect(contrast(style(masked).color, style(masked).backgroundColor)).to.be.at.least(7);
      expect(contrast(style(group).color, surface)).to.be.at.least(7);
      expect(contrast(style(group).borderInlineStartColor, surface)).to.be.at.least(3);
    });
  }

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

  it('A12: has targets of 44 px', async () => {
    const { group } = await openPreview();
    for (const button of group.querySelectorAll('button')) {
      expect(box(button).height, button.textContent).to.be.at.least(44);
      expect(box(button).width, button.textContent).to.be.at.least(44);
    }
  });

  it('A13: is all in sight at 320 px, twice the size and wide spacing', async () => {
    const { element, root, group, section } = await openPreview();
    element.style.maxInlineSize = '320px';
    const expectInSight = () => {
      const frame = box(section());
      expect(frame.width).to.be.at.most(320);
      for (const part of [group, ...group.querySelectorAll('*')]) {
        expect(box(part).left, part.outerHTML).to.be.at.least(frame.left);
        expect(box(part).right, part.outerHTML).to.be.at.most(frame.right);
        expect(part.scrollWidth, part.outerHTML).to.be.at.most(part.clientWidth + 1);
        expect(part.scrollHeight, part.outerHTML).to.be.at.most(part.clientHeight + 1);
      }
    };
    expectInSight();
    addStyles(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`,
      root,
    );
    expectInSight();
    addStyles('html { font-size: 200% }');
    expectInSight();
  });

  it('A15: moves nothing', async () => {
    const { root } = await openPreview();
    expect(root.getAnimations()).to.deep.equal([]);
    expect(document.getAnimations()).to.deep.equal([]);
  });
});
