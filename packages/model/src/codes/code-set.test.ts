import { describe, expect, it } from 'vitest';
import { type CodeOf, defineCodeSet, type GroupOf } from './code-set.js';

const marks = defineCodeSet({
  id: 'marks',
  title: 'Marks',
  source: 'test',
  entries: [
    { code: 'C', label: 'new', group: 'two', from: '2024-08-19' },
    { code: 'C', label: 'old', group: 'one', to: '2020-08-31' },
    { code: 'H', label: 'holiday', group: 'one', to: '2024-08-18' },
    { code: 'K', label: 'arranged', group: 'two', from: '2024-08-19' },
    { code: 'L', label: 'late', group: 'one' },
  ],
});

describe('defineCodeSet', () => {
  it('finds the meaning in force on a date, whatever the order of definition', () => {
    expect(marks.lookup('C', '2020-08-31')).toMatchObject({ status: 'valid', entry: { label: 'old' } });
    expect(marks.lookup('C', '2024-08-19')).toMatchObject({ status: 'valid', entry: { label: 'new' } });
  });

  it('tells a code out of date from an unknown one', () => {
    expect(marks.lookup('H', '2024-08-19').status).toBe('out-of-date');
    expect(marks.lookup('K', '2024-08-18').status).toBe('out-of-date');
    expect(marks.lookup('Q', '2024-08-19').status).toBe('unknown');
  });

  it('gives the nearest meaning before the date for a code out of date, else the first', () => {
    expect(marks.lookup('C', '2022-01-01')).toMatchObject({ status: 'out-of-date', entry: { label: 'old' } });
    expect(marks.lookup('K', '2000-01-01')).toMatchObject({
      status: 'out-of-date',
      entry: { label: 'arranged' },
    });
  });

  it('gives the newest meaning without a date', () => {
    expect(marks.lookup('C')).toMatchObject({ status: 'valid', entry: { label: 'new' } });
    expect(marks.lookup('H').status).toBe('valid');
  });

  it('is exact about case and blanks', () => {
    expect(marks.has('c')).toBe(false);
    expect(marks.has(' C')).toBe(false);
    expect(marks.has('toString')).toBe(false);
    expect(marks.has('__proto__')).toBe(false);
  });

  it('asks has, label and on by date', () => {
    expect(marks.has('H')).toBe(true);
    expect(marks.has('H', '2024-08-18')).toBe(true);
    expect(marks.has('H', '2024-08-19')).toBe(false);
    expect(marks.label('C', '2019-01-01')).toBe('old');
    expect(marks.label('Q')).toBeUndefined();
    expect(marks.on('2024-08-18').map((entry) => entry.code)).toEqual(['H', 'L']);
    expect(marks.on('2024-08-19').map((entry) => entry.code)).toEqual(['C', 'K', 'L']);
  });

  it('lists each code once', () => {
    expect(marks.codes).toEqual(['C', 'H', 'K', 'L']);
  });

  it('answers an unlisted code of an open set by its form', () => {
    const open = defineCodeSet({
      id: 'open',
      title: 'Open',
      source: 'test',
      open: { form: /^[A-Z]{3}$/ },
      entries: [{ code: 'ENG', label: 'English' }],
    });
    expect(open.lookup('QQQ').status).toBe('unlisted');
    expect(open.accepts('QQQ')).toBe(true);
    expect(open.has('QQQ')).toBe(false);
    expect(open.accepts('english')).toBe(false);
    expect(open.lookup('english').status).toBe('unknown');
    expect(marks.accepts('QQQ')).toBe(false);
  });

  it('refuses a date in another form', () => {
    expect(() => marks.lookup('C', '19/08/2024')).toThrow(RangeError);
    expect(() => marks.on('2024-8-19')).toThrow(RangeError);
  });

  it.each([
    [
      'dates that overlap',
      [
        { code: 'A', label: 'a', to: '2020-02-01' },
        { code: 'A', label: 'b', from: '2020-02-01' },
      ],
    ],
    [
      'the same code twice',
      [
        { code: 'A', label: 'a' },
        { code: 'A', label: 'b' },
      ],
    ],
    ['an end before its start', [{ code: 'A', label: 'a', from: '2020-02-02', to: '2020-02-01' }]],
    ['a date in another form', [{ code: 'A', label: 'a', from: '01/02/2020' }]],
  ])('refuses %s in a definition', (_name, entries) => {
    expect(() => defineCodeSet({ id: 'x', title: 'X', source: 'test', entries })).toThrow(RangeError);
  });

  it('types codes and groups as literals', () => {
    const code: CodeOf<typeof marks> = 'C';
    const group: GroupOf<typeof marks> = 'one';
    // @ts-expect-error -- Q is no code of the set
    const wrong: CodeOf<typeof marks> = 'Q';
    expect([code, group, wrong]).toHaveLength(3);
  });
});
