import { ageOn, isIsoDate, isUln, isUpn, type CanonicalRecord } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { type FaultKind, faultKinds } from './faults.js';
import { createSchool, type SyntheticPupil } from './school.js';

const DATE = '2026-11-20';

function ofKind<K extends CanonicalRecord['kind']>(
  pupil: SyntheticPupil,
  kind: K,
): Extract<CanonicalRecord, { kind: K }>[] {
  return pupil.records.filter(
    (record): record is Extract<CanonicalRecord, { kind: K }> => record.kind === kind,
  );
}

/** What must be true of a pupil with the fault; each is false for the same pupil without. */
const SIGNS: Record<FaultKind, (pupil: SyntheticPupil) => boolean> = {
  'upn-check-letter': ({ pupil }) => pupil.upn?.length === 13 && !isUpn(pupil.upn),
  'upn-too-short': ({ pupil }) => pupil.upn?.length === 12,
  'upn-missing': ({ pupil }) => pupil.upn === undefined && pupil.key.startsWith('name:'),
  'upn-of-another': ({ pupil, index }) => index >= 2 && pupil.upn === firstUpn,
  'uln-check-digit': ({ pupil }) => pupil.uln !== undefined && !isUln(pupil.uln),
  'surname-missing': ({ pupil }) => pupil.surname === undefined,
  'forename-missing': ({ pupil }) => pupil.forename === undefined,
  'surname-with-digits': ({ pupil }) => /\d/.test(pupil.surname ?? ''),
  'birth-date-missing': ({ pupil }) => pupil.birthDate === undefined,
  'birth-date-in-future': ({ pupil }) => (pupil.birthDate ?? '') > DATE,
  'birth-date-of-adult': ({ pupil }) => ageOn(pupil.birthDate ?? DATE, DATE) > 30,
  'birth-date-no-such-day': ({ pupil }) => pupil.birthDate !== undefined && !isIsoDate(pupil.birthDate),
  'sex-unknown-code': ({ pupil }) => pupil.sex === 'Z',
  'ethnicity-unknown-code': ({ pupil }) => ['XXXX', 'WBRT', 'ASIA', 'NONE'].includes(pupil.ethnicity ?? ''),
  'language-unknown-code': ({ pupil }) => pupil.languages?.[0]?.code === 'E1',
  'postcode-malformed': ({ pupil }) => !/^ZY\d{1,2} \d[A-Z]{2}$/.test(pupil.address?.postcode ?? ''),
  'year-group-against-age': (pupil) => {
    const { yearGroup } = ofKind(pupil, 'enrolment')[0]!;
    const age = ageOn(pupil.pupil.birthDate!, '2026-08-31');
    return Math.abs((yearGroup === 'R' ? 0 : Number(yearGroup)) - (age - 4)) >= 2;
  },
  'leaving-before-entry': (pupil) =>
    ofKind(pupil, 'enrolment').some(
      ({ entryDate, leavingDate }) => leavingDate !== undefined && leavingDate < entryDate!,
    ),
  'fsm-end-before-start': (pupil) =>
    ofKind(pupil, 'fsm-spell').some(
      ({ startDate, endDate }) => endDate !== undefined && endDate < startDate!,
    ),
  'sen-spells-overlap': (pupil) => {
    const [first, second] = ofKind(pupil, 'sen-provision');
    return first?.endDate !== undefined && second !== undefined && second.startDate! <= first.endDate;
  },
  'sen-end-before-start': (pupil) =>
    ofKind(pupil, 'sen-provision').some(
      ({ startDate, endDate }) => endDate !== undefined && endDate < startDate!,
    ),
  'sen-need-without-provision': (pupil) =>
    ofKind(pupil, 'sen-need').length > 0 && ofKind(pupil, 'sen-provision').length === 0,
  'attendance-over-possible': (pupil) =>
    ofKind(pupil, 'attendance-summary').some((sums) => sums.sessionsAttended! > sums.sessionsPossible!),
  'attendance-sum': (pupil) =>
    ofKind(pupil, 'attendance-summary').some(
      (sums) =>
        sums.sessionsAttended! + sums.sessionsAuthorised! + sums.sessionsUnauthorised! !==
        sums.sessionsPossible,
    ),
  'contact-without-name': (pupil) =>
    ofKind(pupil, 'contact').some(({ surname, forename }) => surname === undefined && forename === undefined),
};

const options = { seed: 31, pupils: 300, date: DATE };
const clean = [...createSchool(options).pupils()];
const firstUpn = clean[0]!.pupil.upn;

describe.each(faultKinds)('%s', (kind) => {
  const faulty = [...createSchool({ ...options, faults: { rate: 1, kinds: [kind] } }).pupils()].filter(
    (pupil) => pupil.fault === kind,
  );

  it('shows in every pupil that is said to have it, and in none without', () => {
    expect(faulty.length).toBeGreaterThan(10);
    for (const pupil of faulty) expect(SIGNS[kind](pupil)).toBe(true);
    for (const pupil of clean) expect(SIGNS[kind](pupil)).toBe(false);
  });
});

it('puts faults in at about the rate asked for, of many kinds, and leaves all other pupils as they were', () => {
  const pupils = [...createSchool({ ...options, pupils: 2_000, faults: { rate: 0.1 } }).pupils()];
  const without = [...createSchool({ ...options, pupils: 2_000 }).pupils()];
  const faulty = pupils.filter((pupil) => pupil.fault !== undefined);
  expect(faulty.length).toBeGreaterThan(150);
  expect(faulty.length).toBeLessThan(250);
  expect(new Set(faulty.map((pupil) => pupil.fault)).size).toBeGreaterThan(20);
  pupils.forEach((pupil, i) => {
    if (pupil.fault === undefined) expect(pupil).toEqual(without[i]);
    else expect(pupil.records).not.toEqual(without[i]!.records);
  });
});

it('has no faults when none are asked for', () => {
  expect(clean.every((pupil) => pupil.fault === undefined)).toBe(true);
});
