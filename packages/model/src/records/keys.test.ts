import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessmentResultKey, contactKey, enrolmentKey, joinKey, pupilKey, schoolKey } from './keys.js';

describe('keys', () => {
  it('takes a UPN before a supplier id before the four identifiers', () => {
    const all = { upn: 'D856412326001', supplierId: '7', surname: 'Smith', forename: 'Zoë' };
    expect(pupilKey(all)).toBe('upn:D856412326001');
    expect(pupilKey({ ...all, upn: undefined })).toBe('id:7');
    expect(pupilKey({ surname: ' SMITH ', forename: 'Zoe\u0308', birthDate: '2015-01-02', sex: 'F' })).toBe(
      pupilKey({ surname: 'Smith', forename: 'zoë', birthDate: '2015-01-02', sex: 'F' }),
    );
    expect(pupilKey({ birthDate: '2015-01-02', sex: 'F' })).toBeUndefined();
  });

  it('tells different parts apart, whatever is in them', () => {
    const part = fc.option(fc.string({ unit: fc.constantFrom('|', '\\', 'a', ' ') }), { nil: undefined });
    fc.assert(
      fc.property(fc.tuple(part, part, part), fc.tuple(part, part, part), (a, b) => {
        const same = a.every((value, i) => (value ?? '') === (b[i] ?? ''));
        return (joinKey(...a) === joinKey(...b)) === same;
      }),
    );
  });

  it('names what identifies each thing and leaves out what may be corrected', () => {
    expect(enrolmentKey('upn:X', { attended: '8564123', entryDate: '2024-09-01' })).toBe(
      'upn:X|8564123|2024-09-01',
    );
    expect(enrolmentKey('upn:X', { attendedName: 'Out  of County' })).toBe('upn:X|out of county|');
    expect(contactKey('upn:X', { surname: 'Smith', forename: 'Jo', relationship: 'PAM' })).toBe(
      'upn:X|smith|jo|PAM',
    );
    expect(contactKey('upn:X', { supplierId: '12', surname: 'Smith' })).toBe('upn:X|id:12');
    expect(assessmentResultKey('upn:X', { stage: 'KS2', subject: 'MAT', method: 'TT' })).toBe(
      'upn:X|KS2|||MAT|TT|||',
    );
    expect(schoolKey({ urn: '120301' })).toBe('urn:120301');
    expect(schoolKey({})).toBeUndefined();
  });
});
