import { constants, inflateRawSync } from 'node:zlib';

/** What can be had of an archive's part from the file's first bytes. */
export interface SniffedPart {
  /** As it stands in the local header. */
  readonly name: string;
  /** Unpacked, as far as it lies in the head. */
  readonly bytes: Buffer;
  readonly complete: boolean;
}

const localHeader = 0x04034b50;
const dataDescriptor = 0x08074b50;
const hasDescriptor = 0x08;
const isEncrypted = 0x01;
const headerLength = 30;
/** All that the parts of a head may unpack to. */
const mostUnpacked = 24 * 1024 * 1024;
const mostParts = 200;

/**
 * The parts that begin in a head, in order, each unpacked as far as it is there. Detection sees the first bytes of
 * a file only, and a ZIP archive's directory is at its end; local headers name the parts too.
 */
export function sniffZip(head: Uint8Array): SniffedPart[] {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const parts: SniffedPart[] = [];
  let budget = mostUnpacked;
  let at = 0;
  while (
    parts.length < mostParts &&
    at + headerLength <= bytes.length &&
    bytes.readUInt32LE(at) === localHeader
  ) {
    const flags = bytes.readUInt16LE(at + 6);
    const method = bytes.readUInt16LE(at + 8);
    const declaredLength = bytes.readUInt32LE(at + 18);
    const nameEnd = at + headerLength + bytes.readUInt16LE(at + 26);
    const start = nameEnd + bytes.readUInt16LE(at + 28);
    if (start > bytes.length || (flags & isEncrypted) !== 0) break;
    const name = bytes.toString('utf8', at + headerLength, nameEnd).replaceAll('\\', '/');
    const streamed = (flags & hasDescriptor) !== 0 && declaredLength === 0;
    const end = streamed ? undefined : start + declaredLength;
    const part = unpack(bytes.subarray(start, end), method, budget);
    if (part === undefined) break;
    budget -= part.bytes.length;
    const complete = end === undefined ? part.ended : end <= bytes.length;
    parts.push({ name, bytes: part.bytes, complete });
    if (!complete) break;
    at = end ?? behindDescriptor(bytes, start + part.used);
  }
  return parts;
}

interface Unpacked {
  readonly bytes: Buffer;
  /** Packed bytes up to the end of the part. */
  readonly used: number;
  readonly ended: boolean;
}

function unpack(packed: Buffer, method: number, budget: number): Unpacked | undefined {
  if (method === 0) return { bytes: packed, used: packed.length, ended: false };
  if (method !== 8) return undefined;
  try {
    // `info` gives the engine too, which knows where the part ended; the types don't say so.
    const { buffer, engine } = inflateRawSync(packed, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: Math.max(budget, 1),
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    const used = engine.bytesWritten;
    return { bytes: buffer, used, ended: used < packed.length };
  } catch {
    return undefined;
  }
}

/** A part of unknown length has its length behind it, with or without a signature, in 4 or 8 bytes. */
function behindDescriptor(bytes: Buffer, at: number): number {
  for (const length of [16, 12, 24, 20]) {
    const next = at + length;
    if (next + 4 > bytes.length || bytes.readUInt32LE(next) !== localHeader) continue;
    if (length % 8 !== 0 || bytes.readUInt32LE(at) === dataDescriptor) return next;
  }
  return bytes.length;
}
