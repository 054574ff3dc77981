import type { PupilWithRecords } from '@rollbook/loader';
import { addDays, type CanonicalRecord } from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nccisYoungPersonSchema } from '../nccis/young-person.js';
import { enrolment, ID, lookedAfter, participation, pupil, sen, withRecords } from './__fixtures__/pupils.js';
import { codes, DATE, everything, of, options, school } from './__fixtures__/snapshots.js';
import { youngPersonOf, type YoungPersonSnapshot } from './young-person-of.js';

describe('youngPersonOf', () => {
  it('gives all that is known of a pupil on the day', () => {
    const records = [
      enrolment('8554001', '2021-09-01', { leavingDate: '2026-08-31', attendedName: 'Invented School' }),
      enrolment('8564002', '2026-09-03', { current: true, attendedName: 'Invented College' }),
      sen('K', '2024-09-01'),
      lookedAfter(),
      participation('110', '2021-09-01', '2026-08-31', {
        guaranteeStatus: '110',
        intendedDestination: '121',
      }),
      participation('220', '2026-09-03', undefined, {
        dateAscertained: '2026-09-10',
        dueToLapseDate: '2027-07-31',
        establishment: '8564002',
        levelOfNeed: '2',
        predictedEndDate: '2028-07-31',
      }),
      participation('330', '2026-11-01', undefined, { levelOfNeed: '1' }),
    ];
    const { person, issues, leaveOut, withheld } = of(records, {
      ...everything,
      characteristicsOf: () => ['140'],
      activityDetails: () => ({ dateVerified: '2026-10-05', reviewDate: '2027-01-10' }),
    });
    expect(person).toEqual({
      youngPersonsId: ID,
      cohortStatus: 'P',
      givenName: 'Ada',
      middleName: 'Bea',
      familyName: 'Example',
      addressLine2: '14',
      addressLine3: 'Weir Road',
      town: 'Testham',
      county: 'Testshire',
      postcode: 'ZZ99 9ZZ',
      gender: 'F',
      dob: '2010-01-10',
      ethnicity: 'WBRI',
      leadLea: '856',
      educatedLea: '856',
      leaCodeAtYear11: '855',
      uniqueLearnerNo: '1000000035',
      uniquePupilNumber: pupil().upn,
      guaranteeStatusIndicator: 'Y',
      guaranteeYear11: { guaranteeStatus: '110', leaCode: '855' },
      levelOfNeedCode: '2',
      sendFlag: 'N',
      senSupportFlag: 'Y',
      characteristics: ['110', '140'],
      activity: {
        activityCode: '220',
        startDate: '2026-09-03',
        dateAscertained: '2026-09-10',
        dateVerified: '2026-10-05',
        reviewDate: '2027-01-10',
        dueToLapseDate: '2027-07-31',
        currencyLapsed: 'N',
        establishmentNumber: '8564002',
        establishmentName: 'Invented College',
        predictedEndDate: '2028-07-31',
      },
      intendedDestinationYr11: '121',
    });
    expect(nccisYoungPersonSchema.parse(person)).toEqual(person);
    expect({ issues, leaveOut, withheld }).toEqual({ issues: [], leaveOut: undefined, withheld: [] });
  });

  it('writes no special category data that no option names, and tells what it withheld', () => {
    const records = [school, sen('E', '2024-09-01'), lookedAfter(), participation('110', '2021-09-01')];
    const asked: string[] = [];
    const { person, withheld } = of(records, {
      characteristicsOf: () => {
        asked.push('characteristics');
        return ['140'];
      },
    });
    for (const field of ['ethnicity', 'sendFlag', 'senSupportFlag', 'characteristics'])
      expect(person).not.toHaveProperty(field);
    expect([...withheld].sort()).toEqual(['characteristics', 'ethnicity', 'sen']);
    expect(asked).toEqual([]);
  });

  it.each([
    ['ethnicity', ['ethnicity']],
    ['sen', ['sendFlag', 'senSupportFlag']],
    ['characteristics', ['characteristics']],
  ] as const)('the option %s names %j alone', (option, fields) => {
    const records = [school, sen('E', '2024-09-01'), lookedAfter(), participation('110', '2021-09-01')];
    const { person } = of(records, { [option]: 'include' });
    const there = ['ethnicity', 'sendFlag', 'senSupportFlag', 'characteristics'].filter(
      (field) => field in person,
    );
    expect(there).toEqual(fields);
  });

  it('refuses an option or a day that can’t be', () => {
    expect(() => of([], { leadLa: '004' })).toThrow(RangeError);
    expect(() => of([], {}, '2026-02-30')).toThrow(RangeError);
  });

  it('has a guarantee block only with a status, and the indicator Y only with the block that is due', () => {
    const none = of([school, participation('210', '2026-09-01')]).person;
    expect(none.guaranteeStatusIndicator).toBe('N');
    expect(none).not.toHaveProperty('guaranteeYear11');
    expect(none).not.toHaveProperty('guaranteeYear12');
    const old = of(
      [
        school,
        participation('110', '2021-09-01', '2026-08-31', { guaranteeStatus: '110' }),
        participation('210', '2026-09-01'),
      ],
      {},
      '2027-05-31',
    ).person;
    expect(old).toMatchObject({ guaranteeStatusIndicator: 'N', guaranteeYear11: { guaranteeStatus: '110' } });
    expect(old).not.toHaveProperty('guaranteeYear12');
  });

  it('tells what else it can’t take', () => {
    const records = [school, sen('S', '2016-09-01'), participation('210', '2026-09-01')];
    const snapshot = of(records, { ...everything, characteristicsOf: () => ['999'] });
    expect(codes(snapshot).sort()).toEqual(['profile-characteristic-unknown', 'profile-sen-unknown']);
    expect(snapshot.person.characteristics).toEqual(['999']);
    const long = withRecords([school, participation('210', '2026-09-01')], {
      address: { lines: ['1', '2', '3', '4', '5'] },
    });
    expect(codes(youngPersonOf(long, DATE, options))).toEqual(['profile-address-lines-joined']);
    const unborn = withRecords([school, participation('210', '2026-09-01')], {
      birthDate: undefined as never,
    });
    expect(youngPersonOf(unborn, DATE, options)).toMatchObject({ leaveOut: 'birth-date-missing' });
    const grown = withRecords([school, participation('210', '2026-09-01')], { birthDate: '2006-01-10' });
    expect(youngPersonOf(grown, DATE, options)).toMatchObject({ leaveOut: 'plan-not-told' });
    const old = of([
      school,
      participation('110', '2021-09-01', '2024-08-31', { guaranteeStatus: '110' }),
      participation('210', '2026-09-01'),
    ]);
    expect(codes(old)).toEqual(['profile-guarantee-year-unknown']);
  });

  it('puts each issue on its record, without data in its words', () => {
    const { issues } = youngPersonOf(withRecords([], { sex: 'X', supplierIds: {} }), DATE, options);
    expect(issues.length).toBeGreaterThan(2);
    for (const issue of issues) {
      expect(issue.place).toEqual({ line: 7 });
      expect(issue.record).toMatchObject({ kind: 'pupil', key: pupil().key });
      for (const text of ['Ada', 'Example', '2010', pupil().upn!]) {
        expect(issue.message).not.toContain(text);
        expect(issue.help).not.toContain(text);
      }
    }
  });
});

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days));
const someDay = fc.option(day, { nil: undefined });

/** Records of every kind that a snapshot reads, with dates on all sides. */
const anyRecord: fc.Arbitrary<CanonicalRecord> = fc
  .record({
    kind: fc.constantFrom('participation', 'enrolment', 'sen', 'looked-after'),
    key: fc.uuid(),
    start: day,
    end: someDay,
    activity: fc.constantFrom('110', '210', '330', '619', '650', '810'),
    guaranteeStatus: fc.constantFrom('110', '140', undefined),
    levelOfNeed: fc.constantFrom('1', '2', '3', undefined),
    attended: fc.constantFrom('8554001', '8564002'),
    provision: fc.constantFrom('K', 'E', 'N'),
  })
  .map(({ kind, key, start, end, activity, guaranteeStatus, levelOfNeed, attended, provision }) => {
    if (kind === 'enrolment')
      return { ...enrolment(attended, start, { ...(end && { leavingDate: end }) }), key };
    if (kind === 'sen') return { ...sen(provision, start, end), key };
    if (kind === 'looked-after')
      return { ...lookedAfter({ startDate: start, ...(end && { endDate: end }) }), key };
    return participation(activity, start, end, {
      key,
      ...(guaranteeStatus && { guaranteeStatus }),
      ...(levelOfNeed && { levelOfNeed }),
    });
  });

describe('any pupil', () => {
  const startOf = (record: CanonicalRecord): string =>
    record.kind === 'enrolment'
      ? record.entryDate!
      : 'startDate' in record
        ? (record.startDate as string)
        : '';
  const snapshot = (one: PupilWithRecords, date: string): YoungPersonSnapshot =>
    youngPersonOf(one, date, { ...everything, activityFrom: 'enrolment', withoutActivity: 'not-known' });

  it('has a snapshot that the schema takes, the same without what starts after the day, in any order', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyRecord, { maxLength: 10 })
          .chain((records) =>
            fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
          ),
        day,
        ([records, shuffled], date) => {
          const whole = snapshot(withRecords(records), date);
          expect(nccisYoungPersonSchema.parse(whole.person)).toEqual(whole.person);
          const until = snapshot(withRecords(records.filter((record) => startOf(record) <= date)), date);
          expect(until).toEqual(whole);
          expect(snapshot(withRecords(shuffled), date).person).toEqual(whole.person);
          expect((whole.person.activity?.startDate ?? date) <= date).toBe(true);
        },
      ),
    );
  });

  it('has never a special category field that no option names', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 10 }), day, (records, date) => {
        const { person } = youngPersonOf(withRecords(records), date, options);
        for (const field of ['ethnicity', 'sendFlag', 'senSupportFlag', 'characteristics'])
          expect(person).not.toHaveProperty(field);
        expect(person.activity?.activityCode).not.toBe('650');
      }),
    );
  });
});
