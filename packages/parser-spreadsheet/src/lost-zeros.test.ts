import { expect, it } from 'vitest';
import { ColumnValues } from './column-values.js';
import { lostZeros } from './lost-zeros.js';

const admission = (...values: string[]) => lostZeros('enrolment.admissionNumber', new ColumnValues(values));

it('sees that numbers lost their zeros when most have six digits and some fewer', () => {
  expect(admission('123456', '223456', '323456', '4567', '52345')).toBe(6);
  expect(admission('123456', '223456', '323456', '423456')).toBeUndefined();
  expect(admission('123456', '003456', '323456', '4567')).toBeUndefined();
  expect(admission('123456', '1234567', '323456', '4567')).toBeUndefined();
  expect(admission('1', '22', '333', '4444')).toBeUndefined();
  expect(
    lostZeros('pupil.surname', new ColumnValues(['123456', '223456', '323456', '4567'])),
  ).toBeUndefined();
});

it('knows the length of mobile telephone numbers alone', () => {
  const phones = (...values: string[]) => lostZeros('contact.phones:M', new ColumnValues(values));
  expect(phones('7700900001', '07700 900002')).toBe(11);
  expect(phones('7700900001', '1162960000')).toBeUndefined();
  expect(phones('07700 900001')).toBeUndefined();
});
