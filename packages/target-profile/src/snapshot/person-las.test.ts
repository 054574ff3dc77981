import type { CanonicalRecord } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { enrolment, participation } from './__fixtures__/pupils.js';
import { codes, of, school } from './__fixtures__/snapshots.js';
import type { SnapshotOptions } from './snapshot-options.js';

describe('the authorities of a snapshot', () => {
  it('finds the authorities: leading, educating, of year 11', () => {
    const activity = participation('230', '2026-09-01', undefined, { establishment: '8574003' });
    expect(of([activity]).person).toMatchObject({ leadLea: '856', educatedLea: '857' });
    expect(of([school, activity]).person).toMatchObject({ educatedLea: '855', leaCodeAtYear11: '855' });
    const nowhere = of([participation('619', '2026-09-01')]);
    expect(nowhere.person).not.toHaveProperty('educatedLea');
    expect(codes(nowhere)).toEqual(['profile-educated-la']);
    const told = of([participation('619', '2026-09-01')], {
      educatedLa: () => '856',
      laAtYear11: () => '002',
    });
    expect(told.person).toMatchObject({ educatedLea: '856', leaCodeAtYear11: '002' });
    const unled = of([school, participation('210', '2026-09-01')], { leadLa: () => '004' });
    expect(unled.person).not.toHaveProperty('leadLea');
    expect(codes(unled)).toEqual(['profile-lead-la']);
  });

  it.each<[string, Partial<SnapshotOptions>, CanonicalRecord[], object, string[]]>([
    [
      'transferred',
      { leaving: () => ({ status: 'T', transferredTo: '855' }) },
      [],
      { cohortStatus: 'T', transferredToLaCode: '855' },
      [],
    ],
    [
      'transferred to nowhere',
      { leaving: () => ({ status: 'T' }) },
      [],
      { cohortStatus: 'T' },
      ['profile-transfer-target'],
    ],
    [
      'transferred to its own authority',
      { leaving: () => ({ status: 'T', transferredTo: '856' }) },
      [],
      { cohortStatus: 'T' },
      ['profile-transfer-target'],
    ],
    [
      'transferred to the unknown',
      { leaving: () => ({ status: 'T', transferredTo: '004' }) },
      [],
      { cohortStatus: 'T' },
      ['profile-transfer-target'],
    ],
    [
      'left England',
      { leaving: () => ({ status: 'E', transferredTo: '001' }) },
      [],
      { cohortStatus: 'E', transferredToLaCode: '001' },
      [],
    ],
    [
      'a duplicate with a target',
      { leaving: () => ({ status: 'M', transferredTo: '855' }) },
      [],
      { cohortStatus: 'M' },
      ['profile-transfer-target'],
    ],
    [
      'deceased by the school',
      {},
      [enrolment('8554009', '2020-09-01', { leavingDate: '2026-10-01', leavingReason: 'DD' })],
      { cohortStatus: 'D' },
      [],
    ],
  ])('%s', (_, more, extra, fields, told) => {
    const snapshot = of([school, participation('210', '2026-09-01'), ...extra], more);
    expect(snapshot.person).toMatchObject(fields);
    expect(codes(snapshot)).toEqual(told);
  });
});
