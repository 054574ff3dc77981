import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { root, verdict } from './scan-text.test-support.js';
import { sniffXmlRoot } from './sniff.js';

describe('a DOCTYPE that may stand there', () => {
  it.each([
    ['<!DOCTYPE NCCIS2019>\n<a>x</a>', '1:1'],
    [
      '<?xml version="1.0"?>\n  <!DOCTYPE a SYSTEM "http://example.invalid/a>b.dtd">\n<!-- c --><a>x</a>',
      '2:3',
    ],
    [`<!DOCTYPE a PUBLIC '-//X//[Y' "z"\n><a>x</a>`, '1:1'],
  ])('is passed over: %j', (text, place) => {
    for (const pieces of [text.length, 1, 7]) {
      const met: string[] = [];
      const onDoctype = ({ line, column }: { line: number; column: number }) => met.push(`${line}:${column}`);
      expect(root(text, { onDoctype, pieces }).text).toBe('x');
      expect(met).toEqual([place]);
    }
  });

  it('leaves lines and columns as they are', () => {
    const text = '<!DOCTYPE\n a\n>\n <a/>';
    const element = root(text, { onDoctype: () => undefined });
    expect([element.line, element.column]).toEqual([4, 2]);
  });

  it.each([
    ['<!DOCTYPE a [<!ENTITY lol "lol">]><a>&lol;</a>', 'xml-doctype 1:1'],
    ['<!DOCTYPE a><!DOCTYPE a><a/>', 'xml-doctype 1:13'],
    ['<a><!DOCTYPE a></a>', 'xml-doctype 1:4'],
    ['<a/><!DOCTYPE a>', 'xml-doctype 1:5'],
    ['<!DOCTYPE a', 'xml-truncated 1:12'],
    ['<!DOCTYPE a "><a/>', 'xml-truncated 1:19'],
    ['<!DOCTYPE a><a>&lol;</a>', 'xml-entity 1:16'],
    ['<!DOCTYPE a\u0001><a/>', 'xml-character 1:12'],
  ])('is refused all the same: %j', (text, expected) => {
    for (const pieces of [text.length, 1])
      expect(verdict(text, { onDoctype: () => undefined, pieces })).toBe(expected);
  });

  it('has a limit', () => {
    const text = `<!DOCTYPE a ${' '.repeat(5000)}><a/>`;
    const options = { limits: { markupLength: 1000 }, onDoctype: () => undefined };
    expect(verdict(text, options)).toBe('xml-markup-too-long 1:1');
    expect(verdict(text, { ...options, pieces: 10 })).toBe('xml-markup-too-long 1:1');
  });
});

describe('an ampersand that stands for itself', () => {
  it.each([
    ['<a>A & B</a>', 'A & B'],
    ['<a>A &amp; B & C&</a>', 'A & B & C&'],
    ['<a>R&D; &lt;</a>', undefined],
    ['<a>&1; &</a>', '&1; &'],
    ['<a>B&B School</a>', 'B&B School'],
    ['<a>&#0;</a>', undefined],
    ['<a>&#x;</a>', undefined],
    ['<a>&&amp;&</a>', '&&&'],
  ])('%j', (text, expected) => {
    for (const pieces of [text.length, 1]) {
      const onBareAmpersand = () => undefined;
      if (expected === undefined) expect(verdict(text, { onBareAmpersand, pieces })).toMatch(/^xml-entity/);
      else expect(root(text, { onBareAmpersand, pieces }).text).toBe(expected);
    }
  });

  it('is told of with its line, in values of attributes too', () => {
    const lines: number[] = [];
    const options = { onBareAmpersand: ({ line }: { line: number }) => void lines.push(line) };
    const element = root('<a>\n<b c="x & y"/>\n<d>& &</d></a>', options);
    expect(element.children[0]!.attributes!.c).toBe('x & y');
    expect(lines).toEqual([2, 3, 3]);
  });

  it('is refused where nobody asked for it', () => {
    expect(verdict('<a>A & B</a>')).toBe('xml-entity 1:6');
  });

  it('changes nothing of what is well formed', () => {
    const escape = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]*$/), (text) => {
        let bare = 0;
        const element = root(`<a>${escape(text)}</a>`, { onBareAmpersand: () => bare++ });
        expect(element.text).toBe(text);
        expect(bare).toBe(0);
      }),
    );
  });
});

describe('sniffing behind a DOCTYPE', () => {
  it('finds the root element where it may', () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE NCCIS2019 SYSTEM "a>b">\n<!--x-->\n<NCCIS a="1">`;
    expect(sniffXmlRoot(text, { doctype: 'skip' })).toMatchObject({ name: 'NCCIS', attributes: { a: '1' } });
    expect(sniffXmlRoot(text)).toBeUndefined();
    expect(sniffXmlRoot('<!DOCTYPE a [<!ENTITY b "c">]><a>', { doctype: 'skip' })).toBeUndefined();
    expect(sniffXmlRoot('<a>', { doctype: 'skip' })?.name).toBe('a');
  });

  it('takes no long time for a head that is made to', () => {
    const started = performance.now();
    for (const part of ['"', "'", '<!DOCTYPE ', '<!DOCTYPE "', ' ', '<!DOCTYPE a>'])
      sniffXmlRoot(`<!DOCTYPE ${part.repeat(65_536 / part.length)}`, { doctype: 'skip' });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
