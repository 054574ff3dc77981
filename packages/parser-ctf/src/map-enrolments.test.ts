import { describe, expect, it } from 'vitest';
import { parsePupil, PUPIL_KEY } from './__fixtures__/parse-text.js';

const BASIC = '<BasicDetails><NCyearActual>6</NCyearActual><EnrolStatus>C</EnrolStatus></BasicDetails>';

function school(content: string): string {
  return `<School>${content}</School>`;
}

const OWN = '<LEA>856</LEA><Estab>2001</Estab>';

describe('mapEnrolments', () => {
  it('makes a registration of NC year and status alone', async () => {
    const { of } = await parsePupil(BASIC);
    expect(of('enrolment')).toMatchObject([
      { key: `${PUPIL_KEY}|8562001|`, attended: '8562001', current: true, yearGroup: '6', status: 'C' },
    ]);
  });

  it('joins them to the sending school’s entry in the history', async () => {
    const { of } = await parsePupil(
      `${BASIC}<SchoolHistory>${school('<LEA>855</LEA><Estab>3003</Estab><SchoolName>Elsewhere</SchoolName>')}${school(
        `${OWN}<EntryDate>2022-09-05</EntryDate>`,
      )}</SchoolHistory>`,
    );
    expect(of('enrolment')).toMatchObject([
      { attended: '8553003', attendedName: 'Elsewhere', current: false },
      {
        key: `${PUPIL_KEY}|8562001|2022-09-05`,
        attended: '8562001',
        current: true,
        entryDate: '2022-09-05',
        yearGroup: '6',
        status: 'C',
      },
    ]);
    expect(of('enrolment')[0]).not.toHaveProperty('yearGroup');
  });

  it.each([
    [
      'the entry without an end',
      [
        '<EntryDate>2020-09-01</EntryDate>',
        '<EntryDate>2021-09-01</EntryDate><LeavingDate>2022-01-01</LeavingDate>',
      ],
      '2020-09-01',
    ],
    [
      'the newest of those that ended',
      [
        '<EntryDate>2021-09-01</EntryDate><LeavingDate>2022-01-01</LeavingDate>',
        '<EntryDate>2020-09-01</EntryDate><LeavingDate>2021-01-01</LeavingDate>',
      ],
      '2021-09-01',
    ],
  ])('takes %s as current', async (_, entries, entryDate) => {
    const { of } = await parsePupil(
      `${BASIC}<SchoolHistory>${entries.map((entry) => school(OWN + entry)).join('')}</SchoolHistory>`,
    );
    expect(of('enrolment').filter(({ current }) => current)).toMatchObject([{ entryDate, yearGroup: '6' }]);
    expect(of('enrolment')).toHaveLength(2);
  });

  it('takes a school without numbers by its name', async () => {
    const { of, issues } = await parsePupil(
      `<SchoolHistory>${school('<LEA>XXX</LEA><Estab>XXXX</Estab><SchoolName>Abroad</SchoolName>')}</SchoolHistory>`,
    );
    expect(of('enrolment')).toMatchObject([
      { key: `${PUPIL_KEY}|XXX/XXXX|`, attendedName: 'Abroad', sent: { attended: 'XXX/XXXX' } },
    ]);
    expect(of('enrolment')[0]).not.toHaveProperty('attended');
    expect(issues).toEqual([]);
  });

  it.each([
    ['<EntryDate>2020-09-01</EntryDate>', 'attended'],
    [`${OWN}<EntryDate>then</EntryDate>`, 'entryDate'],
  ])('keeps the entry %s whole', async (entry, field) => {
    const { of, issues } = await parsePupil(`<SchoolHistory>${school(entry)}</SchoolHistory>`);
    expect(of('unreadable')).toMatchObject([{ intended: 'enrolment' }]);
    expect(issues.at(-1)).toMatchObject({ code: 'ctf-record-unreadable', field });
  });

  it('reads a class name in the place of the NC year as none', async () => {
    const { of, issues } = await parsePupil(
      '<BasicDetails><NCyearActual>Oak class</NCyearActual></BasicDetails>',
    );
    expect(of('enrolment')).toMatchObject([{ current: true, sent: { yearGroup: 'Oak class' } }]);
    expect(issues).toMatchObject([{ code: 'ctf-code-too-long', field: 'yearGroup' }]);
  });
});
