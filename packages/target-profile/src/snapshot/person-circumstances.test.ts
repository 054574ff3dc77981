import type { LookedAfter, Pupil } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { lookedAfter, participation, withRecords } from './__fixtures__/pupils.js';
import { codes, DATE, of, school, options } from './__fixtures__/snapshots.js';
import type { SnapshotOptions } from './snapshot-options.js';
import { youngPersonOf } from './young-person-of.js';

describe('the circumstances of a snapshot', () => {
  it('leaves out a protected address, and not another', () => {
    const activity = participation('110', '2021-09-01');
    const hidden = of([school, activity], { withholdAddress: () => true });
    expect(hidden.withheld).toContain('address');
    expect(codes(hidden)).toEqual(['profile-address-withheld']);
    const text = JSON.stringify(hidden);
    for (const part of ['Weir Road', 'Testham', 'Testshire', 'ZZ99']) expect(text).not.toContain(part);
    expect(of([school, activity], { withholdAddress: () => false }).person.postcode).toBe('ZZ99 9ZZ');
  });

  it.each<[string, Partial<SnapshotOptions>, Partial<Pupil>, string | undefined, string[]]>([
    ['U for no sex', {}, { sex: undefined }, 'U', []],
    ['W as it is', {}, { sex: 'W' }, 'W', []],
    ['U for another code, and says so', {}, { sex: 'X' }, 'U', ['profile-gender-unknown']],
  ])('gender is %s', (_, more, fields, gender, told) => {
    const snapshot = youngPersonOf(withRecords([school, participation('210', '2026-09-01')], fields), DATE, {
      ...options,
      ...more,
    });
    expect(snapshot.person.gender).toBe(gender);
    expect(codes(snapshot)).toEqual(told);
  });

  it.each([
    ['WIRT', undefined, ['profile-ethnicity-unmapped']],
    ['QQQQ', undefined, ['profile-ethnicity-unmapped']],
    ['BBRI', 'BBRI', ['profile-ethnicity-unconfirmed']],
    ['BSOM', 'BAFR', []],
  ])('ethnicity %s is %s', (ethnicity, code, told) => {
    const one = withRecords([school, participation('210', '2026-09-01')], { ethnicity });
    const snapshot = youngPersonOf(one, DATE, { ...options, ethnicity: 'include' });
    expect(snapshot.person.ethnicity).toBe(code);
    expect(codes(snapshot)).toEqual(told);
  });

  it('takes the caller’s own mapping of ethnicity', () => {
    const one = withRecords([school, participation('210', '2026-09-01')], { ethnicity: 'WIRT' });
    const mapEthnicity = (): { status: 'mapped'; code: string } => ({ status: 'mapped', code: 'WROM' });
    expect(
      youngPersonOf(one, DATE, { ...options, ethnicity: 'include', mapEthnicity }).person.ethnicity,
    ).toBe('WROM');
  });

  it.each<[string, Partial<LookedAfter>, string[] | undefined]>([
    ['looked after on its first day', { startDate: DATE }, ['110']],
    ['looked after on its last day', { endDate: DATE }, ['110']],
    ['looked after from the next day', { startDate: '2026-11-01' }, undefined],
    ['looked after until the day before', { endDate: '2026-10-30' }, undefined],
    ['not in care', { inCare: false }, undefined],
    ['looked after before', { postLookedAfter: 'A' }, undefined],
  ])('%s', (_, fields, characteristics) => {
    const records = [school, participation('210', '2026-09-01'), lookedAfter(fields)];
    const named = of(records, { characteristics: 'include' });
    expect(named.person.characteristics).toEqual(characteristics);
    expect(of(records).withheld.includes('characteristics')).toBe(characteristics !== undefined);
  });
});
