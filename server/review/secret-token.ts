import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 32 random bytes, fit for an address or a cookie. */
export const createToken = (): string => randomBytes(32).toString('base64url');

/**
 * The SHA-256 of a token, which is all that is stored of it. A slow hash would
 * add nothing: 32 random bytes cannot be guessed.
 */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
