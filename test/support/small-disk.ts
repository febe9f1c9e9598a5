import { execFileSync } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTemporaryFolder } from './temporary-folder.ts';

/** A file system of its own, so small that it can be filled. */
export interface SmallDisk {
  /** Its folder. */
  path: string;
  /** Takes all the space that is left. */
  fill: () => Promise<void>;
  /** Gives the space back. */
  empty: () => Promise<void>;
  remove: () => Promise<void>;
}

/** Why there is none here: only the administrator of a machine may mount; false when there is. */
export const noSmallDisk = process.getuid?.() === 0 ? false : 'only root may mount a file system';

/** @param size in kibibytes */
export async function createSmallDisk(size: number): Promise<SmallDisk> {
  const folder = await createTemporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', folder.path]);
  const filler = join(folder.path, 'filler');
  return {
    path: folder.path,
    async fill() {
      const file = await open(filler, 'a');
      try {
        for (;;) await file.write(Buffer.alloc(4096));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        await file.close();
      }
    },
    empty: () => rm(filler),
    async remove() {
      execFileSync('umount', [folder.path]);
      await folder.remove();
    },
  };
}
