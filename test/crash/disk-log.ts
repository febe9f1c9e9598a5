/** What a process asked of a file, or of the folder it is in. */
export type DiskEvent =
  | { kind: 'write'; path: string; offset: number; bytes: Uint8Array }
  | { kind: 'truncate'; path: string; size: number }
  | { kind: 'sync'; path: string }
  | { kind: 'remove'; path: string };

/** The words with which strace writes down what `readDiskLog` reads. */
export const traceWords = (log: string): string[] => [
  // The traced process stays the one that was started: it can be killed.
  ...['-D', '-f', '--seccomp-bpf', '-qq', '-o', log],
  // Paths beside the numbers of files; all strings whole, as hexadecimal digits.
  ...['-y', '-xx', '-s', '10000000'],
  ...['-e', `trace=${[...readers.keys(), ...unforeseen].join(',')}`],
];

const file = String.raw`\d+<([^>]*)>`;
const number = String.raw`(-?\d+)`;

type Reader = (args: string) => DiskEvent | undefined;

const reader =
  (form: string, make: (path: string, parts: string[]) => DiskEvent): Reader =>
  (args) => {
    const [, path, ...parts] = new RegExp(`^${form}`).exec(args) ?? [];
    return path === undefined ? undefined : make(textOf(path), parts);
  };

const sync = reader(file, (path) => ({ kind: 'sync', path }));
const truncate = reader(`${file}, ${number}`, (path, [size]) => {
  return { kind: 'truncate', path, size: Number(size) };
});
const write = reader(`${file}, "([^"]*)", ${number}, ${number}`, (path, [bytes = '', , offset]) => {
  return { kind: 'write', path, offset: Number(offset), bytes: bytesOf(bytes) };
});
const remove = reader('"([^"]*)"', (path) => ({ kind: 'remove', path }));

/** The system calls by which SQLite changes its files, and how each is read. */
const readers = new Map<string, Reader>([
  ['pwrite64', write],
  ['ftruncate', truncate],
  ['fsync', sync],
  ['fdatasync', sync],
  ['unlink', remove],
]);

/** Other ways to change a file, which SQLite does not take here: nothing may pass unseen. */
const unforeseen = ['write', 'writev', 'pwritev', 'pwritev2', 'fallocate', 'rename'];

const bytesOf = (digits: string) => Buffer.from(digits.replaceAll('\\x', ''), 'hex');
const textOf = (digits: string) => bytesOf(digits).toString('utf8');

/**
 * Reads what strace has written down of a process, in the order in which it was done.
 * @param folder only what was done in this folder is read
 * @throws Error when a file was changed in a way that is not read
 */
export function readDiskLog(log: string, folder: string): DiskEvent[] {
  const inFolder = [...Buffer.from(folder)]
    .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
    .join('');
  /** A call during which another thread made one of its own, by the thread. */
  const unfinished = new Map<string, string>();
  return log.split('\n').flatMap((line) => {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const before = rest.startsWith('<... ') ? unfinished.get(thread) : '';
    const call = before ? before + rest.replace(/^<\.\.\. \w+ resumed>/, '') : rest;
    if (call.endsWith('<unfinished ...>')) {
      unfinished.set(thread, call.slice(0, -'<unfinished ...>'.length));
      return [];
    }
    const [, name = '', args = '', result] = /^(\w+)\((.*)\) += (-?\d+)/.exec(call) ?? [];
    if (!args.includes(inFolder) || Number(result) < 0) return [];
    const event = readers.get(name)?.(args);
    if (!event) throw new Error(`A file was changed in an unforeseen way: ${name}`);
    return [event];
  });
}
