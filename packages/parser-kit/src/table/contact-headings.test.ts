import { describe, expect, it } from 'vitest';
import { commonHeadings } from './common-headings.js';
import { findHeader } from './find-header.js';
import { resolveHeadings } from './headings.js';

describe('headings of contacts', () => {
  it.each([
    ['Contact Surname', 'contact.surname', undefined],
    ['Contact 1 Surname', 'contact.surname', 1],
    ['Contact Surname 2', 'contact.surname', 2],
    ['Contacts 1 Surname', 'contact.surname', 1],
    ['Parent Surname', 'contact.surname', undefined],
    ['Contact Street', 'contact.address.street', undefined],
    ['Contact 2 Sex', 'contact.sex', 2],
  ])('%s is %s', (heading, field, number) => {
    const [meaning] = resolveHeadings(commonHeadings, [heading]).columns;
    expect(meaning?.field).toBe(field);
    expect(meaning?.number).toBe(number);
  });
});

describe('a date over AM and PM', () => {
  it('may have the day of the week before it', () => {
    const header = findHeader(
      [
        ['', '', '05/09/2024', '', 'Fri 06/09/2024', ''],
        ['UPN', 'Surname', 'AM', 'PM', 'AM', 'PM'],
      ],
      commonHeadings,
      {},
      { order: 'dmy', latestYear: 2026, dates1904: false },
    );
    expect([...(header?.sessions ?? [])]).toEqual([
      [2, '2024-09-05 AM'],
      [3, '2024-09-05 PM'],
      [4, '2024-09-06 AM'],
      [5, '2024-09-06 PM'],
    ]);
  });
});
