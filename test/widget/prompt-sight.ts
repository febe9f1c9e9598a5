import type { Prompt } from './prompt-harness.ts';

export const box = (part: Element) => part.getBoundingClientRect();

export const color = (part: Element, property: string, pseudo?: string) =>
  getComputedStyle(part, pseudo).getPropertyValue(property);

/** Whether a part is drawn so small that only screen readers meet it. */
function isUnseen(part: Element): boolean {
  for (let one: Element | null = part; one; one = one.parentElement) {
    const { width, height } = box(one);
    if (width <= 1 && height <= 1 && getComputedStyle(one).overflow !== 'visible') return true;
  }
  return false;
}

/** What one sees of a prompt, without what only a screen reader meets. */
export const seen = ({ all }: Prompt) =>
  all().filter((part) => part.checkVisibility() && !isUnseen(part));

/** The text that one sees in a part. */
export function seenText(part: Element): string {
  return textsIn(part)
    .filter(({ parentElement }) => parentElement?.checkVisibility() && !isUnseen(parentElement))
    .map(({ data }) => data)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The texts of a part, without those that are only white space. */
export function textsIn(part: Element): Text[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter(({ data }) => data.trim() !== '');
}

/** The boxes of a text's lines. */
export function linesOf(text: Text): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].filter(({ width }) => width > 1);
}

/** What the Tab key comes to in a prompt, in order. */
export const stopsOf = ({ root }: Prompt): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('button, textarea, a[href]')].filter((stop) =>
    stop.checkVisibility(),
  );

/** The colour on which a part is seen: its own, or else that of what is around it. */
export function behind(part: Element): string {
  const own = color(part, 'background-color');
  if (!own.endsWith(', 0)') && own !== 'transparent') return own;
  const root = part.getRootNode();
  const around = part.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  return around ? behind(around) : color(document.documentElement, 'background-color');
}

/** A part in a few words, for what is told of faults. */
export const named = (part: Element) =>
  `${part.localName} “${seenText(part).slice(0, 30) || part.id}”`;
