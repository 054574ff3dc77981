import {
  type AssessmentResult,
  type AttendanceMark,
  type AttendanceSummary,
  type CanonicalRecord,
  type Contact,
  type EarlyYearsFunding,
  type Enrolment,
  type Exclusion,
  formatUpn,
  type FsmSpell,
  type LookedAfter,
  type Provenance,
  type Pupil,
  type PupilPremium,
  type SenNeed,
  type SenProvision,
  type ServiceChild,
} from '@rollbook/model';

/** Autumn census day of 2026; the samples are right on it. */
export const AS_OF = '2026-10-01';
export const SCHOOL = '8564001';
export const UPN = formatUpn({ la: 856, establishment: 4001, year: 20, serial: 17 });
const KEY = `upn:${UPN}`;

export const provenance: Provenance = {
  file: { sha256: null, size: null, supplier: 'rollbook', format: 'sample' },
  place: { line: 12 },
};

const base = { school: SCHOOL, provenance } as const;
const ofPupil = { ...base, pupilKey: KEY } as const;

/** What a sample may change of the record; `undefined` takes a field away. */
type Changes<R extends CanonicalRecord> = Partial<Omit<R, 'kind'>>;

/** A pupil aged 11, in year 7, with nothing wrong. */
export function aPupil(changes: Changes<Pupil> = {}): Pupil {
  return {
    kind: 'pupil',
    ...base,
    key: KEY,
    upn: UPN,
    surname: "O'Hara-Singh",
    forename: 'Zoë',
    birthDate: '2015-05-17',
    sex: 'F',
    ethnicity: 'WBRI',
    languages: [{ code: 'ENG', type: 'F' }],
    address: { lines: ['1 High Street', 'Leicester'], postcode: 'LE1 1AA' },
    ...changes,
  };
}

export function anEnrolment(changes: Changes<Enrolment> = {}): Enrolment {
  return {
    kind: 'enrolment',
    ...ofPupil,
    key: 'enrolment',
    attended: SCHOOL,
    current: true,
    status: 'C',
    entryDate: '2026-09-01',
    yearGroup: '7',
    boarder: 'N',
    partTime: false,
    admissionNumber: '001234',
    ...changes,
  };
}

export function aContact(changes: Changes<Contact> = {}): Contact {
  return {
    kind: 'contact',
    ...ofPupil,
    key: 'contact',
    priority: 1,
    surname: 'Singh',
    forename: 'Asha',
    relationship: 'PAM',
    ...changes,
  };
}

export function anFsmSpell(changes: Changes<FsmSpell> = {}): FsmSpell {
  return { kind: 'fsm-spell', ...ofPupil, key: 'fsm', startDate: '2026-01-05', country: 'ENG', ...changes };
}

export function aSenProvision(changes: Changes<SenProvision> = {}): SenProvision {
  return {
    kind: 'sen-provision',
    ...ofPupil,
    key: 'provision',
    startDate: '2025-09-01',
    provision: 'K',
    ...changes,
  };
}

export function aSenNeed(changes: Changes<SenNeed> = {}): SenNeed {
  return { kind: 'sen-need', ...ofPupil, key: 'need', need: 'SLCN', rank: 1, ...changes };
}

export function aLookedAfter(changes: Changes<LookedAfter> = {}): LookedAfter {
  return {
    kind: 'looked-after',
    ...ofPupil,
    key: 'looked-after',
    startDate: '2024-02-01',
    inCare: true,
    careAuthority: '856',
    ...changes,
  };
}

export function aServiceChild(changes: Changes<ServiceChild> = {}): ServiceChild {
  return { kind: 'service-child', ...ofPupil, key: 'service-child', indicator: 'N', ...changes };
}

export function aPupilPremium(changes: Changes<PupilPremium> = {}): PupilPremium {
  return { kind: 'pupil-premium', ...ofPupil, key: 'premium', startDate: '2026-04-01', ...changes };
}

export function aMark(changes: Changes<AttendanceMark> = {}): AttendanceMark {
  return {
    kind: 'attendance-mark',
    ...ofPupil,
    key: 'mark',
    date: '2026-09-21',
    session: 'AM',
    code: '/',
    ...changes,
  };
}

export function anAttendanceSummary(changes: Changes<AttendanceSummary> = {}): AttendanceSummary {
  return {
    kind: 'attendance-summary',
    ...ofPupil,
    key: 'summary',
    academicYear: 2026,
    sessionsPossible: 40,
    sessionsAttended: 37,
    sessionsAuthorised: 2,
    sessionsUnauthorised: 1,
    ...changes,
  };
}

export function anExclusion(changes: Changes<Exclusion> = {}): Exclusion {
  return {
    kind: 'exclusion',
    ...ofPupil,
    key: 'exclusion',
    category: 'SUSP',
    reasons: ['DB'],
    startDate: '2026-09-14',
    sessions: 4,
    ...changes,
  };
}

export function aResult(changes: Changes<AssessmentResult> = {}): AssessmentResult {
  return {
    kind: 'assessment-result',
    ...ofPupil,
    key: 'result',
    stage: 'KS2',
    subject: 'MAT',
    method: 'TT',
    result: '104',
    resultDate: '2026-07-08',
    ...changes,
  };
}

export function anEarlyYearsFunding(changes: Changes<EarlyYearsFunding> = {}): EarlyYearsFunding {
  return {
    kind: 'early-years-funding',
    ...ofPupil,
    key: 'funding',
    fundedHours: 15,
    extendedHours: 15,
    hoursAtSetting: 32.5,
    eligibilityCode: '50012345678',
    ...changes,
  };
}

/** Day of birth of a child of two, three or four on 31 August before the samples' school year, or of five. */
export const BORN = {
  two: '2024-03-10',
  three: '2023-03-10',
  four: '2022-03-10',
  five: '2021-03-10',
} as const;

/** A child with a registration in a year group and with funded hours, all with nothing wrong otherwise. */
export function aFundedChild(
  birthDate: string | undefined,
  yearGroup: string | undefined,
  changes: Changes<EarlyYearsFunding> = {},
): CanonicalRecord[] {
  return [aPupil({ birthDate }), anEnrolment({ yearGroup }), anEarlyYearsFunding(changes)];
}

/** The record as if it stood in a return of the School Census. */
export function inReturn<R extends CanonicalRecord>(record: R): R {
  return {
    ...record,
    provenance: { ...provenance, file: { ...provenance.file, format: 'school-census' } },
  };
}

/** The records of as many pupils, each made with its own key. */
export function manyPupils(
  count: number,
  make: (keys: { readonly key: string; readonly pupilKey: string }, index: number) => CanonicalRecord[],
): CanonicalRecord[] {
  return Array.from({ length: count }, (_, i) => make({ key: `name:${i}`, pupilKey: `name:${i}` }, i)).flat();
}
