import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { answers } from '../contract/response-schema.ts';

const nonceBytes = 12;
const tagBytes = 16;

const stateSchema = z.object({
  id: z.uuidv4(),
  address: z.string(),
  title: z.string().optional(),
  answer: z.enum(answers),
  hasComment: z.boolean(),
  language: z.string(),
  until: z.number(),
});

/** What the receipt page must know. It travels in the receipt's address. */
export type ReceiptState = z.output<typeof stateSchema>;

/** Seals and opens the state of a receipt. */
export interface StateSeal {
  seal: (state: ReceiptState) => string;
  /** Undefined when the text is not ours, was altered, or is too old. */
  open: (text: string, now: Date) => ReceiptState | undefined;
}

/**
 * The receipt's address carries its state, so that a visitor without script and
 * without cookies can go on to the comment. It is encrypted (AES-256-GCM): the
 * visitor's key must not be readable in an address, which logs may keep.
 * @param key 32 random bytes
 */
export function createStateSeal(key: Uint8Array): StateSeal {
  return {
    seal(state) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const text = Buffer.concat([cipher.update(JSON.stringify(state), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
    },
    open(text, now) {
      try {
        const bytes = Buffer.from(text, 'base64url');
        const nonce = bytes.subarray(0, nonceBytes);
        const options = { authTagLength: tagBytes };
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, options);
        decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        const plain = Buffer.concat([
          decipher.update(bytes.subarray(nonceBytes + tagBytes)),
          decipher.final(),
        ]);
        const state = stateSchema.parse(JSON.parse(plain.toString('utf8')));
        return state.until > now.getTime() ? state : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
