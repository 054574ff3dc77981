import { describe, expect, it } from 'vitest';
import { decodeXmlName, headingKey, numberedKey } from './heading.js';

describe('headings', () => {
  it.each([
    ['Legal_x0020_Surname', 'legalsurname'],
    ['LEGAL  SURNAME ', 'legalsurname'],
    ['LegalSurname', 'legalsurname'],
    ['M/F', 'mf'],
    ['% attendance', '%attendance'],
    ['/', '/'],
    ['#', '#'],
    ['Date of birth (DOB)', 'dateofbirthdob'],
    ['', ''],
  ])('compares %j as %j', (heading, key) => {
    expect(headingKey(heading)).toBe(key);
  });

  it('decodes what XML can not have in a name', () => {
    expect(decodeXmlName('Year_x0020_of_x0020_entry')).toBe('Year of entry');
    expect(decodeXmlName('_x0031_st')).toBe('1st');
    expect(decodeXmlName('_xyz_')).toBe('_xyz_');
  });

  it('takes the number from the end', () => {
    expect(numberedKey('reason2')).toEqual({ key: 'reason', number: 2 });
    expect(numberedKey('reason')).toBeUndefined();
    expect(numberedKey('2')).toBeUndefined();
  });
});
