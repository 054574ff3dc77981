import { describe, expect, it } from 'vitest';
import { ID, participation, withRecords } from './__fixtures__/pupils.js';
import { codes, DATE, of, options, school } from './__fixtures__/snapshots.js';
import { youngPersonOf } from './young-person-of.js';

describe('the young person id of a snapshot', () => {
  it('has the id of the latest record, and says when there are several', () => {
    const other = '9990000000002';
    const snapshot = of([school, participation('210', '2026-09-01', undefined, { youngPersonId: other })]);
    expect(snapshot.person.youngPersonsId).toBe(other);
    expect(codes(snapshot)).toEqual(['profile-young-person-id-differs']);
    const later = of([
      school,
      participation('210', '2026-09-01'),
      participation('330', '2026-12-01', undefined, { youngPersonId: other }),
    ]);
    expect(later.person.youngPersonsId).toBe(ID);
  });

  it('makes up no id', () => {
    const one = withRecords([school, participation('210', '2026-09-01')], { supplierIds: {} });
    const without = youngPersonOf(one, DATE, options);
    expect(without.leaveOut).toBe('id-missing');
    expect(without.person).not.toHaveProperty('youngPersonsId');
    expect(codes(without)).toEqual(['profile-young-person-id-missing']);
    const assigned = youngPersonOf(one, DATE, { ...options, assignId: () => '9990000000009' });
    expect(assigned.person.youngPersonsId).toBe('9990000000009');
    expect(assigned.leaveOut).toBeUndefined();
    expect(() => youngPersonOf(one, DATE, { ...options, assignId: () => '12' })).toThrow(RangeError);
  });

  it('asks for no id for one who isn’t in the return, and keeps an id of another form', () => {
    const child = withRecords([], { birthDate: '2014-01-10', supplierIds: {} });
    const assignId = (): string => {
      throw new Error('asked');
    };
    expect(youngPersonOf(child, DATE, { ...options, assignId }).leaveOut).toBe('too-young');
    const odd = youngPersonOf(
      withRecords([school, participation('210', '2026-09-01')], { supplierIds: { youngPersonId: '123' } }),
      DATE,
      options,
    );
    expect(odd.person.youngPersonsId).toBe('123');
    expect(codes(odd)).toEqual(['profile-young-person-id-form']);
  });

  it('takes the id of a record that begins later when there is no other', () => {
    const records = [
      school,
      participation('210', '2026-09-01'),
      participation('330', '2026-12-01', undefined, { youngPersonId: '9990000000002' }),
    ];
    const { person, issues } = youngPersonOf(withRecords(records, { supplierIds: {} }), DATE, options);
    expect(person.youngPersonsId).toBe('9990000000002');
    expect(issues).toEqual([]);
  });
});
