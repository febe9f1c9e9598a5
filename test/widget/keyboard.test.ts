import { emulateMedia, executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { contrast } from './contrast.ts';
import { onTestEnd, tidyUp } from './on-test-end.ts';
import { addStyles, fakeService, openMarkup, openPrompt, type Prompt } from './prompt-harness.ts';
import { box, stopsOf } from './prompt-sight.ts';
import { allLinks, promptStates } from './prompt-states.ts';
import { skipUnlessMatches } from './skip-because.ts';
import { nextFrame } from './wait-until.ts';

/** Among them they have everything that can have the focus. */
const states = ['answered no', 'the answer failed', 'personal data is found'];

const modes = [
  { name: 'light', scheme: 'light', query: 'all' },
  { name: 'dark', scheme: 'dark', query: 'all' },
  { name: 'forced colours', scheme: 'light', query: '(forced-colors: active)' },
];

/** The page as it is drawn now. */
async function takePicture(): Promise<ImageData> {
  await nextFrame();
  await nextFrame();
  const png = await executeServerCommand<string, undefined>('take-picture');
  const file = await (await fetch(`data:image/png;base64,${png}`)).blob();
  const size = { width: innerWidth, height: innerHeight };
  const context = Object.assign(document.createElement('canvas'), size).getContext('2d');
  if (!context) throw new Error('This browser has no canvas.');
  context.drawImage(await createImageBitmap(file), 0, 0, size.width, size.height);
  return context.getImageData(0, 0, size.width, size.height);
}

/** The colour of a point. */
function colorAt({ data, width }: ImageData, x: number, y: number): string {
  const start = 4 * (y * width + x);
  return `rgb(${data.slice(start, start + 3).join(', ')})`;
}

/** How many px around a part differ by 3:1 between two pictures. */
function countChanged(part: Element, before: ImageData, after: ImageData): number {
  const { left, right, top, bottom } = box(part);
  const reach = 8;
  let changed = 0;
  for (let y = Math.max(0, Math.floor(top) - reach); y < bottom + reach; y += 1) {
    for (let x = Math.max(0, Math.floor(left) - reach); x < right + reach; x += 1) {
      const [old, now] = [colorAt(before, x, y), colorAt(after, x, y)];
      if (old !== now && contrast(now, old) >= 3) changed += 1;
    }
  }
  return changed;
}

/** What of the focus on a part is seen, as a share of an outline of 2 px (WCAG 2.4.13). */
async function shareSeen(stop: HTMLElement): Promise<number> {
  stop.blur();
  stop.scrollIntoView({ block: 'center' });
  const before = await takePicture();
  stop.focus({ preventScroll: true });
  const after = await takePicture();
  const { width, height } = box(stop);
  return countChanged(stop, before, after) / (4 * (width + height));
}

/** From now on the focus is shown, as it is for one who uses the keyboard. */
async function useKeyboard(prompt: Prompt) {
  prompt.yes().focus();
  await sendKeys({ press: 'Tab' });
}

function open(state: string): Promise<Prompt> {
  const opening = promptStates[state];
  if (!opening) throw new Error(`There is no state ${state}.`);
  return opening();
}

describe('the focus, as it is drawn', () => {
  for (const { name, scheme, query } of modes) {
    it(`A11: is seen on everything that can have it: ${name}`, async function () {
      this.timeout(60_000);
      await emulateMedia({ forcedColors: name === 'forced colours' ? 'active' : 'none' });
      onTestEnd(() => emulateMedia({ forcedColors: 'none' }));
      skipUnlessMatches(this, query);
      for (const state of states) {
        addStyles(`:root { color-scheme: ${scheme} } page-feedback { max-inline-size: 500px }`);
        const prompt = await open(state);
        await useKeyboard(prompt);
        for (const stop of stopsOf(prompt)) {
          expect(await shareSeen(stop), `${state}: ${stop.textContent}`).to.be.at.least(1);
        }
        await tidyUp();
      }
    });
  }

  it('A11: would be missed if it were only a shadow that is too faint', async () => {
    const prompt = await open('asking');
    await useKeyboard(prompt);
    addStyles('* { outline: none !important; box-shadow: 0 0 4px #ddd !important }', prompt.root);
    for (const stop of stopsOf(prompt)) expect(await shareSeen(stop)).to.be.below(0.2);
  });
});

describe('the focus', () => {
  it('A11: is shown by an outline only while one uses the keyboard', async () => {
    const prompt = await openPrompt(allLinks);
    await prompt.answer('no');
    const outlines = () => stopsOf(prompt).map((stop) => getComputedStyle(stop).outlineStyle);
    expect(new Set(outlines())).to.deep.equal(new Set(['none']));
    await useKeyboard(prompt);
    expect(outlines().filter((style) => style === 'solid')).to.have.lengthOf(1);
  });

  it('A11: has room around it, so that nothing cuts it off', async () => {
    const prompt = await openPrompt(allLinks);
    await prompt.answer('no');
    const frame = box(prompt.section());
    for (const stop of stopsOf(prompt)) {
      expect(box(stop).left - frame.left).to.be.at.least(5);
      expect(frame.right - box(stop).right).to.be.at.least(5);
    }
  });

  it('A11: keeps clear of bars that stick to the top of the page', async () => {
    const place = openMarkup('<div style="block-size: 300vh"></div>');
    const prompt = await openPrompt({}, place);
    prompt.yes().scrollIntoView({ block: 'start' });
    expect(box(prompt.yes()).top).to.be.at.least(72);
  });

  it('A11: is not lost under a bar when one comes to it by the keyboard', async () => {
    const bar = 'position: fixed; inset: 0 0 auto; block-size: 60px; background: #fff';
    const place = openMarkup(
      `<div style="${bar}"></div><div style="block-size: 300vh"></div><i></i>` +
        '<div style="block-size: 300vh"></div><a href="#1">efter</a>',
    );
    const prompt = await openPrompt(allLinks, place.querySelector('i') ?? place);
    await prompt.answer('no');
    place.querySelector('a')?.focus();
    for (const stop of stopsOf(prompt).toReversed()) {
      await sendKeys({ press: 'Shift+Tab' });
      expect(prompt.focused()).to.equal(stop);
      // A browser that shows the caret may leave the upper part of a field under the bar.
      const { top, bottom } = box(stop);
      expect(stop.localName === 'textarea' ? bottom - 44 : top, stop.textContent).to.be.above(60);
    }
  });
});

describe('the keyboard', () => {
  /** Every stop of the Tab key in the prompt, from the link before it to the link after it. */
  async function tabThrough(prompt: Awaited<ReturnType<typeof openPrompt>>, key: string) {
    const stops: Element[] = [];
    for (let count = 0; count < 20; count += 1) {
      await sendKeys({ press: key });
      const stop = prompt.focused();
      if (!stop) return stops;
      stops.push(stop);
    }
    throw new Error('The focus never left the prompt.');
  }

  async function openBetweenLinks(attributes: Record<string, string>) {
    const place = openMarkup('<a href="#1">före</a><div></div><a href="#2">efter</a>');
    const [before, after] = place.querySelectorAll('a');
    const middle = place.querySelector('div');
    if (!before || !after || !middle) throw new Error('The markup is incomplete.');
    return { before, after, prompt: await openPrompt(attributes, middle) };
  }

  it('A4, A19: reaches everything in order and leaves again, both ways', async () => {
    const { before, after, prompt } = await openBetweenLinks(allLinks);
    await prompt.answer('no');
    const stops = [...prompt.section().querySelectorAll('button, textarea, a[href]')];
    expect(stops).to.have.lengthOf(7);
    before.focus();
    expect(await tabThrough(prompt, 'Tab')).to.deep.equal(stops);
    expect(document.activeElement).to.equal(after);
    expect(await tabThrough(prompt, 'Shift+Tab')).to.deep.equal(stops.toReversed());
    expect(document.activeElement).to.equal(before);
  });

  it('A4, A19: reaches the answers first, and nothing else while the question is asked', async () => {
    const { before, after, prompt } = await openBetweenLinks({});
    before.focus();
    expect(await tabThrough(prompt, 'Tab')).to.deep.equal([prompt.yes(), prompt.no()]);
    expect(document.activeElement).to.equal(after);
  });

  for (const key of ['Enter', 'Space']) {
    it(`A19: does everything with ${key}: answers, tries again, sends`, async () => {
      const prompt = await openPrompt({ service: fakeService('failing') });
      /** Presses a button that has the focus, and waits for what comes of it. */
      async function pressed(button: HTMLElement) {
        button.focus();
        const outcome = prompt.nextOutcome();
        await sendKeys({ press: key });
        return (await outcome).type;
      }
      expect(await pressed(prompt.no())).to.equal('feedback-failed');
      prompt.useService(fakeService('working'));
      expect(await pressed(prompt.retry())).to.equal('feedback-answered');
      await prompt.type('Något saknades.');
      expect(await pressed(prompt.submit())).to.equal('feedback-submitted');
    });
  }

  it('A19: has no keys of its own and no tabindex', async () => {
    const prompt = await openPrompt(allLinks);
    await prompt.answer('yes');
    for (const part of prompt.all()) {
      expect(part.hasAttribute('accesskey')).to.equal(false);
      expect(part.hasAttribute('tabindex')).to.equal(false);
      expect(part.hasAttribute('autofocus')).to.equal(false);
    }
    prompt.yes().focus();
    for (const key of ['j', 'n', 'Escape']) await sendKeys({ press: key });
    expect(prompt.yes().getAttribute('aria-pressed')).to.equal('true');
  });
});
