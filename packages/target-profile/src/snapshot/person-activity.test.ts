import type { YouthParticipation } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { enrolment, participation, withRecords, writtenOn } from './__fixtures__/pupils.js';
import { codes, DATE, everything, of, school } from './__fixtures__/snapshots.js';
import { youngPersonOf } from './young-person-of.js';

describe('the activity of a snapshot', () => {
  it.each([
    ['620', 'characteristics'],
    ['630', 'characteristics'],
    ['640', 'characteristics'],
    ['650', 'characteristics'],
    ['660', 'characteristics'],
    ['670', 'characteristics'],
    ['720', 'characteristics'],
    ['280', 'sen'],
    ['460', 'sen'],
  ] as const)('leaves one out whose activity %s tells what only the option %s names', (code, option) => {
    const records = [school, participation(code, '2026-09-01')];
    const without = of(records);
    expect(without).toMatchObject({ leaveOut: 'activity-sensitive' });
    expect(without.person.activity).toBeUndefined();
    expect(codes(without)).toContain('profile-activity-sensitive');
    expect(JSON.stringify(without)).not.toContain(`"${code}"`);
    const other = option === 'sen' ? 'characteristics' : 'sen';
    expect(of(records, { [other]: 'include' }).leaveOut).toBe('activity-sensitive');
    expect(of(records, { [option]: 'include' })).toMatchObject({
      person: { activity: { activityCode: code } },
    });
    expect(of(records, { [option]: 'include' }).leaveOut).toBeUndefined();
  });

  it.each([
    ['8564002', { establishmentNumber: '8564002' }, []],
    ['10001234', { ukProviderReferenceNumber: '10001234' }, []],
    ['Invented Training', { establishmentName: 'Invented Training' }, ['profile-establishment-unknown']],
  ])('establishment %s', (establishment, fields, told) => {
    const snapshot = of([school, participation('230', '2026-09-01', undefined, { establishment })]);
    expect(snapshot.person.activity).toEqual({
      activityCode: '230',
      startDate: '2026-09-01',
      currencyLapsed: 'N',
      ...fields,
    });
    expect(codes(snapshot)).toEqual(told);
  });

  it('gives no establishment to one at home, by the authority’s number and 9999', () => {
    const { person } = of([participation('120', '2026-09-01')], { educatedLa: () => '856' });
    expect(person).toMatchObject({ activity: { establishmentNumber: '8569999' }, educatedLea: '856' });
  });

  it('has an activity lapsed from the day after it was due to', () => {
    const lapsed = (date: string): string | undefined =>
      of([school, participation('210', '2026-09-01', undefined, { dueToLapseDate: '2026-10-31' })], {}, date)
        .person.activity?.currencyLapsed;
    expect(lapsed('2026-10-31')).toBe('N');
    expect(lapsed('2026-11-01')).toBe('Y');
  });

  it('has the start of being NEET from the history', () => {
    const records = [
      school,
      participation('610', '2026-07-01', '2026-09-30'),
      participation('619', '2026-10-01'),
    ];
    expect(of(records).person.activity).toMatchObject({ activityCode: '619', neetStartDate: '2026-07-01' });
  });

  it('says when no activity runs, and puts in its place what the options say', () => {
    const records = [school, participation('110', '2021-09-01', '2026-08-31')];
    const missing = of(records);
    expect(missing.person).not.toHaveProperty('activity');
    expect(codes(missing)).toEqual(['profile-activity-missing']);

    const unknown = of(records, { withoutActivity: 'not-known' });
    expect(unknown.person.activity).toEqual({
      activityCode: '810',
      startDate: '2026-09-01',
      dateAscertained: '2026-09-01',
      currencyLapsed: 'N',
    });
    expect(codes(unknown)).toEqual(['profile-activity-not-known-follows']);
    expect(codes(of([school], { withoutActivity: 'not-known' }))).toEqual(['profile-activity-missing']);

    const enrolled = of([writtenOn(school, '2026-10-12T08:00:00')], { activityFrom: 'enrolment' });
    expect(enrolled.person.activity).toEqual({
      activityCode: '210',
      startDate: '2026-09-01',
      dateAscertained: '2026-09-01',
      dateVerified: '2026-10-12',
      currencyLapsed: 'N',
      establishmentNumber: '8554001',
      establishmentName: 'Invented School',
    });
    expect(codes(enrolled)).toEqual(['profile-activity-from-enrolment']);
    const earlier = of([writtenOn(school, '2026-10-12')], { activityFrom: 'enrolment' }, '2026-05-31');
    expect(earlier.person.activity).toMatchObject({ activityCode: '110', startDate: '2025-09-01' });
    expect(earlier.person.activity).not.toHaveProperty('dateVerified');
    const college = of([enrolment('8558001', '2026-09-01', { status: 'F' })], { activityFrom: 'enrolment' });
    expect(codes(college)).toEqual(['profile-activity-missing']);
  });

  it('says that an activity is undated, and that two are tied', () => {
    expect(codes(of([school, participation('210', '2026-09-01'), participation('619', undefined)]))).toEqual([
      'profile-activity-undated',
    ]);
    expect(
      codes(of([school, participation('210', '2026-09-01'), participation('330', '2026-09-01')])),
    ).toEqual(['profile-activities-tied']);
  });

  it.each([
    ['2010-01-10', '2021-09-01', '210', '2026-09-01'],
    ['2010-01-10', '2026-10-05', '210', '2026-10-05'],
    ['2009-01-10', '2021-09-01', '210', '2025-09-01'],
    ['2008-01-10', '2021-09-01', '210', '2024-09-01'],
    ['2011-01-10', '2021-09-01', '110', '2026-09-01'],
    ['2011-01-10', '2026-10-05', '110', '2026-10-05'],
    ['2007-01-10', '2021-09-01', undefined, undefined],
  ])(
    'of an enrolment, for one born %s who entered %s, is %s from %s',
    (birthDate, entry, activityCode, startDate) => {
      const one = withRecords([enrolment('8554001', entry)], { birthDate });
      const { activity } = youngPersonOf(one, DATE, { ...everything, activityFrom: 'enrolment' }).person;
      expect([activity?.activityCode, activity?.startDate]).toEqual([activityCode, startDate]);
    },
  );

  it.each(['F', 'O', 'G'])('is none of an enrolment with status %s', (status) => {
    const snapshot = of([enrolment('8554001', '2026-09-01', { status })], { activityFrom: 'enrolment' });
    expect(snapshot.person).not.toHaveProperty('activity');
  });

  it('is that of the history before that of an enrolment', () => {
    const records = [school, participation('330', '2026-09-01')];
    expect(of(records, { activityFrom: 'enrolment' }).person.activity?.activityCode).toBe('330');
  });

  it.each<[string, string | undefined, string | undefined, Partial<YouthParticipation>, boolean]>([
    ['a starter', '2026-09-07', undefined, { establishment: '8568000' }, true],
    ['a starter of the day', DATE, undefined, { establishment: '8568000' }, true],
    ['a starter to come', '2026-11-01', undefined, { establishment: '8568000' }, false],
    ['a leaver before the day', '2026-09-07', '2026-10-30', { establishment: '8568000' }, false],
    ['an undated provider', undefined, undefined, { establishment: 'Invented College' }, true],
    ['an intended destination alone', undefined, undefined, { intendedDestination: '121' }, false],
  ])('is none of %s without a code, and says so where it matters', (_, start, end, fields, told) => {
    const uncoded = participation(undefined, start, end, fields);
    const snapshot = of([school, participation('210', '2026-09-01'), uncoded]);
    expect(snapshot.person.activity?.activityCode).toBe('210');
    expect(codes(snapshot)).toEqual(told ? ['profile-activity-uncoded'] : []);
  });

  it('is judged by the code that the caller’s details give', () => {
    const details = { activityDetails: () => ({ activityCode: '650' }) };
    expect(of([school, participation('619', '2026-09-01')], details).leaveOut).toBe('activity-sensitive');
  });
});
