import { createCipheriv, createDecipheriv } from 'node:crypto';

/** What an id may name. The kind is sealed in: a page's id is never taken for a comment's. */
const kinds = { page: 1, comment: 2 } as const;

/** Names of rows for the outside: keys of the database tell how much other sites are used. */
export interface OpaqueIds {
  /** @returns 32 hexadecimal digits, the same for the same row each time */
  seal: (kind: keyof typeof kinds, key: number) => string;
  /** The key of the row; undefined when the id was not made here for this kind. */
  open: (kind: keyof typeof kinds, id: string) => number | undefined;
}

/**
 * Turns keys into ids and back by one block of AES, so that nothing needs storing.
 * @param secret 32 random bytes of this installation
 */
export function createOpaqueIds(secret: Uint8Array): OpaqueIds {
  // One block that never repeats for two rows: the plain block mode is what is wanted here.
  const algorithm = 'aes-256-ecb';
  return {
    seal(kind, key) {
      const block = Buffer.alloc(16);
      block.writeUInt8(kinds[kind], 0);
      block.writeBigUInt64BE(BigInt(key), 8);
      const cipher = createCipheriv(algorithm, secret, null).setAutoPadding(false);
      return Buffer.concat([cipher.update(block), cipher.final()]).toString('hex');
    },
    open(kind, id) {
      if (!/^[0-9a-f]{32}$/.test(id)) return undefined;
      const decipher = createDecipheriv(algorithm, secret, null).setAutoPadding(false);
      const block = Buffer.concat([decipher.update(Buffer.from(id, 'hex')), decipher.final()]);
      const start = Buffer.alloc(8);
      start.writeUInt8(kinds[kind], 0);
      if (!block.subarray(0, 8).equals(start)) return undefined;
      const key = block.readBigUInt64BE(8);
      return key <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(key) : undefined;
    },
  };
}
