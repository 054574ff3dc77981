import { describe, expect, it } from 'vitest';
import { academicAgeOn, yearElevenOf } from './academic-age.js';
import { cohortStatus, type CohortFacts } from './cohort-status.js';

const date = '2026-10-01';
/** Born on 10 January of the year: its academic age on 1 October 2026 is 2026 less the year. */
const aged = (age: number): string => `${2026 - age}-01-10`;

describe('cohortStatus', () => {
  it.each<[string, CohortFacts, object]>([
    ['year 10', { birthDate: aged(14) }, { outside: 'too-young' }],
    ['year 11', { birthDate: aged(15) }, { status: 'P' }],
    ['year 12', { birthDate: aged(16) }, { status: 'P' }],
    ['year 13', { birthDate: aged(17) }, { status: 'P' }],
    ['18 without a plan', { birthDate: aged(18) }, { status: 'A' }],
    ['18 with a plan', { birthDate: aged(18), plan: 'current' }, { status: 'P' }],
    ['24 with a plan', { birthDate: aged(24), plan: 'current' }, { status: 'P' }],
    ['25 with a plan', { birthDate: aged(25), plan: 'current' }, { status: 'A' }],
    [
      '18 of whose plan nobody may tell',
      { birthDate: aged(18), plan: 'not-told' },
      { outside: 'plan-not-told' },
    ],
    ['17 of whose plan nobody may tell', { birthDate: aged(17), plan: 'not-told' }, { status: 'P' }],
    ['25 of whose plan nobody may tell', { birthDate: aged(25), plan: 'not-told' }, { status: 'A' }],
    ['19 in years whose plan ceased', { birthDate: aged(19), plan: 'ceased' }, { status: 'A' }],
    ['20 in years whose plan ceased', { birthDate: aged(20), plan: 'ceased' }, { status: 'L' }],
    ['25 in years whose plan ceased', { birthDate: aged(25), plan: 'ceased' }, { status: 'L' }],
    ['26 in years whose plan ceased', { birthDate: aged(26), plan: 'ceased' }, { status: 'A' }],
    ['told to have transferred', { birthDate: aged(16), told: 'T' }, { status: 'T' }],
    ['told to have died, without a date of birth', { told: 'D' }, { status: 'D' }],
    [
      'led on elsewhere with a guarantee',
      { birthDate: aged(16), resident: false, guarantee: true },
      { status: 'G' },
    ],
    ['led on elsewhere without', { birthDate: aged(16), resident: false }, { outside: 'not-resident' }],
    [
      'led on elsewhere, year 11 in autumn',
      { birthDate: aged(15), resident: false, guarantee: true },
      { outside: 'not-resident' },
    ],
    ['without a date of birth', {}, { outside: 'birth-date-missing' }],
    ['with a date that is no day', { birthDate: '2010-02-30' }, { outside: 'birth-date-missing' }],
  ])('%s', (_, facts, verdict) => {
    expect(cohortStatus(facts, date)).toEqual(verdict);
  });

  it('changes on 1 September', () => {
    expect(cohortStatus({ birthDate: '2011-08-31' }, '2026-08-31')).toEqual({ outside: 'too-young' });
    expect(cohortStatus({ birthDate: '2011-08-31' }, '2026-09-01')).toEqual({ status: 'P' });
    expect(cohortStatus({ birthDate: '2011-09-01' }, '2026-09-01')).toEqual({ outside: 'too-young' });
    expect(cohortStatus({ birthDate: '2008-09-01' }, '2027-08-31')).toEqual({ status: 'P' });
    expect(cohortStatus({ birthDate: '2008-09-01' }, '2027-09-01')).toEqual({ status: 'A' });
  });

  it('refuses what is no day', () => {
    expect(() => cohortStatus({}, '2026-10')).toThrow(RangeError);
  });
});

describe('academic age', () => {
  it('is that of 31 August before', () => {
    expect(academicAgeOn('2010-08-31', '2026-08-31')).toBe(15);
    expect(academicAgeOn('2010-08-31', '2026-09-01')).toBe(16);
    expect(academicAgeOn('2010-09-01', '2026-09-01')).toBe(15);
    expect(academicAgeOn(undefined, '2026-09-01')).toBeUndefined();
  });

  it('is 15 in the whole of year 11', () => {
    for (const birthDate of ['2010-01-10', '2010-08-31', '2010-09-01', '2009-12-31']) {
      const year = yearElevenOf(birthDate)!;
      expect(academicAgeOn(birthDate, `${year}-09-01`)).toBe(15);
      expect(academicAgeOn(birthDate, `${year + 1}-08-31`)).toBe(15);
    }
    expect(yearElevenOf('2010-02-30')).toBeUndefined();
  });
});
