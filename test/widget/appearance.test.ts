import { expect } from 'chai';
import { emulateMedia, sendKeys, sendMouse } from '@web/test-runner-commands';
import { contrast } from './contrast.ts';
import { onTestEnd, tidyUp } from './on-test-end.ts';
import {
  addStyles,
  fakeService,
  openMarkup,
  openPrompt,
  testService,
  type Prompt,
} from './prompt-harness.ts';
import { allLinks, promptStates } from './prompt-states.ts';
import { nextFrame, waitUntil } from './wait-until.ts';

/** The states in which most can go wrong with room and colour. */
const fullStates = [
  'asking',
  'answered no',
  'the answer failed',
  'the comment is too long',
  'personal data is found',
  'the comment failed',
  'the comment is sent',
];

const open = (state: string) => {
  const opening = promptStates[state];
  if (!opening) throw new Error(`There is no state ${state}.`);
  return opening();
};

const isHidden = (part: Element) => part.closest('.hidden') !== null;

/** What one sees of a prompt, without what only a screen reader meets. */
const seen = ({ all }: Prompt) => all().filter((part) => !isHidden(part) && part.checkVisibility());

const box = (part: Element) => part.getBoundingClientRect();

/** Sets the page's colour scheme until the test ends. */
function useScheme(scheme: 'light' | 'dark') {
  document.documentElement.style.colorScheme = scheme;
  onTestEnd(() => {
    document.documentElement.style.colorScheme = '';
  });
}

/** Moves the focus with the Tab key, as browsers show it only then. */
async function focusByKeyboard(prompt: Prompt, part: HTMLElement) {
  const start = document.createElement('button');
  prompt.element.before(start);
  onTestEnd(() => {
    start.remove();
  });
  const stops = [start, ...prompt.root.querySelectorAll<HTMLElement>('button, textarea, a')];
  stops[stops.indexOf(part) - 1]?.focus();
  await sendKeys({ press: 'Tab' });
  expect(prompt.focused()).to.equal(part);
  expect(part.matches(':focus-visible')).to.equal(true);
}

const color = (part: Element, property: string, pseudo?: string) =>
  getComputedStyle(part, pseudo).getPropertyValue(property);

function expectReadable(prompt: Prompt) {
  for (const part of seen(prompt)) {
    const surface = part.closest('button, textarea') ?? prompt.section();
    const behind = color(surface, 'background-color');
    expect(contrast(color(part, 'color'), behind), part.outerHTML).to.be.at.least(7);
  }
}

describe('the pressed answer', () => {
  it('A3: differs in shape from the other, not only in colour', async () => {
    const prompt = await openPrompt();
    const mark = (button: Element) => {
      const { width, borderRadius, borderWidth, transform } = getComputedStyle(button, '::before');
      return [width, borderRadius, borderWidth, transform];
    };
    expect(mark(prompt.yes())).to.deep.equal(mark(prompt.no()));
    await prompt.answer('yes');
    const [yes, no] = [mark(prompt.yes()), mark(prompt.no())];
    for (const [place, value] of yes.entries()) expect(value).not.to.equal(no[place]);
  });

  it('A3: takes the same room as before, so that the other stays where it was', async () => {
    const prompt = await openPrompt();
    const places = () =>
      [prompt.yes(), prompt.no()].map((button) => box(button).toJSON() as object);
    const before = places();
    await prompt.answer('yes');
    expect(places()).to.deep.equal(before);
  });
});

describe('the focus', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`A11, A14: is an outline that stands out on a ${scheme} page`, async () => {
      useScheme(scheme);
      const prompt = await openPrompt(allLinks);
      await prompt.answer('no');
      const behind = getComputedStyle(prompt.section()).backgroundColor;
      const stops = [...prompt.section().querySelectorAll<HTMLElement>('button, textarea, a')];
      expect(stops).to.have.lengthOf(7);
      for (const stop of stops) {
        expect(getComputedStyle(stop).outlineStyle).to.equal('none');
        await focusByKeyboard(prompt, stop);
        const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(stop);
        expect(outlineStyle).to.equal('solid');
        expect(parseFloat(outlineWidth)).to.be.at.least(2);
        expect(parseFloat(outlineOffset)).to.be.at.least(0);
        expect(contrast(outlineColor, behind)).to.be.at.least(3);
      }
    });
  }

  it('A11: has room around it, so that nothing cuts it off', async () => {
    const prompt = await openPrompt(allLinks);
    await prompt.answer('no');
    const frame = box(prompt.section());
    for (const stop of prompt.section().querySelectorAll('button, textarea, a')) {
      const { left, right } = box(stop);
      expect(left - frame.left).to.be.at.least(5);
      expect(frame.right - right).to.be.at.least(5);
    }
    for (const part of prompt
      .all()
      .filter((one) => !isHidden(one) && one.localName !== 'textarea')) {
      expect(getComputedStyle(part).overflow, part.localName).to.equal('visible');
    }
  });

  it('A11: keeps clear of bars that stick to the top of the page', async () => {
    const place = openMarkup('<div style="block-size: 300vh"></div>');
    const prompt = await openPrompt({}, place);
    prompt.yes().scrollIntoView({ block: 'start' });
    expect(box(prompt.yes()).top).to.be.at.least(72);
  });
});

describe('the targets', () => {
  for (const state of fullStates) {
    it(`A12: are 44 px where one presses or writes: ${state}`, async () => {
      const prompt = await open(state);
      for (const target of seen(prompt).filter((part) => part.matches('button, textarea'))) {
        expect(box(target).height, target.textContent).to.be.at.least(44);
        expect(box(target).width, target.textContent).to.be.at.least(44);
      }
    });
  }

  it('A12: are 24 px where one follows a link', async () => {
    const prompt = await open('answered no');
    const links = [...prompt.section().querySelectorAll('a')];
    expect(links).to.have.lengthOf(3);
    for (const link of links) {
      expect(box(link).height, link.textContent).to.be.at.least(24);
      expect(box(link).width, link.textContent).to.be.at.least(24);
    }
  });
});

describe('the text', () => {
  /** Nothing may stand out of the prompt, or be cut off inside one of its parts. */
  function expectAllInSight(prompt: Prompt) {
    const frame = box(prompt.section());
    const limit = box(prompt.element);
    expect(frame.right).to.be.at.most(limit.right + 1);
    for (const part of [prompt.section(), ...seen(prompt)]) {
      const { left, right, bottom } = box(part);
      const name = `${part.localName} “${part.textContent.trim().slice(0, 30)}”`;
      expect(right, name).to.be.at.most(frame.right + 1);
      expect(left, name).to.be.at.least(frame.left - 1);
      expect(bottom, name).to.be.at.most(frame.bottom + 1);
      if (getComputedStyle(part).display === 'inline' || part.localName === 'textarea') continue;
      expect(part.scrollWidth, name).to.be.at.most(part.clientWidth + 1);
      if (part.localName === 'button') {
        expect(part.scrollHeight, name).to.be.at.most(part.clientHeight + 1);
      }
    }
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  }

  const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`;

  for (const state of fullStates) {
    it(`A13: is all in sight at 320 px, twice the size and wide spacing: ${state}`, async () => {
      const prompt = await open(state);
      prompt.element.style.maxInlineSize = '320px';
      expectAllInSight(prompt);
      addStyles(spacing, prompt.root);
      expectAllInSight(prompt);
      addStyles('html { font-size: 200% }');
      expectAllInSight(prompt);
      expect(box(prompt.element).width).to.be.at.most(320);
    });
  }

  it('A13: grows with the root font, all of it', async () => {
    const prompt = await open('the comment failed');
    const size = (part: Element) => parseFloat(getComputedStyle(part).fontSize);
    const before = seen(prompt).map((part) => [part, size(part)] as const);
    addStyles('html { font-size: 200% }');
    for (const [part, small] of before) expect(size(part), part.localName).to.equal(2 * small);
  });

  it('A13: has lines of at least 1.5 and is nowhere smaller than the page’s', async () => {
    const prompt = await open('the comment is too long');
    for (const part of seen(prompt)) {
      const { fontSize, lineHeight } = getComputedStyle(part);
      expect(parseFloat(lineHeight) / parseFloat(fontSize), part.localName).to.be.at.least(1.5);
      expect(parseFloat(fontSize), part.localName).to.be.at.least(16);
    }
  });
});

describe('the colours', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`A14: of borders and marks stand out on a ${scheme} page`, async () => {
      useScheme(scheme);
      const prompt = await open('the comment is too long');
      const behind = color(prompt.section(), 'background-color');
      for (const part of prompt.section().querySelectorAll('button, textarea, [part=error]')) {
        const border = color(part, 'border-inline-start-color');
        expect(contrast(border, behind), part.outerHTML).to.be.at.least(3);
      }
      for (const button of [prompt.yes(), prompt.no()]) {
        const mark = color(button, 'border-top-color', '::before');
        expect(contrast(mark, color(button, 'background-color'))).to.be.at.least(3);
      }
    });

    it(`A14: of all text have a contrast of 7 on a ${scheme} page`, async () => {
      for (const state of fullStates) {
        useScheme(scheme);
        expectReadable(await open(state));
        await tidyUp();
      }
    });
  }

  it('A14: differ between light and dark pages', async () => {
    const prompt = await openPrompt();
    const colours = () => [
      color(prompt.section(), 'color'),
      color(prompt.section(), 'background-color'),
    ];
    useScheme('light');
    const light = colours();
    useScheme('dark');
    for (const [place, dark] of colours().entries()) expect(dark).not.to.equal(light[place]);
  });
});

describe('forced colours', () => {
  before(async function () {
    await emulateMedia({ forcedColors: 'active' });
    // Not every browser can be told to force its colours.
    if (!matchMedia('(forced-colors: active)').matches) this.skip();
  });

  after(() => emulateMedia({ forcedColors: 'none' }));

  it('A14: leave all text a contrast of 7', async () => {
    for (const state of fullStates) {
      expectReadable(await open(state));
      await tidyUp();
    }
  });

  it('A11: leave the focus an outline that stands out, and the prompt a border', async () => {
    const prompt = await openPrompt();
    await focusByKeyboard(prompt, prompt.yes());
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(prompt.yes());
    expect(outlineStyle).to.equal('solid');
    expect(parseFloat(outlineWidth)).to.be.at.least(2);
    const behind = color(prompt.section(), 'background-color');
    expect(contrast(outlineColor, behind)).to.be.at.least(3);
    expect(contrast(color(prompt.section(), 'border-top-color'), behind)).to.be.at.least(3);
  });

  it('A3: leave the pressed answer its mark', async () => {
    const prompt = await openPrompt();
    await prompt.answer('yes');
    const behind = color(prompt.yes(), 'background-color');
    expect(contrast(color(prompt.yes(), 'border-bottom-color', '::before'), behind)).to.be.above(3);
  });
});

describe('the room', () => {
  /** The shifts of the page's content from now on. */
  function watchShifts(): { stop: () => PerformanceEntry[] } {
    const shifts: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift' });
    const start = performance.now();
    return {
      stop() {
        shifts.push(...observer.takeRecords());
        observer.disconnect();
        return shifts.filter(({ startTime }) => startTime > start);
      },
    };
  }

  async function untilPainted() {
    for (let count = 0; count < 3; count += 1) await nextFrame();
  }

  for (const width of ['320px', '700px']) {
    it(`A16: is there before a slow service has answered: ${width}`, async function () {
      // Only some browsers measure how much moves.
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
      addStyles('page-feedback { display: flow-root; min-height: 12rem }');
      const place = openMarkup(`<div style="inline-size: ${width}"></div><p>Senast uppdaterad</p>`);
      for (const [value, service] of [
        ['yes', fakeService('working')],
        ['no', testService],
      ] as const) {
        const prompt = await openPrompt({ ...allLinks, service }, place.firstElementChild ?? place);
        // Script presses: what moves after a real press does not count for half a second.
        const outcome = prompt.nextOutcome();
        prompt[value]().click();
        await untilPainted();
        const shifts = watchShifts();
        expect((await outcome).type).to.equal('feedback-answered');
        await untilPainted();
        expect(shifts.stop()).to.deep.equal([]);
        prompt.element.remove();
      }
    });
  }

  it('A16: is measured rightly', async function () {
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
    const place = openMarkup('<div></div><p>Senast uppdaterad</p>');
    await untilPainted();
    const shifts = watchShifts();
    addStyles('div:has(+ p) { block-size: 100px }');
    expect(place.isConnected).to.equal(true);
    await untilPainted();
    await waitUntil(() => shifts.stop().length > 0, 'a shift');
  });
});

describe('the calm', () => {
  for (const state of fullStates) {
    it(`A15: has nothing that moves: ${state}`, async () => {
      const prompt = await open(state);
      expect(prompt.root.getAnimations()).to.deep.equal([]);
      expect(document.getAnimations()).to.deep.equal([]);
      for (const part of prompt.all()) {
        for (const pseudo of [undefined, '::before', '::after']) {
          const { animationName, transitionDuration } = getComputedStyle(part, pseudo);
          expect(animationName).to.equal('none');
          expect(transitionDuration).to.equal('0s');
        }
      }
    });
  }

  it('A15: shows nothing new on hover or focus', async () => {
    const prompt = await open('answered no');
    const shown = () => seen(prompt).map((part) => [part, box(part).toJSON() as object]);
    const before = shown();
    for (const part of prompt.section().querySelectorAll('button, textarea, a')) {
      const { x, y, width, height } = box(part);
      const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
      await sendMouse({ type: 'move', position });
      expect(shown()).to.deep.equal(before);
      if (part instanceof HTMLElement) part.focus({ preventScroll: true });
      expect(shown()).to.deep.equal(before);
    }
  });
});

describe('the page around', () => {
  const hostile = `
    * { all: unset }
    button, textarea, section, p { display: none !important; color: red !important }
    h2 { font-size: 99px !important; position: fixed !important }
    [role=status] { visibility: hidden !important }
    :focus-visible { outline: none !important }
    label::before { content: 'Inte jag' !important }`;

  it('A21: cannot spoil the prompt by its styles', async () => {
    const sample = (prompt: Prompt) =>
      prompt.all().map((part) => {
        const { color, fontSize, display, visibility, position } = getComputedStyle(part);
        const { borderTopWidth, paddingTop, backgroundColor } = getComputedStyle(part);
        const before = getComputedStyle(part, '::before').content;
        const look = { color, fontSize, display, visibility, position, backgroundColor, before };
        return { name: part.localName, ...look, borderTopWidth, paddingTop };
      });
    const prompt = await open('answered no');
    const usual = sample(prompt);
    addStyles(hostile);
    expect(sample(prompt)).to.deep.equal(usual);
    await focusByKeyboard(prompt, prompt.no());
    expect(getComputedStyle(prompt.no()).outlineStyle).to.equal('solid');
    await prompt.answer('yes');
    expect(prompt.yes().checkVisibility()).to.equal(true);
    expect(box(prompt.yes()).height).to.be.at.least(44);
  });

  it('A21: keeps its own styles, sheets and head', async () => {
    const markup = `<section><h2 id="question" part="question">R</h2><p class="hidden failure">t</p>
      <form part="form"><label part="label">l <textarea id="comment" rows="4"></textarea></label>
      <button part="answer" aria-pressed="true">Ja</button></form></section>`;
    const parts = [
      document.documentElement,
      document.body,
      ...openMarkup(markup).querySelectorAll('*'),
    ];
    const look = () =>
      parts.map((part) => {
        const style = getComputedStyle(part);
        return [...style].map((name) => [name, style.getPropertyValue(name)].join(': '));
      });
    const surroundings = () => ({
      head: document.head.innerHTML,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      attributes: [...document.documentElement.attributes, ...document.body.attributes].length,
    });
    // The room that the prompt takes is no change of the page's styles.
    addStyles('page-feedback { position: absolute } html { overflow: hidden }');
    const [lookBefore, before] = [look(), surroundings()];
    const prompt = await open('answered no');
    expect(surroundings()).to.deep.equal(before);
    expect(look()).to.deep.equal(lookBefore);
    expect(prompt.element.hasAttribute('style')).to.equal(false);
    expect(prompt.element.children).to.have.lengthOf(0);
  });

  it('A21: can hide the prompt', async () => {
    const prompt = await openPrompt({ hidden: '' });
    expect(box(prompt.element).height).to.equal(0);
    prompt.element.hidden = false;
    expect(box(prompt.element).height).to.be.above(100);
  });

  it('A21: has no prompt in print, where nobody can answer', async function () {
    await emulateMedia({ media: 'print' });
    onTestEnd(() => emulateMedia({ media: 'screen' }));
    // Not every browser can be told to print to the screen.
    if (!matchMedia('print').matches) this.skip();
    expect(box((await openPrompt()).element).height).to.equal(0);
  });
});
