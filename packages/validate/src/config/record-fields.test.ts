import { recordKinds } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { allFieldPaths, fieldAt, fieldPaths } from './record-fields.js';

describe('fields of records', () => {
  it.each([
    ['enrolment', 'registrationGroup', 'text', false],
    ['enrolment', 'entryDate', 'date', false],
    ['enrolment', 'current', 'boolean', false],
    ['attendance-mark', 'session', 'text', false],
    ['attendance-mark', 'minutesLate', 'number', false],
    ['pupil', 'address', 'group', false],
    ['pupil', 'address.postcode', 'text', false],
    ['pupil', 'address.lines', 'text', true],
    ['pupil', 'formerUpns', 'text', true],
    ['contact', 'phones', 'group', true],
    ['contact', 'phones.number', 'text', false],
    ['exclusion', 'reviews.date', 'date', false],
    ['pupil', 'supplierIds.a.b', 'text', false],
    ['attendance-summary', 'sessionsByCode.M', 'number', false],
    ['pupil', 'extensions.Shoe.Size', 'any', false],
    ['unreadable', 'raw', 'any', false],
  ] as const)('%s %s is %s', (kind, path, type, list) => {
    expect(fieldAt(kind, path)).toMatchObject({ path, type, list });
  });

  it.each(['kind', 'provenance', 'provenance.place', 'address.', 'extensions.', 'phones.0', 'toString', ''])(
    'pupils have no %j',
    (path) => expect(fieldAt('pupil', path)).toBeUndefined(),
  );

  it('takes all behind the dot for one name where any name may stand', () => {
    expect(fieldAt('pupil', 'extensions.Shoe.Size')?.steps.map(({ key }) => key)).toEqual([
      'extensions',
      'Shoe.Size',
    ]);
  });

  it('lists them for every kind', () => {
    const { paths, open } = allFieldPaths();
    for (const kind of recordKinds) expect(paths).toEqual(expect.arrayContaining(fieldPaths(kind)));
    expect(open).toEqual(['extensions', 'sent', 'sessionsByCode', 'supplierIds']);
  });
});
