import type { Enrolment } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { enrolment } from './__fixtures__/pupils.js';
import { attendedSchool, enrolmentOn } from './enrolment-on.js';

const date = '2026-10-01';

describe('enrolmentOn', () => {
  it.each<[string, Enrolment[], string | undefined]>([
    ['the running one', [enrolment('9994001', '2021-09-01', { current: true })], '9994001'],
    ['one on its entry day', [enrolment('9994001', date)], '9994001'],
    ['one on its leaving day', [enrolment('9994001', '2021-09-01', { leavingDate: date })], '9994001'],
    ['none after it', [enrolment('9994001', '2021-09-01', { leavingDate: '2026-09-30' })], undefined],
    ['none before it', [enrolment('9994001', '2026-10-02')], undefined],
    [
      'history that ran on that day',
      [enrolment('9994001', '2021-09-01', { current: false, leavingDate: '2026-12-01' })],
      '9994001',
    ],
    ['no history without an end', [enrolment('9994001', '2021-09-01', { current: false })], undefined],
    ['no previous registration', [enrolment('9994001', '2021-09-01', { status: 'P' })], undefined],
    ['a current one without an entry date', [enrolment('9994001', undefined, { current: true })], '9994001'],
    ['none else without an entry date', [enrolment('9994001', undefined)], undefined],
    [
      'the main before the subsidiary',
      [
        enrolment('9994002', '2026-09-01', { status: 'S' }),
        enrolment('9994001', '2021-09-01', { status: 'M' }),
      ],
      '9994001',
    ],
    [
      'a guest last',
      [
        enrolment('9994003', '2026-09-20', { status: 'G' }),
        enrolment('9994002', '2026-09-01', { status: 'S' }),
      ],
      '9994002',
    ],
    ['the latest entry', [enrolment('9994001', '2021-09-01'), enrolment('9994002', '2026-09-01')], '9994002'],
  ])('gives %s', (_, enrolments, school) => {
    expect(enrolmentOn(enrolments, date)?.attended).toBe(school);
    expect(enrolmentOn([...enrolments].reverse(), date)?.attended).toBe(school);
  });
});

describe('attendedSchool', () => {
  it('is the school attended, else the sender for its own enrolment', () => {
    const unnamed: Enrolment = { ...enrolment('9994002', '2026-09-01') };
    delete unnamed.attended;
    expect(attendedSchool(enrolment('9994002', '2026-09-01'))).toBe('9994002');
    expect(attendedSchool({ ...unnamed, current: true })).toBe('9994001');
    expect(attendedSchool({ ...unnamed, current: false })).toBeUndefined();
  });
});
