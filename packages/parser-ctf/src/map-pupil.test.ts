import { describe, expect, it } from 'vitest';
import { HEADER, parsePupil, parseText, PUPIL_KEY } from './__fixtures__/parse-text.js';

function parseOne(pupil: string) {
  return parseText(`<CTfile>${HEADER}<CTFpupilData><Pupil>${pupil}</Pupil></CTFpupilData></CTfile>`);
}

describe('mapPupil', () => {
  it('takes Gender where there is no Sex', async () => {
    const { of } = await parseOne('<UPN>H856200119001</UPN><Gender>M</Gender>');
    expect(of('pupil')[0]).toMatchObject({ sex: 'M' });
  });

  it('keeps the second of Sex and Gender as an extension', async () => {
    const { of } = await parseOne('<UPN>H856200119001</UPN><Sex>F</Sex><Gender>M</Gender>');
    expect(of('pupil')[0]).toMatchObject({ sex: 'F', extensions: { Gender: 'M' } });
  });

  it('puts a UPN in upper case and keeps what was sent', async () => {
    const { of } = await parseOne('<UPN> h856200119001 </UPN>');
    expect(of('pupil')[0]).toMatchObject({
      key: PUPIL_KEY,
      upn: 'H856200119001',
      sent: { upn: ' h856200119001 ' },
    });
  });

  it('leaves a wrong check letter to the rules', async () => {
    const { of, issues } = await parseOne('<UPN>A856200119001</UPN>');
    expect(of('pupil')[0]).toMatchObject({ upn: 'A856200119001' });
    expect(issues).toEqual([]);
  });

  it('makes the key of names where there is no UPN', async () => {
    const { of } = await parseOne('<UPN/><Surname>Example</Surname><DOB>2014-11-20</DOB>');
    const [pupil] = of('pupil');
    expect(pupil?.key).toBe('name:example||2014-11-20|');
    expect(pupil).not.toHaveProperty('upn');
  });

  it('keeps a pupil that nobody can tell from others whole, with all its records', async () => {
    const { records, issues } = await parseOne(
      '<DOB>2014-11-20</DOB><LookedAfter><InCare>true</InCare></LookedAfter>',
    );
    expect(records).toHaveLength(2);
    expect(records[1]).toMatchObject({
      kind: 'unreadable',
      intended: 'pupil',
      school: '8562001',
      raw: { DOB: '2014-11-20', LookedAfter: { InCare: 'true' } },
    });
    expect(issues).toMatchObject([
      {
        code: 'ctf-pupil-unreadable',
        severity: 'error',
        record: { kind: 'unreadable', key: records[1]?.key },
      },
    ]);
  });

  it('leaves out a date that can not be read, keeps its text and says so', async () => {
    const { of, issues } = await parseOne('<UPN>H856200119001</UPN>\n<DOB>31/02/2014</DOB>');
    expect(of('pupil')[0]).toMatchObject({ sent: { birthDate: '31/02/2014' } });
    expect(of('pupil')[0]).not.toHaveProperty('birthDate');
    expect(issues).toEqual([
      {
        code: 'ctf-date-unreadable',
        severity: 'query',
        message: expect.any(String) as string,
        help: expect.any(String) as string,
        field: 'birthDate',
        value: '31/02/2014',
        place: { line: 5, column: 1, path: '/CTfile/CTFpupilData/Pupil[1]/DOB' },
        record: { kind: 'pupil', key: PUPIL_KEY },
      },
    ]);
  });

  it('reads a date in the English form and keeps what was sent', async () => {
    const { of, issues } = await parseOne('<UPN>H856200119001</UPN><DOB>20/11/2014</DOB>');
    expect(of('pupil')[0]).toMatchObject({ birthDate: '2014-11-20', sent: { birthDate: '20/11/2014' } });
    expect(issues).toEqual([]);
  });

  it('keeps what only Wales has, and says nothing of it', async () => {
    const { of, issues } = await parsePupil(
      '<NAWdetails><SpeakWelsh>1</SpeakWelsh><ALNneeds><ALNType>SLCD</ALNType><ALNType>BESD</ALNType></ALNneeds></NAWdetails>',
    );
    expect(of('pupil')[0]?.extensions).toEqual({
      NAWdetails: { SpeakWelsh: '1', ALNneeds: { ALNType: ['SLCD', 'BESD'] } },
    });
    expect(issues).toEqual([]);
  });

  it('reads a code of more than forty characters as none', async () => {
    const long = 'W'.repeat(41);
    const { of, issues } = await parsePupil(`<BasicDetails><Ethnicity>${long}</Ethnicity></BasicDetails>`);
    expect(of('pupil')[0]).not.toHaveProperty('ethnicity');
    expect(of('pupil')[0]).toMatchObject({ sent: { ethnicity: long } });
    expect(issues).toMatchObject([{ code: 'ctf-code-too-long', field: 'ethnicity' }]);
  });

  it.each([
    ['true', true, undefined],
    ['0', false, { medicalFlag: '0' }],
    ['Y', true, { medicalFlag: 'Y' }],
  ])('reads the flag %s', async (text, medicalFlag, sent) => {
    const { of } = await parsePupil(`<BasicDetails><MedicalFlag>${text}</MedicalFlag></BasicDetails>`);
    expect(of('pupil')[0]?.medicalFlag).toBe(medicalFlag);
    expect(of('pupil')[0]?.sent).toEqual(sent);
  });

  it('says when a flag is neither true nor false', async () => {
    const { of, issues } = await parsePupil('<BasicDetails><MedicalFlag>maybe</MedicalFlag></BasicDetails>');
    expect(of('pupil')[0]?.medicalFlag).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'ctf-flag-unreadable', field: 'medicalFlag', value: 'maybe' }]);
  });

  it('keeps a language type without a language', async () => {
    const { of } = await parsePupil(
      '<BasicDetails><Languages><Type><LanguageType>F</LanguageType></Type></Languages></BasicDetails>',
    );
    expect(of('pupil')[0]).not.toHaveProperty('languages');
    expect(of('pupil')[0]?.extensions).toEqual({
      BasicDetails: { Languages: { Type: { LanguageType: 'F' } } },
    });
  });
});

describe('what is not known', () => {
  it('goes to extensions under its own name and place, told once for each kind', async () => {
    const pupil =
      '<Surname>A</Surname><BasicDetails><New>1</New><New>2</New></BasicDetails><Odd><In>x</In></Odd>';
    const { of, issues } = await parseText(
      `<CTfile>${HEADER}<CTFpupilData><Pupil>${pupil}</Pupil><Pupil>${pupil.replace('A', 'B')}</Pupil></CTFpupilData></CTfile>`,
    );
    for (const { extensions } of of('pupil')) {
      expect(extensions).toEqual({ BasicDetails: { New: ['1', '2'] }, Odd: { In: 'x' } });
    }
    expect(issues.map(({ code, severity, field }) => [code, severity, field])).toEqual([
      ['ctf-element-unknown', 'info', '/CTfile/CTFpupilData/Pupil/BasicDetails/New'],
      ['ctf-element-unknown', 'info', '/CTfile/CTFpupilData/Pupil/Odd'],
    ]);
  });

  it('keeps attributes and stray text', async () => {
    const { of, issues } = await parsePupil(
      '<Address id="7">where<PostCode>LE1 1AA</PostCode></Address><Email kind="home">a@example.org</Email>',
    );
    expect(of('pupil')[0]).toMatchObject({
      address: { postcode: 'LE1 1AA' },
      emails: [{ address: 'a@example.org' }],
      extensions: { Address: { '@id': '7', '#text': 'where' }, Email: { '@kind': 'home' } },
    });
    expect(issues.map(({ field }) => field)).toEqual([
      '/CTfile/CTFpupilData/Pupil/Address/@id',
      '/CTfile/CTFpupilData/Pupil/Address/#text',
      '/CTfile/CTFpupilData/Pupil/Email/@kind',
    ]);
  });

  it('takes the first of an element that may stand once and keeps the others', async () => {
    const { of, issues } = await parsePupil('<Surname>Other</Surname>');
    expect(of('pupil')[0]).toMatchObject({ surname: 'Example', extensions: { Surname: 'Other' } });
    expect(issues).toMatchObject([
      { code: 'ctf-element-repeated', severity: 'query', record: { kind: 'pupil', key: PUPIL_KEY } },
    ]);
  });

  it('keeps children of an element that has none', async () => {
    const { of } = await parsePupil('<UCI><a>1</a></UCI>');
    expect(of('pupil')[0]).not.toHaveProperty('uci');
    expect(of('pupil')[0]?.extensions).toEqual({ UCI: { a: '1' } });
  });

  it('keeps names that mean something in JavaScript', async () => {
    const { of } = await parsePupil('<__proto__><a>1</a></__proto__><constructor>2</constructor>');
    const extensions = of('pupil')[0]?.extensions ?? {};
    expect(Object.entries(extensions)).toEqual([
      ['__proto__', { a: '1' }],
      ['constructor', '2'],
    ]);
    expect(Object.getPrototypeOf(extensions)).toBe(Object.prototype);
  });

  it('stops telling one by one before a hostile file fills the memory', async () => {
    const names = Array.from({ length: 700 }, (_, i) => `<x${i}/>`).join('');
    const { issues } = await parsePupil(names);
    expect(issues.filter(({ code }) => code === 'ctf-element-unknown')).toHaveLength(500);
    expect(issues.filter(({ code }) => code === 'ctf-elements-unknown-more')).toHaveLength(1);
  });
});
