import { describe, expect, it } from 'vitest';
import type { JsonSegment, JsonValue } from './json-value.js';
import { scanJson, verdict } from './scan-json.test-support.js';

const everyCut = [undefined, 1, 2, 3, 5, 7];

describe('records of JSON text', () => {
  it('gives value, path, line and column, cut anywhere', () => {
    const text = '{"meta":{"n":1},\r\n "data":[{"a":"}]\\"\\\\"},\r\n\t5, "x",\r\r[[]],null ],"data2":[1]}\n';
    for (const pieces of everyCut) {
      expect(scanJson(text, { pieces })).toEqual([
        { value: { a: '}]"\\' }, path: '/data/0', segments: ['data', 0], line: 2, column: 10 },
        { value: 5, path: '/data/1', segments: ['data', 1], line: 3, column: 2 },
        { value: 'x', path: '/data/2', segments: ['data', 2], line: 3, column: 5 },
        { value: [[]], path: '/data/3', segments: ['data', 3], line: 5, column: 1 },
        { value: null, path: '/data/4', segments: ['data', 4], line: 5, column: 6 },
      ]);
    }
  });

  it('gives what stands outside records to onValue', () => {
    for (const pieces of everyCut) {
      const seen: [string, JsonValue][] = [];
      const onValue = (path: readonly JsonSegment[], value: JsonValue) => seen.push([path.join('/'), value]);
      scanJson('{"a":{"b":[true,"x\\n",{"c":-1.5e3}]},"data":[{"d":1}],"e":null,"e":2}', { pieces, onValue });
      expect(seen).toEqual([
        ['a/b/0', true],
        ['a/b/1', 'x\n'],
        ['a/b/2/c', -1500],
        ['e', null],
        ['e', 2],
      ]);
    }
  });

  it('reads a whole document, an array, a number as a record', () => {
    const isRecord = (path: readonly JsonSegment[]) => path.length === 0;
    expect(scanJson(' {"a":[1]} ', { isRecord })).toMatchObject([{ value: { a: [1] }, path: '' }]);
    expect(scanJson('12', { isRecord })).toMatchObject([{ value: 12, path: '', line: 1, column: 1 }]);
    expect(scanJson('[1,{"a":2}]', { isRecord: ({ length }) => length === 1 })).toMatchObject([
      { value: 1, path: '/0' },
      { value: { a: 2 }, path: '/1' },
    ]);
  });

  it('reads objects one after another when told to, and an array as ever', () => {
    const options = { isRecord: ({ length }: { length: number }) => length === 1, lines: true };
    for (const pieces of everyCut) {
      expect(scanJson('{"a":1}\n\n{"a":2}\r\n{"a":3}', { ...options, pieces })).toMatchObject([
        { value: { a: 1 }, path: '/0', line: 1 },
        { value: { a: 2 }, path: '/1', line: 3 },
        { value: { a: 3 }, path: '/2', line: 4 },
      ]);
      expect(scanJson('[{"a":1},{"a":2}]', { ...options, pieces })).toHaveLength(2);
    }
    expect(verdict('{"a":1}\n{"a":2}', { ...options, lines: false })).toBe('json-malformed 2:1');
    expect(verdict('[{"a":1}]\n{"a":2}', options)).toBe('json-malformed 2:1');
    expect(verdict('{"a":1}\n2', options)).toBe('json-malformed 2:1');
    expect(verdict('{"a":1}\n{"a":', options)).toBe('json-truncated 2:6');
  });

  it('keeps a key __proto__ as data, and pollutes nothing', () => {
    const [record] = scanJson(
      '{"__proto__":{"polluted":1},"data":[{"__proto__":{"polluted":1},"constructor":2}]}',
    );
    expect(Object.keys(record!.value as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(record!.value)).toBe(Object.prototype);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('replaces half a surrogate pair, not a whole one, nor what only looks like it', () => {
    const text = String.raw`{"data":["\ud83d\ude00","\ud83dx","\uDE00","\\ud83d","\ud83d\ud83d\ude00",{"\ud800":1}]}`;
    expect(scanJson(text).map(({ value }) => value)).toEqual([
      '\u{1F600}',
      '\ufffdx',
      '\ufffd',
      '\\ud83d',
      '\ufffd\u{1F600}',
      { '\ufffd': 1 },
    ]);
  });

  it('takes the last of two equal keys in a record, and keeps what a double holds of a number', () => {
    expect(scanJson('{"data":[{"a":1,"a":2,"id":12345678901234567}]}')[0]!.value).toEqual({
      a: 2,
      id: Number('12345678901234567'),
    });
  });

  it('writes a key with a slash or tilde as JSON Pointer does', () => {
    const isRecord = (path: readonly JsonSegment[]) => path.length === 2;
    expect(scanJson('{"a/b~c":[1]}', { isRecord })[0]!.path).toBe('/a~1b~0c/0');
  });

  it.each([
    ['{"data":[{"a":1}}', 'json-malformed 1:17'],
    ['{"data":[{"a":[1}]}', 'json-malformed 1:17'],
    ['{"data":[{"a":tru}]}', 'json-malformed 1:15'],
    ['{"data":[{\n"a":01}]}', 'json-malformed 2:6'],
    ['{"data":[{"a":"\n"}]}', 'json-malformed 1:16'],
    ['{"data":[{"a":"\\x"}]}', 'json-malformed 1:17'],
    ['{"data":[{"a":"\\u12g4"}]}', 'json-malformed 1:20'],
    ['{"data":[{"a":1,}]}', 'json-malformed 1:17'],
    ['{"data":[{a:1}]}', 'json-malformed 1:11'],
    ['{"data":[1,]}', 'json-malformed 1:12'],
    ['{"data":[,1]}', 'json-malformed 1:10'],
    ['{"data":[1 2]}', 'json-malformed 1:12'],
    ['{"data":[]} x', 'json-malformed 1:13'],
    ['{"data":[]}\n{}', 'json-malformed 2:1'],
    ['{"a":1,}', 'json-malformed 1:8'],
    ['{"a" 1}', 'json-malformed 1:6'],
    ["{'a':1}", 'json-malformed 1:2'],
    ['{"a":}', 'json-malformed 1:6'],
    ['{"a":NaN}', 'json-malformed 1:6'],
    ['{"a":+1}', 'json-malformed 1:6'],
    ['[}', 'json-malformed 1:2'],
    [']', 'json-malformed 1:1'],
    ['<a/>', 'json-malformed 1:1'],
    ['{"data":[{"a":1}', 'json-truncated 1:17'],
    ['{"data":[{"a":\n"b', 'json-truncated 2:3'],
    ['{"data":[{"a":"\\u00', 'json-truncated 1:20'],
    ['{"data', 'json-truncated 1:7'],
    ['{"a":tr', 'json-truncated 1:8'],
    ['{"a":-', 'json-truncated 1:7'],
    ['{"a":1.', 'json-truncated 1:8'],
    ['{"a":1', 'json-truncated 1:7'],
    ['[', 'json-truncated 1:2'],
    ['', 'json-truncated 1:1'],
    [' \n', 'json-truncated 2:1'],
  ])('refuses %j', (text, expected) => {
    for (const pieces of everyCut) expect(verdict(text, { pieces })).toBe(expected);
  });

  it.each([
    ['deep nesting in a record', `{"data":[${'['.repeat(9)}`, 'json-too-deep 1:18'],
    ['deep nesting outside', `{"x":[${'['.repeat(9)}`, 'json-too-deep 1:15'],
    ['deep nesting of objects', '{"a":'.repeat(12), 'json-too-deep 1:51'],
    ['a long record', `{"data":[\n["${'x'.repeat(100)}"]]}`, 'json-record-too-large 2:1'],
    ['a record of many nodes', `{"data":[\n[${'1,'.repeat(20)}1]]}`, 'json-record-too-large 2:1'],
    ['a long string outside', `{"x":"${'x'.repeat(40)}"}`, 'json-text-too-long 1:6'],
    ['a long number outside', `{"x":${'1'.repeat(40)}}`, 'json-text-too-long 1:6'],
    ['a long key', `{"${'x'.repeat(40)}":1}`, 'json-key-too-long 1:2'],
  ])('refuses %s', (_, text, expected) => {
    const limits = { depth: 10, recordLength: 80, recordNodes: 15, scalarLength: 30, keyLength: 30 };
    for (const pieces of everyCut) expect(verdict(text, { limits, pieces })).toBe(expected);
  });

  it('says nothing of what the file holds', () => {
    try {
      scanJson('{"data":[{"upn":"A856000000001" "x":1}]}');
      expect.unreachable();
    } catch (error) {
      expect((error as Error).message).toBe('Line 1: a character stands where JSON has none.');
      expect((error as Error).cause).toBeUndefined();
    }
  });
});
