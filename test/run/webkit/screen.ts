import { createTemporaryFolder } from '../../support/temporary-folder.ts';
import { startGroup } from './process-group.ts';

/** The file descriptor on which Xvfb tells its display. */
const displayDescriptor = 3;

/** A screen that nobody sees. */
export interface Screen {
  /** The environment of the programs on it: their home is a folder that goes with the screen. */
  environment: Record<string, string>;
  stop: () => Promise<void>;
}

/**
 * Starts a screen on a free display.
 * @param command the path of Xvfb
 * @throws Error when it does not start
 */
export async function startScreen(command: string): Promise<Screen> {
  const home = await createTemporaryFolder();
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: home.path,
    XDG_RUNTIME_DIR: home.path,
    // Every system has this one.
    LANG: 'C.UTF-8',
    GDK_BACKEND: 'x11',
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
  };
  const xvfb = startGroup(
    command,
    ['-displayfd', `${displayDescriptor}`, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { environment, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const stop = async () => {
    await xvfb.end();
    await home.remove();
  };
  const display = await new Promise<string>((told) => {
    const stream = xvfb.process.stdio[displayDescriptor];
    stream?.once('data', (line: Buffer) => told(line.toString().trim()));
    xvfb.process.once('exit', () => told(''));
  });
  if (display === '') {
    await stop();
    throw new Error(`${command} did not start.`);
  }
  return { environment: { ...environment, DISPLAY: `:${display}` }, stop };
}
