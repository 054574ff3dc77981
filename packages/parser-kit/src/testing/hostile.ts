/** Files that no parser of text may take, each with a name that says what it is. */
export const notText: Readonly<Record<string, Uint8Array>> = {
  empty: new Uint8Array(0),
  'white space only': Buffer.from(' \r\n\t \n'),
  'zero bytes only': new Uint8Array(4096),
  'ZIP archive': Buffer.concat([
    Buffer.from('504b0304140000000800', 'hex'),
    Buffer.from('0000000000000000000000000000000000000b000000export.xml'),
    randomBytes(600, 1),
  ]),
  'Excel workbook': Buffer.concat([
    Buffer.from('504b0304140006000800', 'hex'),
    Buffer.from('[Content_Types].xml _rels/.rels xl/workbook.xml'),
    randomBytes(600, 2),
  ]),
  'old Excel workbook': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(600, 3)]),
  'gzip file': Buffer.concat([Buffer.from('1f8b0800', 'hex'), randomBytes(600, 4)]),
  PDF: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(600, 5)]),
  picture: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(600, 6)]),
  'web page': Buffer.from('<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body></body></html>'),
  'random bytes': randomBytes(5000, 7),
};

/** Readable text of formats that a parser for schools' exports has no business with. */
export const otherText: Readonly<Record<string, Uint8Array>> = {
  'XML of another kind': Buffer.from('<?xml version="1.0"?>\n<feed xmlns="urn:x"><entry>1</entry></feed>\n'),
  'JSON of another kind': Buffer.from('{"type":"FeatureCollection","features":[]}\n'),
  prose: Buffer.from('Dear colleague,\n\nplease find the export attached.\n'),
};

/** `<!DOCTYPE>` of the billion-laughs attack. */
export const billionLaughs =
  '<!DOCTYPE lolz [<!ENTITY a "lol">' +
  Array.from(
    'bcdefghij',
    (name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i] ?? 'a'};`.repeat(10)}">`,
  ).join('') +
  ']>';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function randomBytes(length: number, seed: number): Uint8Array {
  const next = seeded(seed);
  return Uint8Array.from({ length }, () => Math.floor(next() * 256));
}

const inserts = [
  '<',
  '>',
  '&',
  '"',
  '\0',
  '\r',
  '</',
  '<!--',
  ']]>',
  ',',
  ';',
  '\n',
  '\u00e9',
  '9999999999',
  '-',
  '{',
  ']',
];

/** Bytes with up to eight changes: bytes set at random, spans dropped or doubled, markup put in. */
export function mutate(bytes: Uint8Array, next: () => number): Uint8Array {
  let out = Buffer.from(bytes);
  const changes = 1 + Math.floor(next() * 8);
  for (let i = 0; i < changes; i++) {
    const at = Math.floor(next() * out.length);
    const to = Math.min(out.length, at + Math.floor(next() * next() * 200));
    switch (Math.floor(next() * 4)) {
      case 0:
        if (out.length > 0) out[at] = Math.floor(next() * 256);
        break;
      case 1:
        out = Buffer.concat([out.subarray(0, at), out.subarray(to)]);
        break;
      case 2:
        out = Buffer.concat([out.subarray(0, to), out.subarray(at)]);
        break;
      default: {
        const insert = inserts[Math.floor(next() * inserts.length)] ?? '<';
        out = Buffer.concat([out.subarray(0, at), Buffer.from(insert), out.subarray(at)]);
      }
    }
  }
  return out;
}
