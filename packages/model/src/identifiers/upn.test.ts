import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UPN_ALPHABET, formatUpn, isTemporaryUpn, isUpn, parseUpn, upnCheckLetter } from './upn.js';

const parts = fc.record({
  la: fc.integer({ min: 201, max: 999 }),
  establishment: fc.integer({ min: 0, max: 9999 }),
  year: fc.integer({ min: 1990, max: 2040 }),
  serial: fc.integer({ min: 0, max: 999 }),
});

describe('UPN', () => {
  // Worked by hand: 8·2+5·3+6·4+4·5+1·6+2·7+3·8+2·9+6·10+0·11+0·12+1·13 = 210; 210 mod 23 = 3 -> D
  it('has the check letter of the weighted sum', () => {
    expect(upnCheckLetter('856412326001')).toBe('D');
    expect(isUpn('D856412326001')).toBe(true);
  });

  it('reads its parts', () => {
    expect(parseUpn(' d856412326001 ')).toEqual({
      ok: true,
      upn: {
        value: 'D856412326001',
        type: 'permanent',
        checkLetter: 'D',
        la: '856',
        establishment: '4123',
        year: '26',
        serial: '001',
      },
    });
  });

  it('says what is wrong', () => {
    expect(parseUpn('D85641232600')).toEqual({ ok: false, problem: 'length' });
    expect(parseUpn('')).toEqual({ ok: false, problem: 'length' });
    expect(parseUpn('D8564123260O1')).toEqual({ ok: false, problem: 'characters' });
    expect(parseUpn('1856412326001')).toEqual({ ok: false, problem: 'characters' });
    // The character behind Z, where a check letter stands
    expect(parseUpn('[856412326001')).toEqual({ ok: false, problem: 'characters' });
    expect(parseUpn('E856412326001')).toEqual({ ok: false, problem: 'check-letter', expected: 'D' });
  });

  it('takes a letter in the last place of a temporary UPN only, and none of I, O, S', () => {
    const temporary = formatUpn({ la: 856, establishment: 4123, year: 2026, serial: 1, letter: 'A' });
    expect(isTemporaryUpn(temporary)).toBe(true);
    expect(parseUpn(temporary)).toMatchObject({ ok: true, upn: { type: 'temporary', serial: '01A' } });
    expect(temporary).toBe('C85641232601A');
    expect(isTemporaryUpn('B85641232601A')).toBe(false);
    expect(() => upnCheckLetter('85641232601S')).toThrow(RangeError);
    expect(() => upnCheckLetter('85641232601-')).toThrow(RangeError);
    expect(() => upnCheckLetter('85641232601a')).toThrow(RangeError);
    expect(() => upnCheckLetter('8564123260A1')).toThrow(RangeError);
  });

  it('is permanent when its last digit is 0', () => {
    const upn = formatUpn({ la: 856, establishment: 4123, year: 2026, serial: 120 });
    expect(parseUpn(upn)).toMatchObject({ ok: true, upn: { type: 'permanent', serial: '120' } });
    expect(isTemporaryUpn(upn)).toBe(false);
  });

  it('has thirteen characters and no more', () => {
    expect(isUpn('D8564123260010')).toBe(false);
  });

  it('is the same for a year of two digits and of four', () => {
    const parts = { la: 856, establishment: 4123, serial: 1 };
    expect(formatUpn({ ...parts, year: 26 })).toBe('D856412326001');
    expect(formatUpn({ ...parts, year: 2026 })).toBe('D856412326001');
  });

  it('is made and read back for any parts', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(undefined, ...UPN_ALPHABET), (p, letter) => {
        const upn = formatUpn({
          ...p,
          serial: letter === undefined ? p.serial : p.serial % 100,
          ...(letter !== undefined && { letter }),
        });
        const read = parseUpn(upn.toLowerCase());
        return read.ok && read.upn.value === upn && Number(read.upn.la) === p.la && isUpn(upn);
      }),
    );
  });

  it('finds any one wrong digit and any two neighbours swapped', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 9 }), (p, at, shift) => {
        const upn = formatUpn(p);
        const digit = (Number(upn[at]) + shift) % 10;
        const wrong = upn.slice(0, at) + String(digit) + upn.slice(at + 1);
        expect(isUpn(wrong)).toBe(false);
        if (at < 12 && upn[at] !== upn[at + 1]) {
          expect(isUpn(upn.slice(0, at) + upn[at + 1]! + upn[at]! + upn.slice(at + 2))).toBe(false);
        }
      }),
    );
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => parseUpn(text).ok === isUpn(text.trim().toUpperCase())));
  });

  it('refuses parts that do not fit', () => {
    expect(() => formatUpn({ la: 8567, establishment: 4123, year: 26, serial: 1 })).toThrow(RangeError);
    expect(() => formatUpn({ la: 856, establishment: 4123, year: 26, serial: 1000 })).toThrow(RangeError);
  });
});
