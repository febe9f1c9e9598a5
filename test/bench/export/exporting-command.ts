import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { residentMemory } from '../resident-memory.ts';

const main = resolve(import.meta.dirname, '../../../dist/server/main.js');

/** What a command that wrote out an export has taken. */
export interface CommandMeasures {
  seconds: number;
  bytes: number;
  /** The most resident memory it had, in bytes. */
  memory: number;
}

/**
 * Runs `gensvar export` on the database of a folder, and reads what it writes.
 * @param nodeFlags what Node itself is told
 */
export async function runExportCommand(
  folder: string,
  words: string[],
  nodeFlags: string[],
): Promise<CommandMeasures> {
  const start = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, main, 'export', ...words], {
    cwd: folder,
    env: { GENSVAR_DATABASE: join(folder, 'gensvar.db') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  let [bytes, memory, reads] = [0, 0, 0];
  for await (const chunk of child.stdout) {
    bytes += (chunk as Buffer).length;
    reads += 1;
    // The most it has ever had never becomes less: now and then is enough.
    if (reads % 50 === 1) memory = await residentMemory(child.pid, 'most').catch(() => memory);
  }
  const [code] = await exit;
  if (code !== 0) throw new Error(`The command ended with ${code ?? 'a signal'}.`);
  return { seconds: (performance.now() - start) / 1000, bytes, memory };
}
