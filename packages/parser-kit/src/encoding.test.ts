import { describe, expect, it } from 'vitest';
import { Decoder, MalformedTextError, detectEncoding, guessEncoding, type Encoding } from './encoding.js';

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('detectEncoding', () => {
  it.each([
    ['a mark of UTF-8', Buffer.from('\ufeff<a/>'), { encoding: 'utf-8', bom: 3, by: 'bom' }],
    ['a mark of UTF-16LE', Buffer.from('\ufeff<a/>', 'utf16le'), { encoding: 'utf-16le', bom: 2, by: 'bom' }],
    ['a mark of UTF-16BE', utf16be('\ufeff<a/>'), { encoding: 'utf-16be', bom: 2, by: 'bom' }],
    [
      'zero bytes on the right',
      Buffer.from('<a>Zoë</a>', 'utf16le'),
      { encoding: 'utf-16le', bom: 0, by: 'pattern' },
    ],
    ['zero bytes on the left', utf16be('UPN,Surname'), { encoding: 'utf-16be', bom: 0, by: 'pattern' }],
    ['nothing', Buffer.from('UPN,Surname'), { encoding: 'utf-8', bom: 0, by: 'default' }],
    ['an empty file', Buffer.alloc(0), { encoding: 'utf-8', bom: 0, by: 'default' }],
  ])('goes by %s', (_, head, expected) => {
    expect(detectEncoding(head)).toEqual(expected);
  });

  it.each([
    ['UTF-8', 'utf-8'],
    ['utf8', 'utf-8'],
    ['US-ASCII', 'utf-8'],
    ['windows-1252', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    // .NET programs save a string that says UTF-16 as UTF-8; the bytes prove it.
    ['utf-16', 'utf-8'],
    ['Unicode', 'utf-8'],
  ])('goes by a declaration of %s', (declared, encoding) => {
    const head = Buffer.from(`<?xml version="1.0" encoding='${declared}' ?><a/>`);
    expect(detectEncoding(head)).toEqual({
      encoding,
      bom: 0,
      by: 'declaration',
      declared: declared.toLowerCase(),
    });
  });

  it('believes the mark and the zero bytes before the declaration', () => {
    const text = '<?xml version="1.0" encoding="windows-1252"?><a/>';
    expect(detectEncoding(Buffer.from(`\ufeff${text}`)).encoding).toBe('utf-8');
    expect(detectEncoding(Buffer.from(text, 'utf16le'))).toEqual({
      encoding: 'utf-16le',
      bom: 0,
      by: 'pattern',
      declared: 'windows-1252',
    });
  });

  it('takes the encoding that the caller gives', () => {
    const head = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-8"?><a/>');
    expect(detectEncoding(head, 'windows-1252')).toMatchObject({
      encoding: 'windows-1252',
      bom: 0,
      by: 'option',
    });
    expect(detectEncoding(head, 'utf-8')).toMatchObject({ bom: 3, by: 'option', declared: 'utf-8' });
  });

  it('refuses encodings that are not read', () => {
    const head = Buffer.from('<?xml version="1.0" encoding="EBCDIC-CP-FR"?><a/>');
    expect(() => detectEncoding(head)).toThrow(expect.objectContaining({ code: 'encoding-unsupported' }));
    expect(guessEncoding(head)).toBeUndefined();
  });
});

describe('Decoder', () => {
  const text = 'Zoë Ó Briain, 5 € – “Oak” \u{1F600}';
  const latin = 'Zoë Ó Briain, 5 € – “Oak” Žižek…';

  const encoded: [Encoding, string, Uint8Array][] = [
    ['utf-8', text, Buffer.from(text)],
    ['utf-16le', text, Buffer.from(text, 'utf16le')],
    ['utf-16be', text, utf16be(text)],
    [
      'windows-1252',
      latin,
      Buffer.from(
        '5a6feb20d320427269 61696e2c2035208020962093 4f616b94208e697e656b85'
          .replaceAll(' ', '')
          .replace('7e', '9e'),
        'hex',
      ),
    ],
  ];

  it.each(encoded)('reads %s cut at any byte', (encoding, expected, bytes) => {
    for (let at = 0; at <= bytes.length; at++) {
      const decoder = new Decoder(encoding);
      expect(decoder.decode(bytes.subarray(0, at)) + decoder.decode(bytes.subarray(at))).toBe(expected);
      expect(decoder.isInsideCharacter).toBe(false);
    }
    const decoder = new Decoder(encoding);
    let byByte = '';
    for (const byte of bytes) byByte += decoder.decode(Uint8Array.of(byte));
    expect(byByte).toBe(expected);
  });

  it.each<[string, Encoding, string, string]>([
    ['Windows-1252', 'utf-8', '61e962', 'a'],
    ['a lone continuation', 'utf-8', '616280', 'ab'],
    ['an overlong form', 'utf-8', 'c3a9c0af', 'é'],
    ['a surrogate', 'utf-8', '61eda080', 'a'],
    ['beyond Unicode', 'utf-8', '61f4908080', 'a'],
    ['a sequence that breaks off', 'utf-8', '61e28261', 'a'],
    ['a lone low surrogate', 'utf-16le', '610000dc6200', 'a'],
    ['a high surrogate without its half', 'utf-16le', '610000d86200', 'a'],
    ['a high surrogate without its half', 'utf-16be', '0061d8000062', 'a'],
  ])('refuses %s in %s and keeps what stands before', (_, encoding, hex, valid) => {
    const decode = () => new Decoder(encoding).decode(Buffer.from(hex, 'hex'));
    expect(decode).toThrow(MalformedTextError);
    expect(decode).toThrow(expect.objectContaining({ valid }));
    expect(new Decoder(encoding).decode(Buffer.from(hex, 'hex'), { tolerant: true })).toContain(valid);
  });

  it('knows when the end cuts a character', () => {
    for (const [encoding, hex] of [
      ['utf-8', '61f09f98'],
      ['utf-16le', '610062'],
      ['utf-16le', '61003dd8'],
    ] as const) {
      const decoder = new Decoder(encoding);
      expect(decoder.decode(Buffer.from(hex, 'hex'))).toBe('a');
      expect(decoder.isInsideCharacter).toBe(true);
    }
  });
});
