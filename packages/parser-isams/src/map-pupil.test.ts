import { describe, expect, it } from 'vitest';
import { parsePupils, parseText, WHO } from './__fixtures__/parse.js';

const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);

describe('pupils', () => {
  it('have a UPN as their key, else the SchoolId, else the row’s id', async () => {
    const { of } = await parsePupils([
      `<UPN>d856412326001</UPN>${WHO}`,
      '<SchoolId>S2</SchoolId><Surname>B</Surname>',
    ]);
    expect(of('pupil').map(({ key }) => key)).toEqual(['upn:D856412326001', 'id:S2']);
    expect(of('pupil')[0]).toMatchObject({ sent: { upn: 'd856412326001' } });
    const { of: byRow } = await parseText(
      '<iSAMS><PupilManager><CurrentPupils><Pupil Id="7"><Surname>C</Surname></Pupil></CurrentPupils></PupilManager></iSAMS>',
    );
    expect(byRow('pupil')).toMatchObject([{ key: 'id:7', supplierIds: { id: '7' } }]);
  });

  it.each([
    ['-2', 'N1'],
    ['-1', 'N2'],
    ['0', 'R'],
    ['7', '7'],
    ['13', '13'],
  ])('are in year %s, which is %s', async (sent, yearGroup) => {
    const { of } = await parsePupils([`${WHO}<NCYear>${sent}</NCYear>`]);
    expect(of('enrolment')[0]?.yearGroup).toBe(yearGroup);
    expect(of('enrolment')[0]?.sent?.yearGroup).toBe(sent === yearGroup ? undefined : sent);
  });

  it.each([
    ['Boarder', 'B'],
    ['Weekly Boarding', 'B'],
    ['Day', 'N'],
    ['Day Boarder', undefined],
    ['Overseas', undefined],
  ])('of type %s board: %s', async (sent, boarder) => {
    const { of } = await parsePupils([`${WHO}<PupilType>${sent}</PupilType>`]);
    expect(of('enrolment')[0]?.boarder).toBe(boarder);
    expect(of('pupil')[0]?.extensions?.PupilType).toBe(boarder === undefined ? sent : undefined);
  });

  it.each([
    ['White, British', 'WBRI'],
    ['White - Irish', 'WIRI'],
    ['Asian or Asian British - Indian', 'AIND'],
    ['Mixed, White and Asian', 'MWAS'],
    ['Black, African', 'BAFR'],
    ['WBRI', 'WBRI'],
  ])('have the ethnicity %s, which is %s', async (sent, ethnicity) => {
    const { of, issues } = await parsePupils([`${WHO}<Ethnicity>${sent}</Ethnicity>`]);
    expect(of('pupil')[0]?.ethnicity).toBe(ethnicity);
    expect(issues).toEqual([]);
  });

  it('keep a text that the DfE has no code for, and say so once', async () => {
    const { of, issues } = await parsePupils([
      `${WHO}<Ethnicity>Martian</Ethnicity>`,
      '<SchoolId>S2</SchoolId><Ethnicity>Martian</Ethnicity>',
    ]);
    expect(of('pupil').map(({ ethnicity }) => ethnicity)).toEqual(['Martian', 'Martian']);
    expect(issues).toMatchObject([{ code: 'isams-text-unmapped', field: 'ethnicity', value: 'Martian' }]);
  });

  it('have languages and nationalities by name, the first language first', async () => {
    const { of } = await parsePupils([
      `${WHO}<Languages>English, Punjabi</Languages><Nationalities>British,Irish</Nationalities>`,
    ]);
    expect(of('pupil')[0]).toMatchObject({
      languages: [{ code: 'ENG', type: 'F' }, { code: 'PNJ' }],
      nationalities: ['British', 'Irish'],
      sent: { 'languages.0.code': 'English' },
    });
  });

  it('have a house by its name, by its id in the list of houses before, or as an extension', async () => {
    const houses =
      '<SchoolManager><AcademicHouses><House Id="3"><Name>Kestrel</Name></House></AcademicHouses></SchoolManager>';
    const pupil = (attribute: string) =>
      `<PupilManager><CurrentPupils><Pupil Id="1" ${attribute}><Surname>A</Surname></Pupil></CurrentPupils></PupilManager>`;
    const named = await parseText(`<iSAMS>${houses}${pupil('AcademicHouseId="3"')}</iSAMS>`);
    expect(named.of('enrolment')[0]).toMatchObject({ house: 'Kestrel', sent: { house: '3' } });
    const unnamed = await parseText(`<iSAMS>${pupil('AcademicHouseId="3"')}${houses}</iSAMS>`);
    expect(unnamed.of('pupil')[0]?.extensions).toEqual({ '@AcademicHouseId': '3' });
    expect(codes(unnamed.issues)).toEqual(['isams-house-unknown']);
  });

  it('leave out an old double of an attribute, and keep one that differs', async () => {
    const pupil = (guid: string) =>
      `<iSAMS><PupilManager><CurrentPupils><Pupil Id="1" PersonGuid="g"><PersonGuid Legacy="True">${guid}</PersonGuid></Pupil></CurrentPupils></PupilManager></iSAMS>`;
    const same = await parseText(pupil('g'));
    expect(same.records[0]).not.toHaveProperty('extensions');
    expect(same.issues).toEqual([]);
    const other = await parseText(pupil('h'));
    expect(other.of('pupil')[0]?.supplierIds).toEqual({ id: '1', personGuid: 'h' });
  });

  it('keep what is not known, and tell of each kind once', async () => {
    const { of, issues } = await parsePupils([
      `${WHO}<Locker Number="3">old hall</Locker>`,
      '<SchoolId>S2</SchoolId><Locker>new hall</Locker>',
    ]);
    expect(of('pupil').map(({ extensions }) => extensions)).toEqual([
      { Locker: { '@Number': '3', '#text': 'old hall' } },
      { Locker: 'new hall' },
    ]);
    expect(issues).toMatchObject([
      { code: 'isams-element-unknown', field: '/PupilManager/CurrentPupils/Pupil/Locker', severity: 'info' },
    ]);
  });

  it('without any identifier become unreadable', async () => {
    const { records, issues } = await parsePupils(['<Gender>M</Gender>']);
    expect(records).toMatchObject([{ kind: 'unreadable', intended: 'pupil', raw: { Gender: 'M' } }]);
    expect(issues).toMatchObject([{ code: 'isams-pupil-unidentified', severity: 'error' }]);
  });

  it('keep a date that names no day as sent; the registration is unreadable without its entry', async () => {
    const { of, issues } = await parsePupils([
      `${WHO}<DOB>31/02/2015</DOB><EnrolmentDate>autumn</EnrolmentDate>`,
    ]);
    expect(of('pupil')[0]).not.toHaveProperty('birthDate');
    expect(of('pupil')[0]?.sent).toEqual({ birthDate: '31/02/2015' });
    expect(of('unreadable')).toMatchObject([{ intended: 'enrolment', pupilKey: 'id:S1' }]);
    expect(codes(issues)).toEqual([
      'isams-date-unreadable',
      'isams-date-unreadable',
      'isams-record-unidentified',
    ]);
  });

  it('belong to the school of the options', async () => {
    const { records } = await parsePupils([WHO], '', { school: '8564123' });
    expect(records.map(({ school }) => school)).toEqual(['8564123', '8564123']);
    expect(records[1]).toMatchObject({ attended: '8564123', key: 'id:S1|8564123|' });
    await expect(parsePupils([WHO], '', { school: '123' })).rejects.toThrow(RangeError);
  });
});
