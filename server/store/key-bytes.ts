/** A UUID as its 16 bytes: half the size of its text in an index. */
export function keyBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
