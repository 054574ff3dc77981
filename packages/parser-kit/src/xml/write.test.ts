import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { root } from './scan-text.test-support.js';
import { XmlWriter, escapeAttribute, escapeText, replaceForbidden } from './write.js';

describe('escaping', () => {
  it('keeps any text that XML can hold', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).map(replaceForbidden);
    fc.assert(
      fc.property(text, text, (inside, value) => {
        const element = root(`<a b="${escapeAttribute(value)}">${escapeText(inside)}</a>`);
        expect(element.text).toBe(inside);
        expect(element.attributes!.b).toBe(value);
      }),
    );
  });

  it('replaces what XML can not hold, and nothing else', () => {
    expect(replaceForbidden('a\u0000\u001f\ud800b\udc00\ufffe')).toBe('a\ufffd\ufffd\ufffdb\ufffd\ufffd');
    expect(replaceForbidden('\t\n\r é\u{1F600}\ufffd')).toBe('\t\n\r é\u{1F600}\ufffd');
  });
});

describe('XmlWriter', () => {
  it('writes elements, attributes and indents', () => {
    const writer = new XmlWriter();
    writer.start('CTFile', { xmlns: 'urn:a&b', none: undefined });
    writer.start('Pupil').element('UPN', 'A1').element('N', 5, { a: true }).element('Missing', undefined);
    writer.element('Empty', '').start('History').end().end().end();
    expect(writer.finish()).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<CTFile xmlns="urn:a&amp;b">',
        '  <Pupil>',
        '    <UPN>A1</UPN>',
        '    <N a="true">5</N>',
        '    <Empty/>',
        '    <History/>',
        '  </Pupil>',
        '</CTFile>',
        '',
      ].join('\n'),
    );
  });

  it('gives what it has in passing', () => {
    const writer = new XmlWriter({ indent: '', declaration: false });
    let out = '';
    writer.start('a');
    for (let i = 0; i < 3; i++) {
      writer.element('b', i);
      out += writer.take();
      expect(writer.length).toBe(0);
    }
    writer.start('c');
    out += writer.take();
    writer.end().end();
    expect(out + writer.finish()).toBe('<a><b>0</b><b>1</b><b>2</b><c/></a>\n');
  });

  it('refuses or replaces characters that XML can not hold', () => {
    expect(() => new XmlWriter().element('Surname', 'Canary\u0007')).toThrow(
      'The text of the element Surname holds the character U+0007, which XML forbids.',
    );
    expect(() => new XmlWriter().start('a', { b: '\ud800' })).toThrow(RangeError);
    const writer = new XmlWriter({ forbidden: 'replace', declaration: false });
    expect(writer.element('a', 'x\u0007').finish()).toBe('<a>x\ufffd</a>\n');
  });

  it.each<[string, (writer: XmlWriter) => unknown]>([
    ['a name that is none', (writer) => writer.start('1a')],
    ['an empty name', (writer) => writer.element('', 'x')],
    ['an attribute name that is none', (writer) => writer.start('a', { 'b c': 1 })],
    ['an end without a start', (writer) => writer.end()],
    ['a second root', (writer) => writer.element('a', 1).start('b')],
    ['a second root behind an element', (writer) => writer.start('a').end().element('b', 1)],
    ['an open element at the end', (writer) => writer.start('a').finish()],
    ['nothing at all', (writer) => writer.finish()],
  ])('refuses %s', (_, write) => {
    expect(() => write(new XmlWriter())).toThrow(RangeError);
  });
});
