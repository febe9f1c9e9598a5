import { expect } from 'chai';
import { awaitingLanguages } from '../../locales/languages.ts';
import { accent, pseudoLanguages } from '../../locales/pseudo-languages.ts';
import * as swedish from '../../locales/visitor/prompt-words.ts';
import { createChecklist } from './checklist.ts';
import { checkRoom } from './contract-look.ts';
import { addStyles, openMarkup, openPrompt, type Prompt } from './prompt-harness.ts';
import { promptStates } from './prompt-states.ts';
import { openInLanguage as open, pseudoTags, textNodes } from './pseudo-prompts.ts';

const stateNames = Object.keys(promptStates);

const box = (part: Element) => part.getBoundingClientRect();

/** Where a part's first text is. */
function textBox(part: Element): DOMRect {
  const range = document.createRange();
  const [text] = textNodes(part);
  if (!text) throw new Error(`${part.outerHTML} has no text.`);
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
}

const isUnseen = (part: Element) => part.closest('.hidden') !== null;
const seen = ({ all }: Prompt) => all().filter((part) => part.checkVisibility());

describe('the words of the prompt', () => {
  /** Attributes whose text is shown or spoken. */
  const spoken = 'alt aria-description aria-label aria-placeholder aria-roledescription';
  const attributes = `${spoken} aria-valuetext data-room label placeholder title`.split(' ');

  const unmarked = new RegExp(`\\p{L}(?!${accent})`, 'u');

  for (const state of stateNames) {
    it(`A10: all come from the language’s catalogue: ${state}`, async () => {
      const prompt = await open(state, 'qaa-x-accents');
      expect(prompt.section().lang).to.equal('qaa');
      const texts = textNodes(prompt.section()).map((text) => text.data);
      expect(texts.length).to.be.at.least(6);
      for (const part of prompt.all()) {
        texts.push(...attributes.map((name) => part.getAttribute(name) ?? ''));
        for (const pseudoElement of ['::before', '::after', '::marker', '::placeholder']) {
          const { content } = getComputedStyle(part, pseudoElement);
          texts.push(...(content.match(/"[^"]*"/g) ?? []));
        }
      }
      for (const text of texts) expect(text).not.to.match(unmarked);
    });
  }

  it('A10: come from it also inside the visitor’s text', async () => {
    const prompt = await open('personal data is found', 'qaa');
    const masked = prompt.find('#masked', HTMLElement).textContent;
    expect(masked).to.include(pseudoLanguages.accented(swedish.masked));
  });

  it('are at least 40 % longer in the language that tests for room', async () => {
    const address = '/dist/pseudo/longer/prompt-words.js';
    const longer = (await import(address)) as typeof swedish;
    const texts = (words: object) =>
      Object.values(words).map((word: string | ((count: number) => string)) =>
        typeof word === 'string' ? word : word(7),
      );
    const before = texts(swedish);
    expect(before).to.have.lengthOf.above(25);
    for (const [place, text] of texts(longer).entries()) {
      expect(text.length, text).to.be.at.least((before[place] ?? '').length * 1.4);
    }
  });
});

describe('the language of the prompt', () => {
  const marked = ({ section }: Prompt) => [section().lang, section().dir];

  for (const [lang, tag, direction] of [
    ['ar', 'ar', 'rtl'],
    ['ar-XB', 'ar', 'rtl'],
    ['AR', 'ar', 'rtl'],
    ['yi', 'yi', 'rtl'],
    ['yi-Hebr-SE', 'yi', 'rtl'],
    ['yi_SE', 'yi', 'rtl'],
    ['qab', 'qab', 'ltr'],
    ['sv-FI', 'sv', 'ltr'],
    ['arz', 'sv', 'ltr'],
    ['constructor', 'sv', 'ltr'],
    ['', 'sv', 'ltr'],
  ] as const) {
    it(`A10: is marked for a page in “${lang}”: ${tag}, ${direction}`, async () => {
      const prompt = await openPrompt({ lang });
      expect(marked(prompt)).to.deep.equal([tag, direction]);
      expect(getComputedStyle(prompt.section()).direction).to.equal(direction);
    });
  }

  for (const lang of awaitingLanguages.filter((one) => !pseudoTags.includes(one))) {
    it(`A10: is Swedish, and marked so, where the words are awaited: ${lang}`, async () => {
      const place = openMarkup(`<div lang="${lang}-SE" dir="rtl"></div>`).firstElementChild;
      const prompt = await openPrompt({}, place ?? document.body);
      expect(marked(prompt)).to.deep.equal(['sv', 'ltr']);
      expect(prompt.question().textContent).to.equal(swedish.question);
      expect(box(prompt.yes()).left).to.be.below(box(prompt.no()).left);
      const { left } = box(prompt.section());
      expect(textBox(prompt.question()).left - left).to.be.within(20, 22);
    });
  }
});

describe('the prompt right-to-left', () => {
  /** The left and right edge of what stands in the prompt. */
  const edges = (prompt: Prompt) => {
    const { left, right } = box(prompt.section());
    const { paddingLeft, paddingRight, borderLeftWidth } = getComputedStyle(prompt.section());
    expect(paddingLeft).to.equal(paddingRight);
    const inset = parseFloat(paddingLeft) + parseFloat(borderLeftWidth);
    return [left + inset, right - inset] as const;
  };

  for (const [lang, isRight] of [
    ['sv', false],
    ['ar-XB', true],
  ] as const) {
    const name = isRight ? 'right' : 'left';

    /** How far something is from the side where lines start, and from the other. */
    const distances = (part: DOMRect, [left, right]: readonly [number, number]) =>
      isRight ? [right - part.right, part.left - left] : [part.left - left, right - part.right];

    it(`A10: starts on the ${name} in ${lang}, all of it`, async () => {
      for (const state of ['asking', 'the comment failed', 'personal data is found']) {
        const prompt = await open(state, lang);
        prompt.element.style.inlineSize = '60rem';
        const starts = seen(prompt).filter((part) => part.matches('h2, p, label, textarea'));
        expect(starts.length).to.be.at.least(2);
        for (const part of starts) {
          expect(getComputedStyle(part).textAlign, part.outerHTML).to.equal('start');
        }
        const lines = starts.filter(
          (part) =>
            !isUnseen(part) && !part.closest('[part=error], .failure') && textNodes(part)[0],
        );
        expect(lines.length).to.be.at.least(2);
        for (const part of lines) {
          if (part.querySelector('button')) continue;
          const [start = 0, end = 0] = distances(textBox(part), edges(prompt));
          expect(start, part.outerHTML).to.be.within(-1, 1);
          expect(end, part.outerHTML).to.be.above(30);
        }
        prompt.element.remove();
      }
    });

    it(`A4, A10: has the first button on the ${name} in ${lang}`, async () => {
      const prompt = await open('personal data is found', lang);
      const pairs = [...prompt.section().querySelectorAll('[part=answers]')].map((group) => [
        ...group.querySelectorAll('button'),
      ]);
      expect(pairs).to.have.lengthOf(2);
      for (const [first, second] of pairs) {
        if (!first || !second) throw new Error('A pair has two buttons.');
        expect(box(first).top).to.equal(box(second).top);
        const [before, after] = isRight ? [second, first] : [first, second];
        expect(box(after).left - box(before).right).to.be.within(11, 13);
      }
      expect(distances(box(prompt.yes()), edges(prompt))[0]).to.be.within(-1, 1);
    });

    it(`A3, A10: has the ring or the tick on the ${name} in ${lang}`, async () => {
      const prompt = await open('answered no', lang);
      for (const button of [prompt.yes(), prompt.no()]) {
        const mark = getComputedStyle(button, '::before');
        const borders = parseFloat(mark.borderLeftWidth) + parseFloat(mark.borderRightWidth);
        const margins = parseFloat(mark.marginLeft) + parseFloat(mark.marginRight);
        const room = parseFloat(mark.width) + borders + margins;
        expect(room).to.be.at.least(20);
        const { left, right } = box(button);
        const [start = 0, end = 0] = distances(textBox(button), [left, right]);
        // The text has the same room on both sides, but for the mark.
        expect(start - end - room, button.outerHTML).to.be.within(-1, 1);
      }
    });

    it(`A7, A10: has the bar of an error on the ${name} in ${lang}`, async () => {
      const states = ['the comment is empty', 'the answer failed', 'personal data is found'];
      for (const state of states) {
        const prompt = await open(state, lang);
        const errors = prompt.section().querySelectorAll('[part=error], .failure');
        expect(errors).to.have.lengthOf(1);
        for (const error of errors) {
          const { borderLeftWidth, borderRightWidth, paddingLeft, paddingRight } =
            getComputedStyle(error);
          const [bar, padding, otherBar, otherPadding] = isRight
            ? [borderRightWidth, paddingRight, borderLeftWidth, paddingLeft]
            : [borderLeftWidth, paddingLeft, borderRightWidth, paddingRight];
          expect([parseFloat(otherBar), parseFloat(otherPadding)], state).to.deep.equal([0, 0]);
          expect(parseFloat(bar), state).to.be.at.least(4);
          expect(parseFloat(padding), state).to.be.at.least(8);
        }
        prompt.element.remove();
      }
    });
  }

  it('A10: writes the comment from the right', async () => {
    const prompt = await open('writing', 'ar-XB');
    expect(getComputedStyle(prompt.field()).direction).to.equal('rtl');
  });
});

describe('the room of the prompt', () => {
  function expectAllInSight(prompt: Prompt) {
    expect(box(prompt.section()).width).to.be.at.most(320);
    const list = createChecklist();
    checkRoom(prompt, list.check);
    expect(list.faults()).to.deep.equal([]);
  }

  for (const lang of ['qab', 'ar-XB']) {
    for (const state of stateNames) {
      it(`A13: is enough at 320 px, also for text twice the size, in ${lang}: ${state}`, async () => {
        const prompt = await open(state, lang);
        expect(prompt.section().lang).to.equal(lang.slice(0, 3).replace('-', ''));
        prompt.element.style.maxInlineSize = '320px';
        expectAllInSight(prompt);
        addStyles('html { font-size: 200% }');
        expectAllInSight(prompt);
      });
    }
  }
});
