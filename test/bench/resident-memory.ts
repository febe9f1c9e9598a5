import { readFile } from 'node:fs/promises';

/** How Linux names them. */
const names = { now: 'VmRSS', most: 'VmHWM' };

/**
 * How much memory a process has now, or has had at the most since it was started, in bytes.
 * @throws when it runs no more, or not on Linux
 */
export async function residentMemory(
  pid: number | undefined,
  when: keyof typeof names,
): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8');
  const [, kibibytes] = new RegExp(`^${names[when]}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
  if (kibibytes === undefined) throw new Error('The process has ended.');
  return Number(kibibytes) * 1024;
}
