import { describe, expect, it } from 'vitest';
import { escapeXml, extendedContainer, jsonElement, recordElement, textElement } from './write-xml.js';

describe('escapeXml', () => {
  it.each([
    ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['tab\tand\nline', 'tab\tand\nline'],
    ['end\r\n', 'end&#13;\n'],
    ['nul\u0000 lone\ud800 no\uffff', 'nul\ufffd lone\ufffd no\ufffd'],
    ['next\u0085line 😀', 'next\u0085line 😀'],
  ])('makes of %j', (text, expected) => {
    expect(escapeXml(text)).toBe(expected);
  });
});

describe('textElement', () => {
  it('writes nothing for what reads as absent', () => {
    expect(textElement('A', undefined) + textElement('A', '')).toBe('');
    expect(textElement('A', 0) + textElement('A', false)).toBe('<A>0</A><A>false</A>');
  });
});

describe('extensions', () => {
  it('become the elements that they came from', () => {
    expect(jsonElement('A', ['1', { B: 'x', '@id': '"2"', '#text': '&' }, null])).toBe(
      '<A>1</A><A id="&quot;2&quot;"><B>x</B>&amp;</A><A/>',
    );
  });

  it('go into their container, or beside it when they are no container', () => {
    expect(extendedContainer('A', '<B/>', { A: { C: '1', '@k': 'v' }, D: '2' })).toBe(
      '<A k="v"><B/><C>1</C></A>',
    );
    expect(extendedContainer('A', '<B/>', { A: 'text' })).toBe('<A><B/></A><A>text</A>');
    expect(extendedContainer('A', '', undefined)).toBe('');
  });

  it('of a record stand at its end, without those that were written already', () => {
    expect(recordElement('R', '<B/>', { C: '1', D: '2', '@k': 'v' }, new Set(['C']))).toBe(
      '<R k="v"><B/><D>2</D></R>',
    );
    expect(recordElement('R', '', undefined)).toBe('');
  });

  it('lose attributes of namespaces and of the schema', () => {
    expect(jsonElement('A', { '@xsi:nil': 'true', '@xmlns': 'urn:x' })).toBe('<A></A>');
  });

  it.each(['', 'two words', '1st', '<a>'])('can not have the name %j', (name) => {
    expect(() => jsonElement(name, 'x')).toThrow(RangeError);
    expect(() => jsonElement('A', { [`@${name}`]: 'x' })).toThrow(RangeError);
  });
});
