/** Rows gathered as bytes, to be sent in parts. */
export interface ByteRows {
  add: (text: string) => void;
  /** Whether there is enough for a part. */
  isFull: () => boolean;
  /** What has been added since the last time; empty when nothing was. */
  take: () => Buffer;
}

/** How many bytes make a part: fewer cost more turns, more cost memory. */
const enough = 32 * 1024;

/** A sign of a text, as JavaScript counts them, takes no more bytes. */
const mostBytes = 3;

/**
 * Gathers rows as bytes at once. Kept as text until a part is whole, they would live so long
 * that they end among the objects that are seldom cleared away.
 */
export function createByteRows(): ByteRows {
  let bytes = Buffer.allocUnsafeSlow(2 * enough);
  let length = 0;

  return {
    add(text) {
      const wanted = length + text.length * mostBytes;
      if (wanted > bytes.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(wanted, 2 * bytes.length));
        bytes.copy(larger, 0, 0, length);
        bytes = larger;
      }
      length += bytes.write(text, length);
    },
    isFull: () => length >= enough,
    take() {
      // A copy: the bytes are written anew while the part is on its way.
      const part = Buffer.from(bytes.subarray(0, length));
      length = 0;
      return part;
    },
  };
}
