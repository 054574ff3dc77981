import { describe, expect, it } from 'vitest';
import { type CtfParty, formatCtfFileName, parseCtfFileName } from './ctf-file-name.js';

const school: CtfParty = { kind: 'school', la: '856', establishment: '1234', laestab: '8561234' };

describe('parseCtfFileName', () => {
  it.each<[string, CtfParty]>([
    ['8561234_CTF_8561234_007.xml', school],
    ['8561234_CTF_856LLLL_007.xml', { kind: 'local-authority', la: '856' }],
    ['8561234_CTF_XXXXXXX_007.xml', { kind: 'unknown' }],
    ['8561234_CTF_MMMMMMM_007.xml', { kind: 'outside-sector' }],
    ['8561234_CTF_LADDERS_007.xml', { kind: 'other', text: 'LADDERS' }],
  ])('reads the receiver of %s', (name, receiver) => {
    expect(parseCtfFileName(name)).toEqual({ sender: school, receiver, transfer: 'CTF', sequence: 7 });
  });

  it('reads the authority as sender, and other transfers', () => {
    expect(parseCtfFileName('856llll_cml_8561234_012.XML')).toEqual({
      sender: { kind: 'local-authority', la: '856' },
      receiver: school,
      transfer: 'CML',
      sequence: 12,
    });
  });

  it('takes the base name of a path and forgives the mark of a second download', () => {
    for (const name of [
      'C:\\in\\8561234_CTF_8561234_007.xml',
      '/in/8561234_CTF_8561234_007 (2).xml',
      '8561234_CTF_8561234_007 - Copy.xml',
    ]) {
      expect(parseCtfFileName(name)?.sequence).toBe(7);
    }
  });

  it.each([
    'export.xml',
    '8561234_CTF_8561234_000.xml',
    '8561234_CTF_8561234_7.xml',
    '856123_CTF_8561234_007.xml',
    '',
  ])('does not read %s', (name) => {
    expect(parseCtfFileName(name)).toBeUndefined();
  });
});

describe('formatCtfFileName', () => {
  it('makes a name that reads back', () => {
    const parts = {
      sender: school,
      receiver: { kind: 'local-authority', la: '856' },
      transfer: 'CTF',
      sequence: 3,
    } as const;
    expect(formatCtfFileName(parts)).toBe('8561234_CTF_856LLLL_003.xml');
    expect(parseCtfFileName(formatCtfFileName(parts))).toEqual(parts);
  });

  it('refuses what can not stand in a name', () => {
    const receiver: CtfParty = { kind: 'unknown' };
    expect(() => formatCtfFileName({ sender: school, receiver, sequence: 0 })).toThrow(RangeError);
    expect(() => formatCtfFileName({ sender: school, receiver, sequence: 1000 })).toThrow(RangeError);
    expect(() =>
      formatCtfFileName({ sender: { ...school, establishment: '12' }, receiver, sequence: 1 }),
    ).toThrow(RangeError);
  });
});
