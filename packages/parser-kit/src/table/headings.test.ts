import { describe, expect, it } from 'vitest';
import { commonHeadings } from './common-headings.js';
import { parseFieldKey, tableFields } from './fields.js';
import { headingKey } from './heading.js';
import { defineHeadings, resolveHeadings } from './headings.js';

const fieldsOf = (headings: string[], text = '') =>
  resolveHeadings(commonHeadings, headings, { text }).columns.map((meaning) =>
    meaning === undefined
      ? undefined
      : [meaning.field, meaning.parameter, meaning.number].filter((part) => part !== undefined).join(' '),
  );

describe('resolveHeadings', () => {
  it('knows columns whatever their spelling', () => {
    expect(fieldsOf(['upn', 'LEGAL SURNAME', 'Legal_x0020_Forename', 'D.O.B.'])).toEqual([
      'pupil.upn',
      'pupil.surname',
      'pupil.forename',
      'pupil.birthDate',
    ]);
  });

  it('reads a start date by what the table is about', () => {
    expect(fieldsOf(['UPN', 'Start Date'])[1]).toBe('enrolment.entryDate');
    expect(fieldsOf(['UPN', 'Reason', 'Start Date'], 'Suspensions 2024')[2]).toBe('exclusion.startDate');
    expect(fieldsOf(['UPN', 'Reason', 'Start Date'])[1]).toBeUndefined();
    expect(fieldsOf(['UPN', 'Marks', 'Start Date'])[2]).toBe('marks.startDate');
    expect(fieldsOf(['UPN', 'Possible', 'Present', 'Start Date'])[3]).toBe('attendance-summary.startDate');
  });

  it('tells contacts apart by number, before or behind', () => {
    expect(fieldsOf(['UPN', 'Contact 1 Surname', 'Parent 2 Mobile Phone', 'Contact Forename 3'])).toEqual([
      'pupil.upn',
      'contact.surname 1',
      'contact.phones M 2',
      'contact.forename 3',
    ]);
  });

  it('reads a title as the contact’s where contacts are listed', () => {
    expect(fieldsOf(['UPN', 'Contact Surname', 'Relationship', 'Title'])[3]).toBe('contact.title');
    expect(fieldsOf(['UPN', 'Surname', 'Title'])[2]).toBe('extension.keep');
  });

  it('takes the same meaning once, and a number for more', () => {
    expect(fieldsOf(['UPN', 'UPN', 'SEN Need 1', 'SEN Need 2'])).toEqual([
      'pupil.upn',
      undefined,
      'sen-need.need 1',
      'sen-need.need 2',
    ]);
  });

  it('lets a supplier and a council have their own words', () => {
    const own = defineHeadings({ always: { 'pupil.uln': ['Year'] } }, commonHeadings);
    expect(resolveHeadings(own, ['UPN', 'Year']).columns[1]?.field).toBe('pupil.uln');
    const council = new Map([[headingKey('Year'), parseFieldKey('enrolment.house')]]);
    expect(resolveHeadings(own, ['UPN', 'Year'], { own: council }).columns[1]?.field).toBe('enrolment.house');
  });

  it('refuses a field that there is not', () => {
    expect(() => parseFieldKey('pupil.shoeSize')).toThrow(RangeError);
    expect(parseFieldKey('pupil.phones:M')).toEqual({ field: 'pupil.phones', parameter: 'M' });
  });

  it('names every field by its kind', () => {
    for (const [name, { kind }] of Object.entries(tableFields))
      expect(name.startsWith(`${kind}.`), name).toBe(true);
  });
});
