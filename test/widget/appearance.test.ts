import { expect } from 'chai';
import { sendMouse } from '@web/test-runner-commands';
import { addStyles, fakeService, openMarkup, openPrompt, testService } from './prompt-harness.ts';
import { box, seen } from './prompt-sight.ts';
import { allLinks } from './prompt-states.ts';
import { skipUnlessMeasuresShifts } from './skip-because.ts';
import { nextFrame, waitUntil } from './wait-until.ts';

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
      skipUnlessMeasuresShifts(this);
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
    skipUnlessMeasuresShifts(this);
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
  it('A15: shows nothing new on hover or focus', async () => {
    const prompt = await openPrompt(allLinks);
    await prompt.answer('no');
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
