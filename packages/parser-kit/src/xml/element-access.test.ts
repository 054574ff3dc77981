import { describe, expect, it } from 'vitest';
import {
  attribute,
  child,
  childText,
  children,
  descendant,
  elementPath,
  elementToJson,
  isNil,
  placeOf,
} from './element-access.js';
import { root, scan } from './scan-text.test-support.js';

const pupil = root(
  '<Pupil>\n<UPN>A1</UPN><Name/><H><S>1</S><T/><S a="x">2<U>3</U></S></H><H/><x:nil xsi:nil="true"/><n nil="false"/></Pupil>',
);

describe('access', () => {
  it('finds children by local name', () => {
    expect(child(pupil, 'UPN')!.text).toBe('A1');
    expect(child(pupil, 'none')).toBeUndefined();
    expect(children(pupil, 'H')).toHaveLength(2);
    expect(childText(pupil, 'UPN')).toBe('A1');
    expect(childText(pupil, 'Name')).toBe('');
    expect(childText(pupil, 'none')).toBeUndefined();
    expect(descendant(pupil, 'H/S')!.text).toBe('1');
    expect(descendant(pupil, 'H/none/S')).toBeUndefined();
  });

  it('finds attributes, and only those', () => {
    expect(attribute(child(pupil, 'nil')!, 'xsi:nil')).toBe('true');
    expect(attribute(child(pupil, 'nil')!, 'toString')).toBeUndefined();
    expect(attribute(pupil, 'a')).toBeUndefined();
    expect(pupil.children.map(isNil)).toEqual([false, false, false, false, true, false]);
  });
});

describe('elementToJson', () => {
  it.each([
    ['<a>text</a>', 'text'],
    ['<a/>', ''],
    ['<a b="1">text</a>', { '@b': '1', '#text': 'text' }],
    ['<a b="1"/>', { '@b': '1' }],
    ['<a><b>1</b><c>2</c><b>3</b><b/></a>', { b: ['1', '3', ''], c: '2' }],
    ['<a>x<b/></a>', { '#text': 'x', b: '' }],
    ['<a><b><c>1</c></b></a>', { b: { c: '1' } }],
  ])('%s', (text, expected) => {
    expect(elementToJson(root(text))).toEqual(expected);
  });

  it('keeps a child named __proto__', () => {
    expect(JSON.stringify(elementToJson(root('<a><__proto__>1</__proto__></a>')))).toBe('{"__proto__":"1"}');
  });
});

describe('paths', () => {
  const [, record] = scan('<F><P/><P><H><S>1</S><T/><S>2</S></H></P></F>', { records: ['F/P'] });

  it('have positions where names repeat', () => {
    const history = child(record!.element, 'H')!;
    expect(elementPath(record!, record!.element)).toBe('/F/P[2]');
    expect(elementPath(record!, history)).toBe('/F/P[2]/H');
    expect(history.children.map((each) => elementPath(record!, each))).toEqual([
      '/F/P[2]/H/S[1]',
      '/F/P[2]/H/T',
      '/F/P[2]/H/S[2]',
    ]);
  });

  it('make places', () => {
    expect(placeOf(record!)).toEqual({ line: 1, column: 8, path: '/F/P[2]' });
    const step = descendant(record!.element, 'H/T')!;
    expect(placeOf(record!, step)).toEqual({ line: 1, column: 22, path: '/F/P[2]/H/T' });
    expect(placeOf(record!, step, 'H/T')).toEqual(placeOf(record!, step));
  });

  it('fall back to the record for an element of another', () => {
    expect(elementPath(record!, pupil)).toBe('/F/P[2]');
  });
});
