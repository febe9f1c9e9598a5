import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Keys as xdotool names them; `shift+Tab` is two at once. */
export type Key =
  | 'Tab'
  | 'shift+Tab'
  | 'space'
  | 'Return'
  | 'Down'
  | 'Up'
  | 'b'
  | 'g'
  | 'h'
  | 't'
  | 'ctrl+a'
  | 'ctrl+c'
  | 'ctrl+v'
  | 'ctrl+Home'
  | 'BackSpace';

/** A keyboard on which someone presses real keys. */
export interface Keyboard {
  press: (key: Key) => Promise<void>;
  /** Writes a text, letter by letter. */
  write: (text: string) => Promise<void>;
}

const run = promisify(execFile);

/** How long a hand takes between two letters, in milliseconds. */
const betweenLetters = 20;

export const createKeyboard = (environment: Record<string, string>): Keyboard => ({
  async press(key) {
    await run('xdotool', ['key', '--clearmodifiers', key], { env: environment });
  },
  async write(text) {
    await run('xdotool', ['type', '--delay', `${betweenLetters}`, text], { env: environment });
  },
});
