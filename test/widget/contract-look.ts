import type { Check } from './checklist.ts';
import { contrast } from './contrast.ts';
import type { Prompt } from './prompt-harness.ts';
import { behind, box, color, linesOf, named, seen, stopsOf, textsIn } from './prompt-sight.ts';

const size = (part: Element) => parseFloat(color(part, 'font-size'));

/** The size of each text, by its part. */
export const textSizes = (prompt: Prompt) =>
  new Map(seen(prompt).map((part) => [part, size(part)]));

/** A11: what has the focus has an outline that stands out. Ask after a key was pressed. */
export function checkFocus(prompt: Prompt, check: Check) {
  const before = prompt.focused();
  for (const stop of stopsOf(prompt)) {
    stop.focus({ preventScroll: true });
    const name = named(stop);
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(stop);
    check('A11', prompt.focused() === stop, `${name} takes the focus`);
    check('A11', outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2, `${name} shows it`);
    const around = behind(stop.parentElement ?? prompt.section());
    check('A11', contrast(outlineColor, around) >= 3, `the outline of ${name} stands out`);
    const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    const frame = box(prompt.section());
    const isInside = box(stop).left - frame.left >= reach && frame.right - box(stop).right >= reach;
    check('A11', isInside, `the outline of ${name} has room in the prompt`);
    stop.blur();
  }
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
}

/** A12: how large one can press. */
export function checkTargets(prompt: Prompt, check: Check) {
  for (const stop of stopsOf(prompt)) {
    const least = stop.localName === 'a' ? 24 : 44;
    const { width, height } = box(stop);
    const isLarge = Math.round(Math.min(width, height)) >= least;
    check('A12', isLarge, `${named(stop)} is ${least} px: ${width} × ${height}`);
  }
}

const isWithin = (inner: DOMRect, outer: DOMRect) =>
  inner.left >= outer.left - 1 &&
  inner.right <= outer.right + 1 &&
  inner.top >= outer.top - 1 &&
  inner.bottom <= outer.bottom + 1;

/** What cuts off a text that stands out of it, or is seen to hold it. */
function holdersOf(part: Element | null): Element[] {
  if (!part) return [];
  const isHolder =
    part.matches('section, button, #masked') || getComputedStyle(part).overflow !== 'visible';
  return [...(isHolder ? [part] : []), ...holdersOf(part.parentElement)];
}

/** How much of one box lies on another, in px of the shorter side. */
const overlap = (one: DOMRect, other: DOMRect) =>
  Math.min(
    Math.min(one.right, other.right) - Math.max(one.left, other.left),
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
  );

/** A13: all text is there, whole, and no other text lies on it. */
export function checkRoom(prompt: Prompt, check: Check) {
  const drawn = seen(prompt);
  const texts = textsIn(prompt.section()).filter(
    ({ parentElement }) => parentElement !== null && drawn.includes(parentElement),
  );
  const boxes = texts.map((text) => ({ text, lines: linesOf(text) }));
  for (const { text, lines } of boxes) {
    const name = `“${text.data.trim().slice(0, 30)}”`;
    check('A13', lines.length > 0, `${name} is drawn`);
    for (const holder of holdersOf(text.parentElement)) {
      const isWhole = lines.every((line) => isWithin(line, box(holder)));
      check('A13', isWhole, `${name} is whole inside ${holder.localName}`);
    }
    const others = boxes.filter((other) => other.text !== text).flatMap((other) => other.lines);
    const isFree = lines.every((line) => others.every((other) => overlap(line, other) < 4));
    check('A13', isFree, `nothing lies on ${name}`);
  }
  for (const part of drawn) {
    check('A13', isWithin(box(part), box(prompt.section())), `${named(part)} is in the prompt`);
  }
  const { scrollWidth } = document.documentElement;
  check('A13', scrollWidth <= innerWidth, `the page need not be scrolled sideways: ${scrollWidth}`);
}

/** A13: the size of text and the height of lines. */
export function checkText(
  prompt: Prompt,
  { usual, scale }: { usual: Map<Element, number>; scale: number },
  check: Check,
) {
  for (const part of seen(prompt)) {
    const name = named(part);
    const lineHeight = parseFloat(color(part, 'line-height'));
    check('A13', size(part) >= 16, `${name} has 16 px`);
    check('A13', lineHeight >= 1.5 * size(part) - 0.01, `${name} has lines of 1.5`);
    const expected = (usual.get(part) ?? 0) * scale;
    check('A13', Math.abs(size(part) - expected) < 0.1, `${name} is ${scale} times as large`);
  }
}

/** A3, A14: what one must see stands out, and the choice not by colour alone. */
export function checkColours(prompt: Prompt, isForced: boolean, check: Check) {
  for (const part of seen(prompt)) {
    const ratio = contrast(color(part, 'color'), behind(part));
    check('A14', ratio >= 7, `the text of ${named(part)} has 7:1, not ${ratio.toFixed(2)}`);
  }
  const bordered = prompt.root.querySelectorAll('button, textarea, [part=error], .failure');
  for (const part of [...bordered].filter((one) => one.checkVisibility())) {
    const border = color(part, 'border-inline-start-color');
    const ratio = contrast(border, behind(part.parentElement ?? part));
    check('A14', ratio >= 3, `the border of ${named(part)} has 3:1, not ${ratio.toFixed(2)}`);
    const width = parseFloat(color(part, 'border-inline-start-width'));
    check('A14', width >= 1, `${named(part)} has a border`);
  }
  const frame = color(prompt.section(), 'border-top-color');
  const isFramed = contrast(frame, behind(prompt.section())) >= 3;
  if (isForced) check('A14', isFramed, 'a border stands for the background that is gone');
  const answers = [prompt.yes(), prompt.no()];
  for (const button of answers) {
    const mark = color(button, 'border-bottom-color', '::before');
    check('A14', contrast(mark, behind(button)) >= 3, `the mark of ${named(button)} has 3:1`);
  }
  const [yes, no] = answers.map(shape);
  const isChosen = answers.some((button) => button.getAttribute('aria-pressed') === 'true');
  check('A3', (yes !== no) === isChosen, 'the choice is told by shape');
}

/** The form of a button and its mark, all but colour. */
function shape(button: Element): string {
  const outline = ['display', 'width', 'height', 'border-radius', 'border-width', 'transform'];
  return outline.map((name) => color(button, name, '::before')).join();
}

/** A15: nothing moves. */
export function checkCalm(prompt: Prompt, check: Check) {
  check('A15', prompt.root.getAnimations().length === 0, 'nothing is animated');
  check('A15', document.getAnimations().length === 0, 'nothing around it is animated');
  for (const part of prompt.all()) {
    for (const pseudo of ['', '::before', '::after']) {
      const still =
        color(part, 'animation-name', pseudo) === 'none' &&
        color(part, 'transition-duration', pseudo) === '0s';
      check('A15', still, `${named(part)}${pseudo} never moves`);
    }
  }
}
