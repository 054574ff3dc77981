import { describe, expect, it } from 'vitest';
import { commonHeadings } from './common-headings.js';
import { findHeader, periodOf } from './find-header.js';

const dates = { order: 'dmy', latestYear: 2026, dates1904: false } as const;
const find = (rows: string[][]) => findHeader(rows, commonHeadings, {}, dates);

describe('findHeader', () => {
  it('finds the headings under rows of titles', () => {
    const header = find([
      ['Class list'],
      ['Year', 'Seven'],
      ['UPN', 'Surname', 'Forename', 'Hobby'],
      ['A1', 'Test', 'Ann', 'Chess'],
    ]);
    expect(header).toMatchObject({ index: 2, titles: ['Class list', 'Year Seven'], known: 3 });
  });

  it('finds none where no column says who a pupil is', () => {
    expect(
      find([
        ['Product', 'Price'],
        ['Pen', '2'],
      ]),
    ).toBeUndefined();
    expect(
      find([
        ['Year', 'House', 'Form'],
        ['7', 'Red', '7A'],
      ]),
    ).toBeUndefined();
  });

  it('knows columns that are a session', () => {
    const header = find([
      ['', 'Thu 05/09/2024', '', '06/09/2024'],
      ['UPN', 'AM', 'PM', 'AM', 'Surname'],
    ]);
    expect([...(header?.sessions ?? [])]).toEqual([
      [1, '2024-09-05 AM'],
      [2, '2024-09-05 PM'],
      [3, '2024-09-06 AM'],
    ]);
    expect([...(find([['UPN', 'Surname', 'Mon 09/09/2024 PM']])?.sessions ?? [])]).toEqual([
      [2, '2024-09-09 PM'],
    ]);
  });

  it('reads the span of a title', () => {
    expect(periodOf(['x', 'Attendance from 01/09/2024 to 20/12/2024'], dates)).toEqual({
      startDate: '2024-09-01',
      endDate: '2024-12-20',
    });
    expect(periodOf(['1 September 2024 - 20 December 2024'], dates)).toEqual({
      startDate: '2024-09-01',
      endDate: '2024-12-20',
    });
    expect(periodOf(['20/12/2024 to 01/09/2024'], dates)).toBeUndefined();
  });
});
