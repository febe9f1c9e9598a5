import { emulateMedia } from '@web/test-runner-commands';
import type { Prompt } from './prompt-harness.ts';

/** A way in which visitors have their page. */
export interface Mode {
  name: string;
  /** Makes it so around a prompt that is open, and gives what undoes it. */
  use: (prompt: Prompt) => Promise<() => unknown> | (() => unknown);
  /** What matches only where the browser can do it. */
  query?: string;
  /** How much larger all text is than usual. */
  scale?: number;
  /** Whether colours are the visitor’s own. */
  isForced?: boolean;
}

function addStyles(css: string, place: HTMLElement | ShadowRoot = document.head) {
  const style = document.createElement('style');
  style.textContent = css;
  place.append(style);
  return () => style.remove();
}

const scheme = (value: 'light' | 'dark') => () =>
  addStyles(`:root { color-scheme: ${value} !important }`);

const useNarrow = () => addStyles('page-feedback { max-inline-size: 320px }');
const useTwice = () => addStyles('html { font-size: 200% }');

/** The overrides of WCAG 1.4.12, in the root itself: page styles do not reach there. */
const useSpacing = ({ root }: Prompt) =>
  addStyles(
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`,
    root,
  );

const together: Mode['use'] = (prompt) => {
  const undo = [useNarrow(), useTwice(), useSpacing(prompt)];
  return () => undo.forEach((one) => one());
};

/** The modes of a prompt that is already there. */
export const modes: Mode[] = [
  { name: 'light', use: scheme('light') },
  { name: 'dark', use: scheme('dark') },
  {
    name: 'forced',
    query: '(forced-colors: active)',
    isForced: true,
    async use() {
      await emulateMedia({ forcedColors: 'active' });
      return () => emulateMedia({ forcedColors: 'none' });
    },
  },
  { name: '320 px', use: useNarrow },
  { name: '200 %', scale: 2, use: useTwice },
  { name: 'spacing', use: useSpacing },
  { name: 'these three', scale: 2, use: together },
];

/** The mode that a prompt must be opened in anew: its words run the other way. */
export const rightToLeft: Mode = { name: 'RTL', use: () => () => undefined };
