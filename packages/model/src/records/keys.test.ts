import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  admissionApplicationKey,
  assessmentResultKey,
  contactKey,
  earlyYearsFundingKey,
  enrolmentKey,
  joinKey,
  pupilKey,
  schoolKey,
  youthParticipationKey,
} from './keys.js';

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

  it('keeps a preference together when its place in the order changes, and apart by application and school', () => {
    const first = {
      applicationReference: 'A17',
      intakeYear: 2027,
      preferredSchool: '8562001',
      preference: 1,
    };
    expect(admissionApplicationKey('upn:X', first)).toBe('upn:X|ref:A17|8562001');
    expect(admissionApplicationKey('upn:X', { ...first, preference: 3 })).toBe('upn:X|ref:A17|8562001');
    expect(admissionApplicationKey('upn:X', { ...first, preferredSchool: '8562002' })).not.toBe(
      admissionApplicationKey('upn:X', first),
    );
    expect(
      admissionApplicationKey('upn:X', { intakeYear: 2027, preferredSchoolName: ' Sample  Primary' }),
    ).toBe('upn:X|2027|sample primary');
    expect(admissionApplicationKey('upn:X', { intakeYear: 2027, preference: 2 })).toBe(
      'upn:X|2027|preference 2',
    );
    expect(admissionApplicationKey('upn:X', { applicationReference: 'A17' })).toBe('upn:X|ref:A17|');
    // A reference that looks like a year is no year
    expect(admissionApplicationKey('upn:X', { applicationReference: '2027' })).not.toBe(
      admissionApplicationKey('upn:X', { intakeYear: 2027 }),
    );
  });

  it('knows funded hours by provider and term, as the school census does, and by their start without a term', () => {
    const funding = { provider: '8564123', academicYear: 2026, term: 'AUT', startDate: '2026-09-07' };
    expect(earlyYearsFundingKey('upn:X', funding)).toBe(joinKey('upn:X', '8564123', 2026, 'AUT'));
    expect(earlyYearsFundingKey('upn:X', { ...funding, startDate: '2026-09-08' })).toBe(
      earlyYearsFundingKey('upn:X', funding),
    );
    expect(earlyYearsFundingKey('upn:X', { ...funding, term: undefined })).toBe(
      'upn:X|8564123|2026|2026-09-07',
    );
    expect(earlyYearsFundingKey('upn:X', { ...funding, provider: '500123' })).toBe('upn:X|500123|2026|AUT');
  });

  it('knows an activity by its start and code, and where no code is by the provider', () => {
    const activity = { startDate: '2026-09-07', activity: '230', establishment: '8568000' };
    expect(youthParticipationKey('upn:X', activity)).toBe('upn:X|2026-09-07|230');
    expect(youthParticipationKey('upn:X', { ...activity, dateAscertained: '2026-10-01' })).toBe(
      'upn:X|2026-09-07|230',
    );
    expect(
      youthParticipationKey('upn:X', { dateAscertained: '2026-10-01', establishment: 'A  College' }),
    ).toBe('upn:X|2026-10-01|a college');
    expect(youthParticipationKey('upn:X', {})).toBe('upn:X||');
  });
});
