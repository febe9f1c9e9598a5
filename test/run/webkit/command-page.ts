import type { DriverSession } from './driver-session.ts';
import { keyValue } from './keys.ts';

/** How long the window may take to get its size, in milliseconds. */
const patience = 5_000;

type MouseButton = 'left' | 'middle' | 'right';

/**
 * What the commands of web-test-runner (`sendKeys` and so on) use of a page: they know
 * playwright’s, and this is its likeness.
 */
export interface CommandPage {
  keyboard: {
    type: (text: string) => Promise<void>;
    /** @param keys one key, after those that are held down meanwhile: `Shift+Tab` */
    press: (keys: string) => Promise<void>;
    down: (key: string) => Promise<void>;
    up: (key: string) => Promise<void>;
  };
  mouse: {
    move: (x: number, y: number) => Promise<void>;
    click: (x: number, y: number, options?: { button?: MouseButton }) => Promise<void>;
    down: (options?: { button?: MouseButton }) => Promise<void>;
    up: (options?: { button?: MouseButton }) => Promise<void>;
  };
  screenshot: () => Promise<Buffer>;
  setViewportSize: (size: { width: number; height: number }) => Promise<void>;
  emulateMedia: (media: Record<string, string>) => Promise<void>;
}

/**
 * Gives the commands of web-test-runner a session to work on.
 * @param lacks told, in words, what this browser has no means for
 */
export function createCommandPage(
  session: DriverSession,
  lacks: (words: string) => void,
): CommandPage {
  const keyDown = (key: string) => ({ type: 'keyDown', value: keyValue(key) });
  const keyUp = (key: string) => ({ type: 'keyUp', value: keyValue(key) });
  const type = (...actions: { type: string; value: string }[]) =>
    session.perform({ type: 'key', id: 'keyboard', actions });

  const move = (x: number, y: number) => ({ type: 'pointerMove', x, y, duration: 0 });
  const push = (type: 'pointerDown' | 'pointerUp', button: MouseButton = 'left') => ({
    type,
    button: ['left', 'middle', 'right'].indexOf(button),
  });
  const point = (...actions: Record<string, string | number>[]) =>
    session.perform({ type: 'pointer', id: 'mouse', actions });

  return {
    keyboard: {
      type: (text) => type(...[...text].flatMap((key) => [keyDown(key), keyUp(key)])),
      press(keys) {
        const held = keys.split(/(?<=.)\+/);
        return type(...held.map(keyDown), ...held.toReversed().map(keyUp));
      },
      down: (key) => type(keyDown(key)),
      up: (key) => type(keyUp(key)),
    },
    mouse: {
      move: (x, y) => point(move(x, y)),
      click: (x, y, { button } = {}) =>
        point(move(x, y), push('pointerDown', button), push('pointerUp', button)),
      down: ({ button } = {}) => point(push('pointerDown', button)),
      up: ({ button } = {}) => point(push('pointerUp', button)),
    },
    screenshot: async () => Buffer.from(await session.draw(), 'base64'),
    setViewportSize: (size) => resizeViewport(session, size),
    async emulateMedia(media) {
      for (const [feature, value] of Object.entries(media)) {
        const query = mediaQuery(feature, value);
        if ((await session.run('return matchMedia(arguments[0]).matches', query)) !== true) {
          lacks(`emulate ${query}`);
        }
      }
    },
  };
}

/** The features of media that tests ask for, by playwright’s names. */
const mediaFeatures: Record<string, string> = {
  colorScheme: 'prefers-color-scheme',
  reducedMotion: 'prefers-reduced-motion',
  contrast: 'prefers-contrast',
  forcedColors: 'forced-colors',
};

/** What holds in a page for which a feature has been emulated: `(forced-colors: active)`. */
const mediaQuery = (feature: string, value: string) =>
  feature === 'media' ? value : `(${mediaFeatures[feature] ?? feature}: ${value})`;

/** @throws Error when the window cannot be made as small: it has a least width */
async function resizeViewport(
  session: DriverSession,
  { width, height }: { width: number; height: number },
): Promise<void> {
  const measure = () =>
    session.run('return [innerWidth, innerHeight, outerWidth, outerHeight]') as Promise<
      [number, number, number, number]
    >;
  const [innerWidth, innerHeight, outerWidth, outerHeight] = await measure();
  await session.resize({
    width: width + outerWidth - innerWidth,
    height: height + outerHeight - innerHeight,
  });
  // The driver does not wait until the page has its new size.
  const end = performance.now() + patience;
  let reached = await measure();
  while (reached[0] !== width || reached[1] !== height) {
    if (performance.now() > end) {
      throw new Error(`WebKitGTK has a window of ${reached[0]} × ${reached[1]} px: use a frame.`);
    }
    reached = await measure();
  }
}
