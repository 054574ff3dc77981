import { expect } from 'vitest';
import { detectEncoding } from '../encoding.js';
import { decodeHead } from '../foreign-input.js';
import { isRecord, type Item } from '../item.js';
import type { ParseOptions } from '../parser.js';
import { forEachSample, type CheckContext, type ParserCheck } from './check.js';
import { billionLaughs } from './hostile.js';
import { parseAll, unreadable } from './parse.js';

const declaration = /^<\?xml[^>]*\?>/;

/** What holds for samples that are XML; others are passed over. */
export function xmlChecks<O extends ParseOptions>(context: CheckContext<O>): ParserCheck[] {
  const { parser, options } = context;

  const forEachXml = (name: string, run: (text: string, bytes: Uint8Array, name: string) => Promise<void>) =>
    forEachSample(context, name, async (sample) => {
      const text = decodeHead(sample.bytes);
      if (text.trimStart().startsWith('<')) await run(text, sample.bytes, sample.name);
    });

  return [
    forEachXml('XML: reads the same in every encoding', async (text, bytes, name) => {
      const expected = comparable((await parseAll(parser, bytes, options, name)).items);
      const body = text.replace(declaration, '');
      const encodings: Record<string, Uint8Array> = {
        'UTF-8 with a byte order mark': Buffer.from(`\ufeff<?xml version="1.0"?>${body}`),
        'UTF-8 undeclared': Buffer.from(`<?xml version="1.0"?>${body}`),
        'UTF-16LE': Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${body}`, 'utf16le'),
        'UTF-16BE': Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${body}`, 'utf16le').swap16(),
        'UTF-16 unmarked': Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${body}`, 'utf16le'),
        'UTF-8 that declares UTF-16': Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${body}`),
        'Windows-1252': Buffer.from(`<?xml version="1.0" encoding="Windows-1252"?>${body}`, 'latin1'),
      };
      for (const [encoding, encoded] of Object.entries(encodings)) {
        // Latin-1 can't hold every sample.
        if (encoding === 'Windows-1252' && /[^\0-\x7f\xa0-\xff]/.test(body)) continue;
        const { items } = await parseAll(parser, encoded, options, name);
        expect(comparable(items), encoding).toEqual(expected);
      }
    }),
    forEachXml('XML: refuses bytes that are not of the declared encoding', async (text, bytes) => {
      if (detectEncoding(bytes).encoding !== 'utf-8') return;
      const letter = /<\/[^<>]+>\s*<[^<>/]+>[A-Za-z]/.exec(text);
      if (letter === null) return;
      const at = Buffer.byteLength(text.slice(0, letter.index + letter[0].length - 1));
      const mixed = Buffer.from(text);
      mixed[at] = 0xe9;
      const error = await unreadable(parser, mixed, options);
      expect(error?.code).toBe('encoding-mismatch');
      expect(error?.place.line).toBe(
        text.slice(0, letter.index + letter[0].length - 1).split(/\r\n|\r|\n/).length,
      );
      // With the encoding given, the same file is read.
      await parseAll(parser, mixed, { ...options, encoding: 'windows-1252' });
    }),
    forEachXml('XML: refuses a DOCTYPE and expands nothing', async (text) => {
      const head = declaration.exec(text)?.[0] ?? '';
      const laughing = `${head}${billionLaughs}${text.slice(head.length).replace(/>[A-Za-z]/, '>&j;')}`;
      expect((await unreadable(parser, Buffer.from(laughing), options))?.code).toBe('xml-doctype');
    }),
    forEachXml('XML: reads the same with CRLF and with LF', async (text, bytes, name) => {
      if (detectEncoding(bytes).encoding !== 'utf-8') return;
      const lines = text.replace(/\r\n?/g, '\n');
      const expected = await parseAll(parser, Buffer.from(lines), options, name);
      const found = await parseAll(parser, Buffer.from(lines.replaceAll('\n', '\r\n')), options, name);
      expect(comparable(found.items)).toEqual(comparable(expected.items));
    }),
  ];
}

/** Items without what another encoding changes: the file's bytes, and columns behind a longer declaration. */
function comparable(items: readonly Item[]): unknown[] {
  return items.map((item) => {
    if (!isRecord(item)) return { ...item, place: withoutFirstColumn(item.place) };
    return { ...item, provenance: { place: withoutFirstColumn(item.provenance.place) } };
  });
}

function withoutFirstColumn<P extends { line?: number | undefined; column?: number | undefined }>(
  place: P,
): P {
  return place.line === 1 ? { ...place, column: undefined } : place;
}
