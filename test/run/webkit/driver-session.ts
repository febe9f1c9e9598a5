import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { startGroup } from './process-group.ts';
import type { ProcessGroup } from './process-group.ts';
import type { WebKit } from './find-webkit.ts';

/** How long the browser may take to start, and to load a page, in milliseconds. */
const patience = 30_000;

/** How long a page may take to answer: less than web-test-runner waits for the end of a file. */
const pagePatience = 10_000;

/** One key or mouse of the visitor, and what is done with it: an “input source” of WebDriver. */
export interface InputSource {
  type: 'key' | 'pointer';
  id: string;
  actions: Record<string, string | number>[];
}

/** A browser of its own with one window, controlled by WebDriver. */
export interface DriverSession {
  /** Goes to an address, and waits until the page has loaded. */
  open: (address: string) => Promise<void>;
  address: () => Promise<string>;
  /** Runs the body of a function in the page and gives what it returns. */
  run: (script: string, ...args: unknown[]) => Promise<unknown>;
  perform: (input: InputSource) => Promise<void>;
  /** What the page looks like, as a PNG in base64. */
  draw: () => Promise<string>;
  /** @param size of the whole window, in pixels */
  resize: (size: { width: number; height: number }) => Promise<void>;
  end: () => Promise<void>;
}

/**
 * Starts a browser with a driver of its own, so that both can be ended whatever the page does.
 * @param environment that of the screen
 * @throws Error when one of them does not start
 */
export async function startDriverSession(
  { driver, path }: WebKit,
  environment: Record<string, string>,
): Promise<DriverSession> {
  const port = await freePort();
  const group = startGroup(driver, [`--port=${port}`], { environment, stdio: 'ignore' });
  try {
    const base = `http://127.0.0.1:${port}`;
    await untilReady(base, group);
    const browser = { binary: path, args: ['--automation'] };
    const { sessionId } = (await command('POST', `${base}/session`, {
      capabilities: {
        alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browser },
      },
    })) as { sessionId: string };
    return { ...commands(`${base}/session/${sessionId}`), end: group.end };
  } catch (error) {
    await group.end();
    throw error;
  }
}

/** The commands of the W3C’s WebDriver that the tests need. */
const commands = (session: string): Omit<DriverSession, 'end'> => ({
  async open(address) {
    await command('POST', `${session}/url`, { url: address });
  },
  address: () => command('GET', `${session}/url`) as Promise<string>,
  run: (script, ...args) =>
    command('POST', `${session}/execute/sync`, { script, args }, pagePatience),
  async perform(input) {
    await command('POST', `${session}/actions`, { actions: [input] });
  },
  draw: () => command('GET', `${session}/screenshot`) as Promise<string>,
  async resize(size) {
    await command('POST', `${session}/window/rect`, size);
  },
});

async function untilReady(base: string, group: ProcessGroup): Promise<void> {
  const end = performance.now() + patience;
  while (performance.now() < end && !group.hasEnded()) {
    const isReady = await command('GET', `${base}/status`).catch(() => undefined);
    if (isReady) return;
    await pause(20);
  }
  throw new Error('The driver of WebKitGTK did not start.');
}

/** @throws Error with the driver’s own words when it refuses */
async function command(
  method: 'GET' | 'POST',
  address: string,
  body?: object,
  timeout = patience,
): Promise<unknown> {
  const response = await fetch(address, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeout),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`WebKitGTK: ${error}${message ? `: ${message}` : ''}`);
}
