import { readFile } from 'node:fs/promises';
import { runGensvar, startGensvar } from '../../support/gensvar-process.ts';
import { packageFlags } from '../package-flags.ts';
import { residentMemory } from '../resident-memory.ts';
import { answeredOrigins } from './answers.ts';
import type { TargetProcess } from './target-process.ts';

/** Linux counts processor time in hundredths of a second. */
const tick = 10;

/**
 * Starts the service as operators do: from its bundle, with what package.json tells Node.
 * @param folder where it is started
 * @param environment its settings, with a new database
 */
export async function startBundledService(
  folder: string,
  environment: Record<string, string>,
): Promise<TargetProcess> {
  const settings = { folder, environment: { ...environment, PORT: '0' } };
  const origins = answeredOrigins.flatMap((origin) => ['--origin', origin]);
  const words = ['site', 'add', 'bench', '--name', 'Bench', '--fold-www', ...origins];
  const { code, errors } = await runGensvar(words, settings);
  // In a database that is given, another service may have added it.
  if (code !== 0 && !errors.includes('is taken by another site')) throw new Error(errors);
  const child = startGensvar(['serve'], { ...settings, nodeFlags: packageFlags() });
  const { API = '' } = await child.ready();
  return {
    port: Number(new URL(API).port),
    processorTime: () => processorTime(child.pid),
    memory: () => residentMemory(child.pid, 'now'),
    async end() {
      child.kill();
      await child.ended();
    },
  };
}

/** All threads together, in milliseconds. */
async function processorTime(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid ?? 0}/stat`, 'utf8');
  // The name, which stands in brackets, may hold spaces; user and system time come twelfth after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tick;
}
