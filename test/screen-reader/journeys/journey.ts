import type { BrowserName } from '../../run/find-browsers.ts';
import type { Key } from '../desktop/keyboard.ts';
import type { PageName } from '../pages/page-server.ts';

/*
 * How to read a journey. A person who sees nothing opens a page and presses keys, and
 * Orca, a screen reader that is set to Swedish, speaks. Each step tells what the
 * person does, which key that is, and exactly what must then be heard: these words,
 * in this order, each once, and nothing else. `[]` means silence. Three dots at the
 * end stand for the rest of a long text. Where the browsers truly differ, each has
 * words of its own. What Orca remarks of its own accord, at one time and not at
 * another, is left out: that a page loads, what the clipboard holds, what is marked.
 */

/** What must be heard; `anything` where the prompt has no part in it. */
export type Words = readonly string[] | Record<BrowserName, readonly string[]> | 'anything';

interface Doing {
  /** What the person does, in the words of the journey. */
  does: string;
}

/** A key is pressed, and then exactly these words are heard. */
interface Press extends Doing {
  press: Key;
  hears: Words;
}

/** A text is written, letter by letter. */
interface Write extends Doing {
  write: string;
  hears: Words;
}

/** A key is pressed again and again until these words are heard; what comes before is not judged. */
interface Search extends Doing {
  press: Key;
  until: string;
}

export type Step = Press | Write | Search;

/** One visit to a page. */
export interface Journey {
  title: string;
  page: PageName;
  /** Where all journeys are taken, this one is taken in this browser alone: they take minutes. */
  mainly?: BrowserName;
  /** Whether the visitor's browser blocks scripts. */
  withoutScript?: boolean;
  /** What is heard when the page is there, among what the browser tells of itself. */
  opensWith: string;
  steps: readonly Step[];
}
