import { collect, isRecord, makeHead, openSource } from '@rollbook/parser-kit';
import { ChunkStream } from '@rollbook/parser-kit/testing';
import { describe, expect, it } from 'vitest';
import { at, fixture, parseBytes, parsePupils, parseText, statuses, WHO } from './__fixtures__/parse.js';
import { isamsParser } from './isams-parser.js';

const encode = (text: string) => new TextEncoder().encode(text);
const PRESENT = '<Registered>1</Registered>';

describe('detect', () => {
  it.each([
    ['<?xml version="1.0" encoding="utf-16"?>\n<iSAMS><PupilManager>', 1],
    ['{"iSAMS":{"PupilManager":', 1],
    ['{ "?xml": {"@version":"1.0"}, "iSAMS": {', 1],
    ['<Message><MessageId>1</MessageId><MessageName>InvalidApiKey</MessageName></Message>', 1],
    ['{"MessageId":"1","MessageName":"InvalidApiKey"}', 0.9],
    ['{"count":1,"page":1,"pageSize":100,"totalPages":1,"students":[{"schoolId":"1"', 0.9],
    ['{"students":[{"schoolId":"1","uniquePupilNumber":null', 0.7],
  ])('knows %s', (text, confidence) => {
    const detection = isamsParser.detect(makeHead(encode(text)));
    expect(detection?.confidence).toBe(confidence);
    expect(detection?.reason).not.toBe('');
  });

  it.each([
    '<Message><Header/></Message>',
    '<CTfile/>',
    '{"data":[],"meta":{}}',
    '{"students":[{"id":1',
    'UPN,Surname',
    '',
    '["iSAMS"]',
  ])('leaves %s to others', (text) => {
    expect(isamsParser.detect(makeHead(encode(text), 'iSAMS.xml'))).toBeUndefined();
  });
});

describe('XML and JSON', () => {
  it('give the same records and issues', async () => {
    const bare = (items: readonly object[]) =>
      items.map((item) => ({ ...item, place: undefined, provenance: undefined }));
    const xml = await parseBytes(fixture('batch-full.xml'));
    const json = await parseBytes(fixture('batch-full.json'));
    expect(bare(json.records)).toEqual(bare(xml.records));
    expect(bare(json.issues)).toEqual(bare(xml.issues));
    expect(xml.records.length).toBeGreaterThan(20);
  });

  it('say where things stand', async () => {
    const xml = await parseBytes(fixture('batch-full.xml'));
    expect(xml.of('pupil')[1]?.provenance.place.path).toBe('/iSAMS/PupilManager/CurrentPupils/Pupil[2]');
    const json = await parseBytes(fixture('batch-full.json'));
    expect(json.of('pupil')[1]?.provenance.place).toMatchObject({
      path: '/iSAMS/PupilManager/CurrentPupils/Pupil/1',
      line: expect.any(Number),
    });
    expect(json.of('fsm-spell')[0]?.provenance.place.path).toBe(
      '/iSAMS/PupilRegisters/FreeSchoolMeals/FreeSchoolMeal',
    );
  });

  it('of a list of one, an empty list and a null', async () => {
    const { of, issues } = await parseText(
      '{"iSAMS":{"PupilManager":{"CurrentPupils":{"Pupil":{"@Id":"1","SchoolId":"S1","Surname":"A","Forename":null}},"FormerPupils":null,"Contacts":{"Contact":[]}}}}',
    );
    expect(of('pupil')).toMatchObject([{ key: 'id:S1', supplierIds: { id: '1', schoolId: 'S1' } }]);
    expect(issues).toEqual([]);
  });
});

describe('pages of the REST API', () => {
  it('give pupils with their registration', async () => {
    const { of, issues } = await parseBytes(fixture('rest-students.json'), { school: '8564123' });
    expect(of('pupil')).toMatchObject([
      {
        key: 'upn:D856412326001',
        surname: 'Exampleton',
        birthDate: '2015-03-09',
        religion: 'CH',
        address: { lines: ['1 Mill Lane'], town: 'Marlbridge', county: 'Rollshire', postcode: 'ZY1 1AB' },
        emails: [{ address: 'z.exampleton@example.org', type: 'school' }],
        nationalities: ['British', 'Irish'],
        supplierIds: { id: '1201', schoolId: '100312345601' },
        extensions: { enrolmentYear: 2022, isVisaRequired: false, 'homeAddress.private': true },
      },
      { key: 'id:100300000900', extensions: { locker: { number: 12 } } },
    ]);
    expect(of('enrolment')).toMatchObject([
      { yearGroup: '7', registrationGroup: '7A', current: true, boarder: 'N', admissionNumber: '005501' },
      { yearGroup: '13', current: false, leavingDate: '2026-07-10' },
    ]);
    expect(issues.map(({ code }) => code)).toEqual([
      'isams-address-private',
      'isams-element-unknown',
      'isams-pupils-to-start',
    ]);
  });
});

describe('the order of lists', () => {
  const marks = statuses(`${at('2026-11-02T08:40:00')}${PRESENT}<Code>11</Code>`);
  const pupils = `<PupilManager><CurrentPupils><Pupil Id="1"><UPN>D856412326001</UPN>${WHO}</Pupil></CurrentPupils></PupilManager>`;

  it('does not matter in a file, nor in a stream', async () => {
    for (const text of [`<iSAMS>${pupils}${marks}</iSAMS>`, `<iSAMS>${marks}${pupils}</iSAMS>`]) {
      for (const input of [encode(text), new ChunkStream(encode(text), 50)]) {
        const { records, issues } = await collect(isamsParser.parse(await openSource(input)));
        expect(records).toMatchObject([
          { kind: 'pupil' },
          { kind: 'enrolment' },
          { kind: 'attendance-mark', pupilKey: 'upn:D856412326001', code: 'I' },
        ]);
        expect(issues).toEqual([]);
      }
    }
  });

  it('lets a mark of a former pupil wait for the list of those', async () => {
    const former =
      '<AlumniManager><FormerPupils><Pupil><SchoolId>S1</SchoolId><Surname>A</Surname></Pupil></FormerPupils></AlumniManager>';
    const { of, issues } = await parsePupils(['<SchoolId>S2</SchoolId>'], `${marks}${former}`);
    expect(of('attendance-mark')).toMatchObject([{ pupilKey: 'id:S1' }]);
    expect(issues).toEqual([]);
  });

  it('stops a stream that would fill the memory', async () => {
    const one = `<RegistrationStatus><PupilId>S1</PupilId>${at('2026-11-02T08:40:00')}</RegistrationStatus>`;
    const text = `<iSAMS><RegistrationManager><RegistrationStatuses>${one.repeat(50_001)}</RegistrationStatuses></RegistrationManager>${pupils}</iSAMS>`;
    const source = await openSource(new ChunkStream(encode(text), 65_536));
    await expect(collect(isamsParser.parse(source))).rejects.toMatchObject({ code: 'isams-order' });
  });

  it('keeps what came before a second reading when the iteration goes on', async () => {
    const kinds: string[] = [];
    for await (const batch of isamsParser.parse(
      await openSource(encode(`<iSAMS>${marks}${pupils}</iSAMS>`)),
      {
        batchSize: 1,
      },
    )) {
      for (const item of batch) if (isRecord(item)) kinds.push(item.kind);
    }
    expect(kinds).toEqual(['pupil', 'enrolment', 'attendance-mark']);
  });
});

describe('what is not read', () => {
  it('is told once a list, with its count; empty ones too', async () => {
    const { issues } = await parsePupils(
      [WHO],
      '<HRManager><CurrentStaff><StaffMember Id="1"/><StaffMember Id="2"/></CurrentStaff></HRManager><PupilManagerX/><Teaching><Sets/></Teaching>',
    );
    expect(issues.map(({ code, field, message }) => [code, field, /\d+/.exec(message)?.[0]])).toEqual(
      [
        ['isams-list-unread', '/iSAMS/PupilManagerX', '0'],
        ['isams-list-unread', '/iSAMS/Teaching/Sets', '0'],
        ['isams-list-unread', '/iSAMS/HRManager/CurrentStaff/StaffMember', '2'],
      ].sort((a, b) =>
        a[1] === '/iSAMS/HRManager/CurrentStaff/StaffMember'
          ? -1
          : b[1] === '/iSAMS/HRManager/CurrentStaff/StaffMember'
            ? 1
            : 0,
      ),
    );
  });

  it('is the list of siblings', async () => {
    const { of, issues } = await parseText(
      '<iSAMS><PupilManager><Pupils><Pupil Id="1"><Status>Current</Status></Pupil></Pupils></PupilManager></iSAMS>',
    );
    expect(of('pupil')).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(['isams-list-unread', 'isams-nothing-found']);
  });
});

describe('error documents', () => {
  it('give one error and no records, in XML and JSON', async () => {
    const xml = await parseBytes(fixture('error-invalid-key.xml'));
    expect(xml.records).toEqual([]);
    expect(xml.issues).toMatchObject([
      {
        code: 'isams-error-document',
        severity: 'error',
        value: 'InvalidApiKey: The key is not known.',
        help: 'The key is wrong or switched off. Ask the school for a new one.',
      },
    ]);
    const json = await parseText(
      '{"MessageId":"1","MessageName":"FiltersRequiredException","Title":"Filters"}',
    );
    expect(json.issues).toMatchObject([{ value: 'FiltersRequiredException: Filters' }]);
    expect(json.records).toEqual([]);
  });

  it.each([
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'html-page'],
    ['a School Census', '<Message><Header/><School/></Message>', 'isams-root'],
    ['another root', '<CTfile/>', 'isams-root'],
    ['other JSON', '{"type":"FeatureCollection"}', 'isams-root'],
    ['prose', 'Dear colleague', 'isams-format'],
    ['nothing', '', 'empty-file'],
  ])('are not mistaken for %s', async (_, text, code) => {
    await expect(parseText(text)).rejects.toMatchObject({ name: 'UnreadableInputError', code });
  });
});

describe('meals, SEN, results and conduct', () => {
  it('are read by likely names', async () => {
    const { of, issues } = await parsePupils(
      [WHO],
      '<PupilRegisters><FreeSchoolMeals><M Id="1"><PupilId>S1</PupilId><StartDate>2024-01-08T00:00:00</StartDate></M></FreeSchoolMeals></PupilRegisters>' +
        '<SenManager><SenRegister><R><PupilId>S1</PupilId><Status>EHCP</Status><Type>Dyslexia</Type><StartDate>2025-01-13T00:00:00</StartDate><Odd>x</Odd></R>' +
        '<R><PupilId>S1</PupilId><Type>HI</Type></R><R><PupilId>S1</PupilId></R></SenRegister></SenManager>' +
        '<ExamsManager><ExamResults><X><SchoolId>S1</SchoolId><OptionCode>8700</OptionCode><Qualification>GCSE</Qualification><FirstGrade>7</FirstGrade><ExamYear>2026</ExamYear><ExamMonth>6</ExamMonth></X></ExamResults></ExamsManager>',
    );
    expect(of('fsm-spell')).toMatchObject([{ pupilKey: 'id:S1', startDate: '2024-01-08' }]);
    expect(of('sen-provision')).toMatchObject([
      { provision: 'E', startDate: '2025-01-13', extensions: { Odd: 'x' } },
    ]);
    expect(of('sen-need').map(({ need }) => need)).toEqual(['SPLD', 'HI']);
    expect(of('assessment-result')).toMatchObject([
      { component: '8700', method: 'GCSE', result: '7', academicYear: 2025 },
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['isams-element-unknown', 'isams-record-unidentified']);
  });

  it('exclusions come only from types that the options name', async () => {
    const conduct =
      '<RewardsAndConduct><Records><Record Id="1"><PupilId>S1</PupilId><Type>Suspension</Type><Date>2026-10-05T00:00:00</Date><Notes>two days</Notes></Record>' +
      '<Record Id="2"><PupilId>S1</PupilId><Type>Merit</Type><Date>2026-10-05T00:00:00</Date></Record></Records></RewardsAndConduct>';
    const without = await parsePupils([WHO], conduct);
    expect(without.of('exclusion')).toEqual([]);
    expect(without.issues).toMatchObject([
      { code: 'isams-list-unread', message: expect.stringContaining('2 items') },
    ]);
    const { of, issues } = await parsePupils([WHO], conduct, { exclusionTypes: { Suspension: 'SUSP' } });
    expect(of('exclusion')).toMatchObject([
      { category: 'SUSP', startDate: '2026-10-05', comment: 'two days' },
    ]);
    expect(issues).toMatchObject([
      { code: 'isams-list-unread', message: expect.stringContaining('it has 1 item.') },
    ]);
  });
});
