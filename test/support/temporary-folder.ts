import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a test's own. */
export interface TemporaryFolder {
  path: string;
  remove: () => Promise<void>;
}

/** Makes an empty folder among the system's temporary files. */
export async function createTemporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'gensvar-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
