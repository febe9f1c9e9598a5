import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';

const nonceBytes = 12;
const tagBytes = 16;

/** The most characters a browser surely keeps in a cookie, with room for its name. */
const longest = 3800;

export interface SealedCookieOptions<T> {
  name: string;
  secure: boolean;
  /** How long it can be opened, in seconds. */
  validity: number;
  content: z.ZodType<T>;
  /** 32 random bytes. */
  key: () => Promise<Uint8Array>;
}

/** What the browser keeps for the service and can neither read nor change. */
export interface SealedCookie<T> {
  /** @returns false when it is too long for a cookie: then the browser keeps nothing */
  set(c: Context, content: T, now: Date): Promise<boolean>;
  /** Undefined when there is none, it was altered or is too old. */
  get(c: Context, now: Date): Promise<T | undefined>;
  remove(c: Context): void;
}

/** A cookie encrypted with AES-256-GCM, so that no process needs to remember its content. */
export function createSealedCookie<T>(options: SealedCookieOptions<T>): SealedCookie<T> {
  const { name, secure, validity, key } = options;
  const schema = z.object({ until: z.number(), content: options.content });
  // Its name is sealed in: one kind of cookie cannot be passed off as another.
  const purpose = Buffer.from(name);

  return {
    async set(c, content, now) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', await key(), nonce).setAAD(purpose);
      const plain = JSON.stringify({ until: now.getTime() + validity * 1000, content });
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const value = Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
      if (value.length > longest) return false;
      const common = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
      setCookie(c, name, value, { ...common, maxAge: validity });
      return true;
    },
    async get(c, now) {
      const value = getCookie(c, name);
      if (!value) return undefined;
      try {
        const bytes = Buffer.from(value, 'base64url');
        const decipher = createDecipheriv(
          'aes-256-gcm',
          await key(),
          bytes.subarray(0, nonceBytes),
          { authTagLength: tagBytes },
        );
        decipher.setAAD(purpose);
        decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        const plain = Buffer.concat([
          decipher.update(bytes.subarray(nonceBytes + tagBytes)),
          decipher.final(),
        ]);
        const { until, content } = schema.parse(JSON.parse(plain.toString('utf8')));
        return until > now.getTime() ? content : undefined;
      } catch {
        return undefined;
      }
    },
    remove(c) {
      deleteCookie(c, name, { path: '/', secure });
    },
  };
}
