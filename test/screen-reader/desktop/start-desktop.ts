import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Processes, Running } from './processes.ts';
import { buildSwedishLocale } from './swedish-locale.ts';
import { waitUntil } from '../listening/wait-until.ts';

/** Whatever starts on a busy machine gets this long, in milliseconds. */
const patience = 60_000;

/** The file descriptor on which Xvfb tells its display. */
const displayDescriptor = 3;

/** A screen that nobody sees, in Swedish, ready for a screen reader and a browser. */
export interface Desktop {
  /** The environment of every program on it. */
  environment: Record<string, string>;
}

/**
 * Starts screen, message bus, accessibility bus and window manager, in this order.
 * @param folder the throw-away folder that serves as home
 */
export async function startDesktop(folder: string, processes: Processes): Promise<Desktop> {
  const home = join(folder, 'home');
  const runtime = join(folder, 'runtime');
  await mkdir(home);
  await mkdir(runtime, { mode: 0o700 });
  const environment: Record<string, string> = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    XDG_SESSION_TYPE: 'x11',
    LANG: 'sv_SE.UTF-8',
    LANGUAGE: 'sv',
    LOCPATH: buildSwedishLocale(folder),
    GSETTINGS_BACKEND: 'memory',
    GTK_MODULES: '',
    NO_AT_BRIDGE: '0',
    GNOME_ACCESSIBILITY: '1',
    MOZ_ENABLE_WAYLAND: '0',
  };

  const screen = processes.start({
    name: 'xvfb',
    command: 'Xvfb',
    words: [
      '-displayfd',
      `${displayDescriptor}`,
      '-screen',
      '0',
      '1280x1024x24',
      '-nolisten',
      'tcp',
      // No key repeats itself, however long a busy machine takes to let it go.
      '-r',
      // It stays as it has been set when the program that set it ends.
      '-noreset',
    ],
    environment,
    readsOutput: true,
  });
  environment['DISPLAY'] = `:${await firstLine(screen, displayDescriptor)}`;

  // A letter that is not on the keyboard is put on it first, and then often missed.
  spawnSync('setxkbmap', ['se'], { env: environment });

  const bus = processes.start({
    name: 'dbus',
    command: 'dbus-daemon',
    words: ['--session', '--nofork', '--nopidfile', '--print-address'],
    environment,
    readsOutput: true,
  });
  environment['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus, 1);

  processes.start({
    name: 'at-spi',
    command: '/usr/libexec/at-spi-bus-launcher',
    // As if a screen reader had been switched on, so that browsers build their trees.
    words: ['--launch-immediately', '--a11y=1', '--screen-reader=1'],
    environment,
  });
  processes.start({ name: 'openbox', command: 'openbox', words: [], environment });
  return { environment };
}

/** The first line that a program prints on one of its descriptors. */
async function firstLine(running: Running, descriptor: number): Promise<string> {
  const stream = running.process.stdio[descriptor] as Readable;
  let text = '';
  stream.setEncoding('utf8').on('data', (more: string) => (text += more));
  const came = await waitUntil(() => text.includes('\n') || running.hasEnded(), patience);
  const line = text.split('\n')[0]?.trim();
  if (!came || !line) throw new Error(`${running.name} did not start.`);
  return line;
}
