import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const lineSchema = z.union([
  z.object({ time: z.number(), said: z.string() }),
  z.object({ time: z.number(), stopped: z.literal(true) }),
]);

/** Something Orca did with its voice, and when, in milliseconds since 1970. */
export type SpeechEvent = z.output<typeof lineSchema>;

/** What Orca has said since it started. */
export interface SpeechFile {
  path: string;
  /** Everything up to now. */
  read: () => SpeechEvent[];
}

export const createSpeechFile = (path: string): SpeechFile => ({
  path,
  read() {
    if (!existsSync(path)) return [];
    // What follows the last line's end is still being written.
    const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => lineSchema.parse(JSON.parse(line)));
  },
});
