import { spawnSync } from 'node:child_process';

const tools = [
  'orca',
  'at-spi2-core',
  'dbus',
  'xvfb',
  'openbox',
  'xdotool',
  'python3-gi',
  'gir1.2-atspi-2.0',
  'locales',
];

/**
 * Sees to it that the Debian packages which the suite runs are there: as root it
 * installs those that are missing, which is what a fresh container wants.
 * @param more packages that are known to be missing
 * @throws Error whose message says what to install
 */
export function installPackages(more: readonly string[]): void {
  if (missingFrom(tools).length === 0 && more.length === 0) return;
  const missing = [...missingFrom(tools), ...more];
  const isRoot = process.getuid?.() === 0;
  if (isRoot && hasApt()) {
    console.log(`Installing Debian’s ${missing.join(', ')} …`);
    aptGet(['update']);
    aptGet(['install', '--yes', '--no-install-recommends', ...missing]);
    if (missingFrom(missing).length === 0) return;
  }
  throw new Error(
    `The screen reader tests need Debian’s packages; install those that are missing: apt-get install ${missing.join(' ')}`,
  );
}

const hasApt = () => spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;

function aptGet(words: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['-qq', ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Which of these packages are not installed. */
function missingFrom(packages: readonly string[]): string[] {
  const words = ['--show', '--showformat=${db:Status-Status} ${Package}\n', ...packages];
  const { stdout } = spawnSync('dpkg-query', words, { encoding: 'utf8' });
  // Without dpkg there is no answer: then nothing is installed as far as we know.
  const lines = ((stdout as string | null) ?? '').split('\n');
  return packages.filter((name) => !lines.includes(`installed ${name}`));
}
