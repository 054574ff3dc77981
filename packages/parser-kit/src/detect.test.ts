import { describe, expect, it } from 'vitest';
import { detectParser, detectParsers, makeHead, readHead } from './detect.js';
import { foreignInput, refuseForeign } from './foreign-input.js';
import type { Parser } from './parser.js';
import { openSource } from './source-open.js';
import { notText, otherText } from './testing/hostile.js';
import { ChunkStream } from './testing/sample.js';

function parser(id: string, confidence: number | undefined): Parser {
  return {
    id,
    supplier: 'x',
    title: id,
    detect: () => (confidence === undefined ? undefined : { confidence, reason: id }),
    parse: () => {
      throw new Error('not parsed here');
    },
  };
}

describe('foreignInput', () => {
  const expected = {
    empty: 'empty-file',
    'white space only': 'empty-file',
    'zero bytes only': 'file-of-zeros',
    'ZIP archive': 'zip-file',
    'Excel workbook': 'xlsx-file',
    'old Excel workbook': 'xls-file',
    'gzip file': 'gzip-file',
    PDF: 'pdf-file',
    picture: 'image-file',
    'web page': 'html-page',
    'random bytes': 'binary-file',
  };

  it.each(Object.entries(expected))('knows %s for %s', (name, code) => {
    expect(foreignInput(notText[name]!)).toBe(code);
    expect(() => refuseForeign(notText[name]!)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    [
      'an XHTML page',
      Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="x"><head/></html>'),
      'html-page',
    ],
    ['a page in UTF-16', Buffer.from('\ufeff<!doctype html><p>', 'utf16le'), 'html-page'],
    ['a Word document', Buffer.from('PK\u0003\u0004 [Content_Types].xml word/document.xml'), 'office-file'],
    ['white space in UTF-16', Buffer.from('\ufeff \r\n', 'utf16le'), 'empty-file'],
    ['a mark alone', Buffer.from('\ufeff'), 'empty-file'],
    ['RTF', Buffer.from('{\\rtf1 text}'), 'rtf-file'],
    ['a RAR archive', Buffer.from('Rar!\u001a\u0007\u0000'), 'archive-file'],
  ])('knows %s', (_, bytes, code) => {
    expect(foreignInput(bytes)).toBe(code);
  });

  it.each([
    ...Object.entries(otherText),
    ['Windows-1252', Buffer.from('Zo\xeb,O\x92Brien', 'latin1')] as const,
    ['UTF-16', Buffer.from('<a>Zoë</a>', 'utf16le')] as const,
    ['one letter', Buffer.from('x')] as const,
    ['XML with a stray control character', Buffer.from(`<a>\u0001${'x'.repeat(50)}</a>`)] as const,
    [
      'an encoding that is not read',
      Buffer.from('<?xml version="1.0" encoding="x-mac"?><a>caf\x8e</a>', 'latin1'),
    ] as const,
  ])('lets %s pass', (_, bytes) => {
    expect(foreignInput(bytes)).toBeUndefined();
  });
});

describe('readHead', () => {
  it('gives bytes, text and name, and leaves the stream whole', async () => {
    const bytes = Buffer.from('\ufeffUPN,Zoë\n'.repeat(20_000));
    const source = await openSource(new ChunkStream(bytes, 1000), { name: 'a/b.csv' });
    const head = await readHead(source);
    expect(head.bytes.length).toBe(65_536);
    expect(head.text.startsWith('UPN,Zoë\n')).toBe(true);
    expect(head.name).toBe('b.csv');
    let length = 0;
    for await (const chunk of source.stream()) length += chunk.length;
    expect(length).toBe(bytes.length);
  });

  it('gives no text for what is none', () => {
    expect(makeHead(notText['ZIP archive']!, 'export.xml').text).toBe('');
  });

  it('reads Windows-1252 when it is not UTF-8', () => {
    expect(makeHead(Buffer.from('Zo\xeb,', 'latin1')).text).toBe('Zoë,');
  });
});

describe('detectParsers', () => {
  const head = makeHead(Buffer.from('UPN'));

  it('gives the surest first, equals in order', async () => {
    const parsers = [
      parser('a', 0.5),
      parser('b', undefined),
      parser('c', 0.9),
      parser('d', 0.5),
      parser('e', 0),
    ];
    const found = await detectParsers(head, parsers);
    expect(found.map((each) => each.parser.id)).toEqual(['c', 'a', 'd']);
    expect(found[0]).toMatchObject({ confidence: 0.9, reason: 'c' });
    expect((await detectParser(head, parsers)).parser.id).toBe('c');
  });

  it('takes a source', async () => {
    expect((await detectParser(await openSource(Buffer.from('x')), [parser('a', 1)])).parser.id).toBe('a');
  });

  it('says what the file is when no parser takes it', async () => {
    const none = [parser('a', undefined)];
    await expect(detectParsers(head, none)).rejects.toMatchObject({
      code: 'format-unknown',
      help: expect.stringContaining('a'),
    });
    const zip = makeHead(notText['ZIP archive']!, 'export.xml');
    await expect(detectParsers(zip, none)).rejects.toMatchObject({ code: 'zip-file' });
  });

  it('lets a parser take a workbook, which is binary', async () => {
    const workbook = makeHead(notText['Excel workbook']!);
    expect(await detectParsers(workbook, [parser('sheet', 0.8)])).toHaveLength(1);
  });
});
