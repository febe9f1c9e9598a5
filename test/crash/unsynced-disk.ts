import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { DiskEvent } from './disk-log.ts';

/** What a disk writes whole or not at all, in bytes. */
const sector = 512;

/** What becomes of that which was written, but not yet synced, when the power goes. */
const fates = ['all is lost', 'some sectors are lost', 'the last is lost'] as const;
type Fate = (typeof fates)[number];

/** A file with what is on the disk for certain, and what may or may not be. */
interface DiskFile {
  content: Buffer;
  pending: Exclude<DiskEvent, { kind: 'sync' | 'remove' }>[];
  /** Whether the folder has been synced since the file was made: only then has it a name. */
  isNamed: boolean;
}

/** Files of a folder as they are on the disk beneath the system's cache. */
export interface UnsyncedDisk {
  /** Follows what a process did, then takes the power away: only the disk is left. */
  cutPower: (events: DiskEvent[], random: SeededRandom) => Promise<void>;
}

/**
 * Puts a folder on a disk whose power can be cut. By the rules of POSIX, which promise
 * less than common file systems keep: what was not synced may be there or not, sector by
 * sector, in any order; a new file has its name when its folder was synced.
 */
export async function createUnsyncedDisk(folder: string): Promise<UnsyncedDisk> {
  const files = new Map<string, DiskFile>();
  for (const name of await readdir(folder)) {
    const content = await readFile(join(folder, name));
    files.set(join(folder, name), { content, pending: [], isNamed: true });
  }
  /** Removed, but there again after a loss of power until the folder is synced. */
  const removed = new Map<string, DiskFile>();

  function fileAt(path: string): DiskFile {
    const file = files.get(path) ?? { content: Buffer.alloc(0), pending: [], isNamed: false };
    files.set(path, file);
    return file;
  }

  function follow(event: DiskEvent) {
    const { kind, path } = event;
    if (kind === 'remove') {
      const file = files.get(path);
      if (file?.isNamed) removed.set(path, file);
      files.delete(path);
    } else if (kind !== 'sync') {
      fileAt(path).pending.push(event);
    } else if (path === folder) {
      removed.clear();
      for (const [at, file] of files) file.isNamed ||= dirname(at) === folder;
    } else {
      const file = fileAt(path);
      file.content = applyAll(file.content, file.pending);
      file.pending = [];
    }
  }

  function lose(random: SeededRandom) {
    const fate = random.pick(fates);
    for (const [path, file] of removed) if (!files.get(path)?.isNamed) files.set(path, file);
    removed.clear();
    for (const [path, file] of files) {
      file.content = applyAll(file.content, survivors(file.pending, fate, random));
      file.pending = [];
      if (!file.isNamed) files.delete(path);
    }
  }

  return {
    async cutPower(events, random) {
      // Shared memory of running processes has never been on a disk.
      const isOnDisk = ({ path }: DiskEvent) => !path.endsWith('-shm');
      events.filter(isOnDisk).forEach(follow);
      lose(random);
      await rm(folder, { recursive: true });
      await mkdir(folder);
      for (const [path, { content }] of files) await writeFile(path, content);
    },
  };
}

type Pending = DiskFile['pending'];

function survivors(pending: Pending, fate: Fate, random: SeededRandom): Pending {
  if (fate === 'all is lost') return [];
  if (fate === 'the last is lost') return pending.slice(0, random.below(pending.length + 1));
  return pending.flatMap(inSectors).filter(() => random.chance(0.5));
}

function inSectors(event: Pending[number]): Pending {
  if (event.kind === 'truncate') return [event];
  const { bytes, offset } = event;
  const parts: Pending = [];
  for (let start = 0; start < bytes.length;) {
    const end = start + sector - ((offset + start) % sector);
    parts.push({ ...event, offset: offset + start, bytes: bytes.subarray(start, end) });
    start = end;
  }
  return parts;
}

function applyAll(content: Buffer, events: Pending): Buffer {
  const endOf = (event: Pending[number]) =>
    event.kind === 'truncate' ? event.size : event.offset + event.bytes.length;
  const changed = Buffer.alloc(Math.max(content.length, ...events.map(endOf)));
  content.copy(changed);
  let size = content.length;
  for (const event of events) {
    const end = endOf(event);
    if (event.kind === 'write') changed.set(event.bytes, event.offset);
    else changed.fill(0, end);
    size = event.kind === 'write' ? Math.max(size, end) : end;
  }
  return changed.subarray(0, size);
}
