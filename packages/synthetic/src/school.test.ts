import { createHash } from 'node:crypto';
import {
  canonicalRecordSchema,
  type CanonicalRecord,
  expectedAge,
  isUpn,
  ageAtStartOfYear,
  ethnicities,
  languages,
  senNeeds,
} from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Phase, SchoolOptions } from './options.js';
import { createSchool, type SyntheticPupil } from './school.js';

function digest(options: SchoolOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([...createSchool(options).records()]))
    .digest('hex');
}

function ofKind<K extends CanonicalRecord['kind']>(
  pupil: SyntheticPupil,
  kind: K,
): Extract<CanonicalRecord, { kind: K }>[] {
  return pupil.records.filter(
    (record): record is Extract<CanonicalRecord, { kind: K }> => record.kind === kind,
  );
}

const phases: readonly Phase[] = ['primary', 'secondary', 'all-through'];
const anySchool = fc.record({
  seed: fc.maxSafeInteger(),
  pupils: fc.integer({ min: 1, max: 60 }),
  phase: fc.constantFrom(...phases),
  date: fc.constantFrom(
    '2015-09-01',
    '2019-12-20',
    '2024-08-19',
    '2026-08-31',
    '2026-09-01',
    '2026-09-02',
    '2031-05-01',
  ),
});

describe('determinism', () => {
  it('gives the records it has always given: change this only with the data on purpose', () => {
    expect(digest({ seed: 1, pupils: 25, faults: { rate: 0.3 } })).toBe(
      '3b6b194262b5ff017dfd47b681f497bad4bc3816544cacf4e6c1d5ba455c73a7',
    );
  });

  it('gives the same school each time it is asked, and another for another seed', () => {
    const school = createSchool({ seed: 3, pupils: 40 });
    expect([...school.records()]).toEqual([...school.records()]);
    expect(digest({ seed: 3, pupils: 40 })).not.toBe(digest({ seed: 4, pupils: 40 }));
  });

  it('begins a larger school with the pupils of a smaller one', () => {
    const names = (pupils: number) =>
      [...createSchool({ seed: 9, pupils }).pupils()]
        .slice(0, 50)
        .map(({ pupil }) => [pupil.surname, pupil.forename, pupil.birthDate]);
    expect(names(5_000)).toEqual(names(50));
  });

  it('makes pupils only as they are asked for', () => {
    const first = createSchool({ seed: 1, pupils: 1_000_000 }).pupils().next().value;
    expect(first).toMatchObject({ index: 0 });
  });
});

describe('records', () => {
  it('fit their schemas, with or without faults, for any school', () => {
    fc.assert(
      fc.property(anySchool, fc.constantFrom(0, 1), (options, rate) => {
        for (const record of createSchool({ ...options, faults: { rate } }).records()) {
          const result = canonicalRecordSchema.safeParse(record);
          if (!result.success) throw new Error(`${record.kind}: ${result.error.message}`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('have a key of their own within kind and school', () => {
    fc.assert(
      fc.property(anySchool, (options) => {
        const keys = new Set<string>();
        let count = 0;
        for (const record of createSchool(options).records()) {
          keys.add(record.kind + record.key);
          count++;
        }
        expect(keys.size).toBe(count);
      }),
      { numRuns: 40 },
    );
  });

  it('stand together by pupil, the pupil first, as many pupils as asked for', () => {
    const pupils = [...createSchool({ seed: 2, pupils: 77 }).pupils()];
    expect(pupils).toHaveLength(77);
    for (const { pupil, records } of pupils) {
      expect(records[0]).toBe(pupil);
      for (const record of records.slice(1))
        expect(record).toMatchObject({ pupilKey: pupil.key, school: '9998888' });
    }
  });

  it('without faults are sound: ages, sums, spells and registrations agree', () => {
    fc.assert(
      fc.property(anySchool, (options) => {
        const school = createSchool(options);
        for (const person of school.pupils()) {
          const { pupil } = person;
          expect(pupil.surname).toBeTruthy();
          expect(pupil.forename).toBeTruthy();
          expect(isUpn(pupil.upn ?? '')).toBe(true);

          const enrolments = ofKind(person, 'enrolment');
          const current = enrolments.filter((enrolment) => enrolment.current);
          expect(current).toHaveLength(1);
          const age = ageAtStartOfYear(pupil.birthDate!, school.academicYear)!;
          expect(expectedAge(current[0]!.yearGroup!)).toMatchObject({ min: age, max: age });
          for (let i = 1; i < enrolments.length; i++) {
            const [later, earlier] = [enrolments[i - 1]!, enrolments[i]!];
            expect(earlier.entryDate! <= earlier.leavingDate!).toBe(true);
            expect(earlier.leavingDate! < later.entryDate!).toBe(true);
            expect(earlier.entryDate! > pupil.birthDate!).toBe(true);
          }
          expect(enrolments.filter((enrolment) => enrolment.lastSchool)).toHaveLength(
            enrolments.length > 1 ? 1 : 0,
          );

          for (const sums of ofKind(person, 'attendance-summary')) {
            expect(sums.sessionsAttended! + sums.sessionsAuthorised! + sums.sessionsUnauthorised!).toBe(
              sums.sessionsPossible,
            );
            expect(
              Math.min(sums.sessionsAttended!, sums.sessionsAuthorised!, sums.sessionsUnauthorised!),
            ).toBeGreaterThanOrEqual(0);
            expect(sums.sessionsPossible).toBeLessThanOrEqual(380);
          }
          const provisions = ofKind(person, 'sen-provision');
          for (let i = 1; i < provisions.length; i++) {
            expect(provisions[i - 1]!.endDate! < provisions[i]!.startDate!).toBe(true);
          }
          for (const spell of [...provisions, ...ofKind(person, 'fsm-spell')]) {
            if (spell.endDate !== undefined) expect(spell.startDate! <= spell.endDate).toBe(true);
          }
          if (ofKind(person, 'sen-need').length > 0)
            expect(['K', 'E']).toContain(provisions.at(-1)?.provision);
          for (const result of ofKind(person, 'assessment-result'))
            expect(result.resultDate! <= school.date).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('hold only codes that the code sets know', () => {
    for (const person of createSchool({ seed: 6, pupils: 800 }).pupils()) {
      expect(ethnicities.has(person.pupil.ethnicity!)).toBe(true);
      for (const { code } of person.pupil.languages!) expect(languages.has(code)).toBe(true);
      for (const { need } of ofKind(person, 'sen-need')) expect(senNeeds.has(need!)).toBe(true);
    }
  });
});

describe('a large school looks like England', () => {
  const pupils = [...createSchool({ seed: 20, pupils: 8_000 }).pupils()];
  const share = (test: (pupil: SyntheticPupil) => boolean) => pupils.filter(test).length / pupils.length;
  const provision = (code: string) => (pupil: SyntheticPupil) =>
    ofKind(pupil, 'sen-provision').some((spell) => spell.endDate === undefined && spell.provision === code);

  it.each<[string, (pupil: SyntheticPupil) => boolean, number, number]>([
    ['SEN support', provision('K'), 0.125, 0.155],
    ['education, health and care plan', provision('E'), 0.04, 0.06],
    [
      'eligible for free school meals',
      (pupil) => ofKind(pupil, 'fsm-spell').some((spell) => spell.endDate === undefined),
      0.23,
      0.28,
    ],
    ['White British', ({ pupil }) => pupil.ethnicity === 'WBRI', 0.56, 0.63],
    ['first language not English', ({ pupil }) => !pupil.languages![0]!.code.startsWith('EN'), 0.17, 0.25],
    ['temporary UPN', ({ pupil }) => /[A-Z]$/.test(pupil.upn!), 0.005, 0.02],
    ['girls', ({ pupil }) => pupil.sex === 'F', 0.46, 0.52],
    ['looked after', (pupil) => ofKind(pupil, 'looked-after').length > 0, 0.004, 0.014],
    [
      'name outside of ASCII',
      ({ pupil }) => /[^\x20-\x7e]/.test(`${pupil.surname!}${pupil.forename!}`),
      0.05,
      0.25,
    ],
    [
      'name outside of Latin-1',
      ({ pupil }) => /[^\x20-\xff]/.test(`${pupil.surname!}${pupil.forename!}`),
      0.01,
      0.15,
    ],
    ['surname with apostrophe', ({ pupil }) => /['’]/.test(pupil.surname!), 0.01, 0.1],
    ['surname with hyphen', ({ pupil }) => pupil.surname!.includes('-'), 0.02, 0.15],
    ['surname with space', ({ pupil }) => pupil.surname!.includes(' '), 0.01, 0.15],
  ])('%s', (_name, test, low, high) => {
    const found = share(test);
    expect(found).toBeGreaterThan(low);
    expect(found).toBeLessThan(high);
  });

  it('has brothers and sisters with one address and the same contacts', () => {
    const homes = new Map<string, SyntheticPupil[]>();
    for (const pupil of pupils) {
      const home = JSON.stringify(pupil.pupil.address);
      homes.set(home, [...(homes.get(home) ?? []), pupil]);
    }
    const families = [...homes.values()].filter((family) => family.length > 1);
    expect(families.length).toBeGreaterThan(500);
    const adults = (pupil: SyntheticPupil) =>
      ofKind(pupil, 'contact').map(({ forename, surname, phones }) => ({ forename, surname, phones }));
    for (const [first, ...others] of families) {
      for (const other of others) expect(adults(other)).toEqual(adults(first!));
    }
  });

  it('gives ULNs from year 9 on', () => {
    for (const pupil of pupils) {
      const year = ofKind(pupil, 'enrolment')[0]!.yearGroup!;
      expect(pupil.pupil.uln !== undefined).toBe(year !== 'R' && Number(year) >= 9);
    }
  });

  it.each<[Phase, RegExp]>([
    ['primary', /^(R|[1-6])$/],
    ['secondary', /^([7-9]|1[0-3])$/],
  ])('%s schools have their own year groups', (phase, years) => {
    for (const pupil of createSchool({ seed: 1, pupils: 200, phase }).pupils()) {
      expect(ofKind(pupil, 'enrolment')[0]!.yearGroup).toMatch(years);
    }
  });
});

describe('options', () => {
  it.each<[string, Partial<SchoolOptions>]>([
    ['no pupils', { pupils: 0 }],
    ['half a pupil', { pupils: 1.5 }],
    ['too many', { pupils: 2_000_000 }],
    ['seed', { seed: 0.5 }],
    ['date', { date: '2026-02-30' }],
    ['LA', { la: '99' }],
    ['LA of UPNs', { upnLa: '1' }],
    ['establishment of a feeder', { establishment: '2001' }],
    ['rate', { faults: { rate: 1.5 } }],
  ])('refuses %s', (_name, wrong) => {
    expect(() => createSchool({ seed: 1, pupils: 10, ...wrong })).toThrow(RangeError);
  });
});
