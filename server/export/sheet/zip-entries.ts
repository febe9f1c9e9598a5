import { pipeline } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';

/** A file in an archive, written while the archive is. */
export interface ZipEntry {
  path: string;
  content: AsyncIterable<Buffer> | Iterable<Buffer>;
}

/** What the directory at the end says of an entry. */
interface Written {
  name: Buffer;
  checksum: number;
  packed: number;
  plain: number;
  offset: number;
}

/** Sizes that 32 bits cannot tell would need the 64-bit form, which not all programs read. */
const mostBytes = 0xffff_ffff;

/** Packed, with sizes after the content, names in UTF-8; the date is the format's first day. */
const versionNeeded = 20;
const flags = 0x0808;
const deflate = 8;
const firstDay = 0x0021;

/**
 * An archive (ZIP, APPNOTE 6.3) as bytes. It is packed on another thread, and as fast as it
 * is read: nothing of it is kept but one line for each entry.
 * @throws when an entry or the archive is larger than 4 GiB
 */
export async function* zipEntries(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer, void> {
  const directory: Written[] = [];
  let offset = 0;
  for await (const { path, content } of entries) {
    const entry = { name: Buffer.from(path), checksum: 0, packed: 0, plain: 0, offset };
    const head = headOf(entry);
    yield head;
    for await (const chunk of pack(content, entry)) {
      entry.packed += chunk.length;
      yield chunk;
    }
    const tail = tailOf(entry);
    yield tail;
    offset += head.length + entry.packed + tail.length;
    if (Math.max(entry.plain, offset) > mostBytes) throw new Error('The workbook is too large.');
    directory.push(entry);
  }
  yield directoryOf(directory, offset);
}

async function* pack(content: ZipEntry['content'], entry: Written): AsyncGenerator<Buffer, void> {
  async function* counted() {
    for await (const chunk of content) {
      entry.checksum = crc32(chunk, entry.checksum);
      entry.plain += chunk.length;
      yield chunk;
    }
  }
  const packer = createDeflateRaw({ level: constants.Z_BEST_SPEED });
  // A fault of the content comes out of the packer, and who stops reading stops the content.
  pipeline(counted(), packer, () => {});
  for await (const chunk of packer) yield chunk as Buffer;
}

/** Numbers of 2 or 4 bytes, the lowest byte first. */
function numbers(...values: [number, 2 | 4][]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [, size]) => sum + size, 0));
  let place = 0;
  for (const [value, size] of values) place = buffer.writeUIntLE(value, place, size);
  return buffer;
}

const sizesOf = ({ checksum, packed, plain }: Written): [number, 4][] => [
  [checksum, 4],
  [packed, 4],
  [plain, 4],
];

/** The sizes are not known yet, and told afterwards. */
const headOf = ({ name }: Written): Buffer =>
  Buffer.concat([
    numbers([0x04034b50, 4], [versionNeeded, 2], [flags, 2], [deflate, 2], [0, 2], [firstDay, 2]),
    numbers([0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]),
    name,
  ]);

const tailOf = (entry: Written): Buffer => numbers([0x08074b50, 4], ...sizesOf(entry));

function directoryOf(entries: Written[], offset: number): Buffer {
  const lines = Buffer.concat(
    entries.flatMap((entry) => [
      numbers([0x02014b50, 4], [versionNeeded, 2], [versionNeeded, 2], [flags, 2], [deflate, 2]),
      numbers([0, 2], [firstDay, 2], ...sizesOf(entry), [entry.name.length, 2], [0, 2], [0, 2]),
      numbers([0, 2], [0, 2], [0, 4], [entry.offset, 4]),
      entry.name,
    ]),
  );
  const count = entries.length;
  return Buffer.concat([
    lines,
    numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2]),
    numbers([lines.length, 4], [offset, 4], [0, 2]),
  ]);
}
