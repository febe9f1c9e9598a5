import { createHash } from 'node:crypto';

/**
 * Marks what an editor saw, so that a form can tell whether it is still so. It says nothing
 * of the words themselves to those who have not got them.
 */
export const textMark = (...parts: (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
