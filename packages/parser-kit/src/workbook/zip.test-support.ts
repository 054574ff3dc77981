import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** Stored, not deflated. */
  readonly stored?: boolean;
  /** Bits of the general purpose flag. */
  readonly flags?: number;
  /** Overrides what the directory says. */
  readonly crc?: number;
  readonly size?: number;
}

/** A ZIP archive written by hand, independent of the reader's library. */
export function makeZip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const data = Buffer.from(file.data as Uint8Array);
    const packed = file.stored === true ? data : deflateRawSync(data);
    const name = Buffer.from(file.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(file.flags ?? 0, 2);
    fields.writeUInt16LE(file.stored === true ? 0 : 8, 4);
    fields.writeUInt32LE(file.crc ?? crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(file.size ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('504b0304', 'hex'), fields, name, packed);
    const entry = Buffer.alloc(46);
    entry.write('504b01021400', 0, 'hex');
    fields.copy(entry, 6, 0, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
