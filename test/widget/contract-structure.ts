import type { Check } from './checklist.ts';
import type { Prompt } from './prompt-harness.ts';
import { liveRegionsIn } from './prompt-watch.ts';
import { box, named, seen, seenText } from './prompt-sight.ts';

/** Attributes that name other elements by their ids. */
const references = [
  ...['for', 'form', 'list', 'aria-labelledby', 'aria-describedby', 'aria-details'],
  ...['aria-controls', 'aria-owns', 'aria-flowto', 'aria-errormessage', 'aria-activedescendant'],
];

/** The parts of the prompt in the order that the contract wants. */
const order = [
  ...['[part=question]', '[part=purpose]', '[value=yes]', '[value=no]', '[part~=status]'],
  ...['section > button', 'label', '[part=hint]', 'textarea', '[part=counter]', '#found'],
  ...['#masked', '[part=error] button', '[type=submit]', 'form [part=links]'],
  'section > [part=links]',
];

/** A1, A2, A17, A19: what the prompt is made of. */
export function checkMarkup({ element, root, all, section, question }: Prompt, check: Check) {
  check('A1', element.shadowRoot === root && root.mode === 'open', 'the root is open');
  check('A1', !root.delegatesFocus, 'the root does not delegate focus');
  const ids = all().flatMap(({ id }) => id || []);
  check('A1', new Set(ids).size === ids.length, `each id occurs once: ${ids.join(' ')}`);
  for (const part of all()) {
    const name = named(part);
    check('A1', !part.localName.includes('-') && !part.shadowRoot, `${name} is native`);
    for (const attribute of references) {
      for (const id of part.getAttribute(attribute)?.split(/\s+/) ?? []) {
        check('A1', ids.includes(id), `${attribute}=${id} of ${name} leads to a part`);
      }
    }
    for (const attribute of ['tabindex', 'accesskey', 'autofocus', 'onclick']) {
      check('A19', !part.hasAttribute(attribute), `${name} has no ${attribute}`);
    }
  }
  check('A21', !element.hasAttribute('style'), 'the element has no style of its own making');
  check('A21', element.childElementCount === 0, 'nothing is put beside the root');
  const headings = all().filter((part) => part.matches('h1, h2, h3, h4, h5, h6, [role=heading]'));
  const level = element.getAttribute('heading-level') ?? '2';
  check('A2', headings.length === 1 && headings[0] === question(), 'the question is the heading');
  check('A2', question().localName === `h${level}`, `the heading has level ${level}`);
  const title = element.getAttribute('page-title') ?? '';
  check('A2', nameOf(section(), root) === `${seenText(question())} ${title}`.trim(), 'it is named');
  for (const group of root.querySelectorAll('[role=group]')) {
    const words = namedBy(group, root).map((part) => part?.textContent.trim());
    check('A2', words.length > 0 && words.every(Boolean), 'a group has a name');
    // The name of a group that is that of the region around it would be heard twice.
    check('A2', nameOf(group, root) !== nameOf(section(), root), 'it is a name of its own');
    check('A2', !group.contains(question()) && !group.querySelector('[part=answer]'), 'no answers');
  }
}

/** The parts by which another is named. */
const namedBy = (part: Element, root: ShadowRoot) =>
  (part.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => root.getElementById(id));

/** The name of a region or group, as a browser computes it. */
export const nameOf = (part: Element, root: ShadowRoot) =>
  namedBy(part, root)
    .map((one) => one?.textContent.trim())
    .join(' ')
    .trim();

/** A2, A3, A8: the two answers, and which is chosen. */
export function checkAnswers(prompt: Prompt, chosen: 'yes' | 'no' | undefined, check: Check) {
  for (const value of ['yes', 'no'] as const) {
    const button = prompt[value]();
    const name = named(button);
    const visible = seenText(button);
    const spoken = button.getAttribute('aria-label') ?? button.textContent.trim();
    check('A2', visible !== '' && spoken.startsWith(visible), `${name} is named by what one sees`);
    check('A3', button.checkVisibility(), `${name} stays`);
    const pressed = String(value === chosen);
    check('A3', button.getAttribute('aria-pressed') === pressed, `${name} is pressed: ${pressed}`);
    check('A3', !button.hasAttribute('aria-expanded'), `${name} has no aria-expanded`);
    const isUsable = !button.disabled && !button.hasAttribute('aria-disabled');
    check('A8', isUsable, `${name} can be pressed at any time`);
  }
}

/** Whether a box begins where another has ended, in the direction of the text. */
function follows(one: DOMRect, before: DOMRect, isRightToLeft: boolean): boolean {
  const isBeside = isRightToLeft ? one.right <= before.left + 1 : one.left >= before.right - 1;
  return one.top >= before.bottom - 1 || (isBeside && one.bottom > before.top);
}

/** A4: one order for eye and ear. */
export function checkOrder({ root, section }: Prompt, check: Check) {
  const parts = [...root.querySelectorAll(order.join())];
  const expected = order.flatMap((selector) => [...root.querySelectorAll(selector)]);
  const isOrdered = parts.every((part, place) => part === expected[place]);
  check('A4', isOrdered, 'the markup has the order of the contract');
  const isRightToLeft = getComputedStyle(section()).direction === 'rtl';
  const drawn = parts.filter((part) => box(part).height > 0);
  for (const [place, part] of drawn.slice(1).entries()) {
    const before = drawn[place] ?? part;
    const isNext = follows(box(part), box(before), isRightToLeft);
    check('A4', isNext, `${named(part)} follows ${named(before)} on the screen`);
  }
}

/** A5, A9: what speaks by itself. */
export function checkRegions({ section, status, told, has, find }: Prompt, check: Check) {
  const counted = has('form') ? [find('form [aria-live]', HTMLElement)] : [];
  const regions = liveRegionsIn(section());
  const known = [status(), ...counted];
  const isKnown = regions.every((region, place) => region === known[place]);
  check('A5', isKnown && regions.length === known.length, 'only status and counter speak');
  check('A5', status().getAttribute('role') === 'status', 'the status is one');
  check('A5', !status().hasAttribute('aria-live'), 'it speaks as a status does');
  const paragraphs = [...status().children];
  check('A5', paragraphs.length === (told() ? 1 : 0), 'it holds what it says, and else nothing');
  check(
    'A5',
    paragraphs.every(({ localName }) => localName === 'p'),
    'arrows come to its words',
  );
  for (const region of regions) {
    check('A5', region.checkVisibility(), `${named(region)} is rendered`);
    check('A5', !region.querySelector('button, a, textarea'), 'what speaks has no controls');
  }
  for (const region of counted) {
    check('A9', region.getAttribute('aria-live') === 'polite', 'the counter waits for its turn');
    check('A9', !region.hasAttribute('role'), 'there is one status');
  }
  if (!has('[part=counter]')) return;
  const counter = find('[part=counter]', HTMLElement);
  check('A9', counter.checkVisibility() && /\d/.test(seenText(counter)), 'the counter is seen');
  check('A9', !counter.closest('[role=status], [aria-live]'), 'the counter itself is silent');
}

/** A6, A7: the field, its label, its hint and its fault. */
export function checkField(prompt: Prompt, isFaulty: boolean, check: Check) {
  const { root } = prompt;
  for (const field of root.querySelectorAll<HTMLTextAreaElement>('input, select, textarea')) {
    const [label, ...more] = field.labels;
    check('A6', label !== undefined && more.length === 0, 'the field has one label');
    check('A6', seenText(label ?? field).includes('('), 'the label says what is optional');
    check('A6', !field.hasAttribute('placeholder'), 'no placeholder stands for a label');
    check('A6', !field.hasAttribute('aria-label'), 'no name but the label');
    const hint = root.getElementById(field.getAttribute('aria-describedby') ?? '');
    check('A6', hint !== null && seen(prompt).includes(hint), 'a hint that is seen describes it');
    check('A7', field.hasAttribute('aria-invalid') === isFaulty, `it is marked: ${isFaulty}`);
    const fault = label?.querySelector('[part=error]');
    const isTold = fault !== null && fault !== undefined && seenText(fault) !== '';
    check('A7', isTold === isFaulty, `its label tells of a fault: ${isFaulty}`);
    check('A7', !field.hasAttribute('aria-errormessage'), 'the fault is told in one way only');
    check('A6', field.getAttribute('autocomplete') !== 'on', 'nothing fills it in');
  }
}

/** A10: the language, and the way its words run. */
export function checkLanguage(prompt: Prompt, lang: string, check: Check) {
  const { section } = prompt;
  const direction = lang === 'ar' ? 'rtl' : 'ltr';
  check('A10', section().lang === lang, `the language is ${lang}`);
  check('A10', section().dir === direction, `the direction is ${direction}`);
  check('A10', getComputedStyle(section()).direction === direction, 'the text runs that way');
  for (const part of seen(prompt).filter((one) => !one.closest('button'))) {
    const { textAlign } = getComputedStyle(part);
    check('A10', textAlign === 'start', `${named(part)} begins where lines begin`);
  }
}
