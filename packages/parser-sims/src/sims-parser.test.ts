import { makeHead, openSource } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { fixture, own, parseBytes, parseText, report } from './__fixtures__/parse.js';
import { readSimsAttendanceCodes, simsParser } from './index.js';

const UPN = 'D856412326001';
const WHO = `<UPN>${UPN}</UPN><Surname>Exampleton</Surname><Forename>Zoë</Forename>`;
const failure = (text: string) => Buffer.from(text);

describe('a report that failed', () => {
  it.each([
    [
      '<CommandReporterError>Login failed for user ROLL\\jsmith on SRV-SIMS01</CommandReporterError>',
      /log-in/,
    ],
    [
      '<CommandReporterError>Cannot connect to server SRV-SIMS01</CommandReporterError>',
      /database was not reached/,
    ],
    [
      '<CommandReporterError>Report jsmith pupils was not found</CommandReporterError>',
      /report was not found/,
    ],
    ['<CommandReporterError>jsmith lacks permission</CommandReporterError>', /no right/],
    ['<CommandReporterError/>', /SIMS wrote an error/],
    ['<?xml version="1.0"?>\n<CommandReporterError>something of jsmith’s', /SIMS wrote an error/],
  ])('%s', async (text, message) => {
    const error: unknown = await parseBytes(failure(text)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'UnreadableInputError', code: 'sims-report-failed' });
    const { message: said, help } = error as Error & { help: string };
    expect(said).toMatch(message);
    expect(said + help).not.toMatch(/jsmith|SRV/);
  });

  it('is known behind lines of a banner, and by its line', async () => {
    const banner = 'SIMS .net CommandReporter\nCopyright © Somebody\nLogging in as jsmith...\n';
    const bytes = failure(`${banner}<CommandReporterError>Login failed</CommandReporterError>`);
    await expect(parseBytes(bytes)).rejects.toMatchObject({ code: 'sims-report-failed', place: { line: 4 } });
    expect(simsParser.detect(makeHead(bytes))).toMatchObject({ confidence: 0.95 });
    // As a value in a report it is no failure
    const { records } = await parseText(report(`${WHO}<Note>&lt;CommandReporterError&gt;</Note>`));
    expect(records).toHaveLength(1);
  });

  it('lets go of a stream', async () => {
    let closed = false;
    async function* stream() {
      try {
        yield Buffer.from(await Promise.resolve('<CommandReporterError>x</CommandReporterError>'));
        for (;;) yield Buffer.from(' '.repeat(1_000));
      } finally {
        closed = true;
      }
    }
    const items = simsParser.parse(await openSource(stream()));
    await expect(items[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'sims-report-failed' });
    expect(closed).toBe(true);
  });
});

describe('reports in XML', () => {
  it('are read behind a banner, in any encoding, with the lines of the file', async () => {
    const banner = 'SIMS .net © Capita\nrunning\n';
    const body = report(WHO);
    const expected = await parseText(body);
    const windows = Buffer.concat([
      Buffer.from(`${banner}<?xml version="1.0" encoding="windows-1252"?>${body}`, 'latin1'),
    ]);
    const variants = [
      Buffer.from(banner + body),
      Buffer.from(`\ufeff${banner}<?xml version="1.0" encoding="utf-8"?>${body}`),
      Buffer.from(`\ufeff${banner}<?xml version="1.0" encoding="utf-16"?>${body}`, 'utf16le'),
      Buffer.from(`\ufeff${banner}${body}`, 'utf16le').swap16(),
      windows,
    ];
    for (const bytes of variants) {
      const { records, issues } = await parseBytes(bytes);
      expect(records.map(own)).toEqual(expected.records.map(own));
      expect(issues).toEqual(expected.issues);
      expect(records[0]?.provenance.place.line).toBe(3);
      expect(records[0]?.provenance.file.size).toBe(bytes.length);
      expect(simsParser.detect(makeHead(bytes))?.confidence).toBe(0.95);
    }
  });

  it('without a record say so', async () => {
    for (const text of [
      '<SuperStarReport/>',
      fixture('report.xml')
        .toString()
        .replace(/<Record>[^]*<\/Record>/, ''),
    ]) {
      const { records, issues } = await parseText(text.replace(/<Summary>.*<\/Summary>/, ''));
      expect(records).toEqual([]);
      expect(
        issues
          .map(({ code, severity }) => [code, severity])
          .filter(([code]) => code !== 'sims-school-missing'),
      ).toEqual([['sims-report-empty', 'info']]);
    }
  });

  it('give each contact and need once, from every combination, and no empty ones', async () => {
    const rows = ['Bea', 'Carl'].flatMap((contact) =>
      ['ASD', 'SLCN', 'HI'].map(
        (need) =>
          `${WHO}<Contact_x0020_Surname>Exampleton</Contact_x0020_Surname><Contact_x0020_Forename>${contact}</Contact_x0020_Forename><SEN_x0020_Need>${need}</SEN_x0020_Need>`,
      ),
    );
    const other = '<UPN>D856412326014</UPN><Surname>Samplewood</Surname>';
    const { records, issues } = await parseText(report(...rows.slice(0, 2), other, ...rows.slice(2), other));
    expect(records.map(({ kind }) => kind).sort()).toEqual([
      'contact',
      'contact',
      'pupil',
      'pupil',
      'sen-need',
      'sen-need',
      'sen-need',
    ]);
    expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('know the pupil by primary_id and not by multiple_id', async () => {
    const { of } = await parseText(
      report(
        '<primary_id>7</primary_id><multiple_id>7,1,</multiple_id><Legal_x0020_Surname>A</Legal_x0020_Surname>',
        '<primary_id>7</primary_id><multiple_id>7,2,</multiple_id><Legal_x0020_Surname>A</Legal_x0020_Surname>',
      ),
    );
    expect(of('pupil')).toMatchObject([
      { key: 'id:7', supplierIds: { primaryId: '7' }, extensions: { multiple_id: ['7,1,', '7,2,'] } },
    ]);
  });

  it('keep attributes, parts and repeated elements', async () => {
    const { of } = await parseText(
      report(
        `${WHO}<Email>a@example.org</Email><Email>b@example.org</Email><Trip id="3"><To>Sea</To></Trip><Nil xsi:nil="true"/>`,
      ),
    );
    expect(of('pupil')[0]).toMatchObject({
      emails: [{ address: 'a@example.org' }, { address: 'b@example.org' }],
      extensions: { 'Trip@id': '3', 'Trip/To': 'Sea' },
    });
  });

  it.each([
    ['<ReportParameters/>', 'sims-other-file'],
    ['<ApplicationImport/>', 'sims-other-file'],
    ['<CTfile/>', 'sims-other-file'],
    ['<AttendanceCodes/>', 'sims-attendance-codes'],
    ['<Something/>', 'sims-root'],
    [report('<Staff_x0020_Code>ABC</Staff_x0020_Code><Surname>A</Surname>'), 'sims-staff-report'],
    [
      `<SuperStarReport><Record>${Array.from({ length: 1_001 }, (_, i) => `<c${i}>1</c${i}>`).join('')}</Record></SuperStarReport>`,
      'sims-too-many-columns',
    ],
  ])('leave alone what holds no pupils: %#', async (text, code) => {
    await expect(parseText(text)).rejects.toMatchObject({ name: 'UnreadableInputError', code });
    expect(simsParser.detect(makeHead(Buffer.from(text.slice(0, 60_000))))?.confidence ?? 0).toBeLessThan(
      code === 'sims-too-many-columns' ? 1 : 0.5,
    );
  });
});

describe('tables', () => {
  it('leave alone reports on staff and on entries for examinations', async () => {
    await expect(parseText('Staff Code,Surname,Forename\nA,B,C\n')).rejects.toMatchObject({
      code: 'sims-staff-report',
    });
    await expect(
      parseText('Statement of Entry\t\nExam No\tSurname\tForename\n1\tA\tB\n'),
    ).rejects.toMatchObject({ code: 'sims-exam-entries' });
  });

  it('take a council’s aliases, and marksheet columns that are results', async () => {
    const { of, issues } = await parseText('Nr,Legal Surname,Legal Forename,EOY 09 Maths\n17,A,B,6\n', {
      school: '8564123',
      aliases: { Nr: 'enrolment.admissionNumber' },
      results: { 'EOY 09 Maths': { subject: 'MAT', academicYear: 2024, method: 'EOY' } },
    });
    // In a marksheet the number says who the pupil is, and is no registration
    expect(of('pupil')[0]).toMatchObject({ key: 'id:admission 17', extensions: { Nr: '17' } });
    expect(of('assessment-result').map(own)).toEqual([
      { kind: 'assessment-result', method: 'EOY', subject: 'MAT', academicYear: 2024, result: '6' },
    ]);
    expect(issues).toEqual([]);
    await expect(parseText('UPN,Surname\nA,B\n', { results: { x: { subject: '' } } })).rejects.toThrow(
      RangeError,
    );
  });

  it('leave out a marksheet’s notes, and read XML’s names as headings', async () => {
    const { records, issues } = await parseText(
      `UPN,Legal_x0020_Surname,KS2 Maths\n${UPN},A,100\nTemplate Notes,for teachers,\n`,
      { school: '8564123' },
    );
    expect(records.map(({ kind }) => kind)).toEqual(['pupil', 'assessment-result']);
    expect(issues).toEqual([]);
  });
});

describe('detection', () => {
  const detect = (text: string, name?: string) => simsParser.detect(makeHead(Buffer.from(text), name));

  it('is sure of SIMS’s own headings and unsure of anybody’s', () => {
    expect(detect(fixture('pupils.csv').toString())?.confidence).toBeGreaterThan(0.8);
    expect(detect('UPN,Surname,Forename\n1,2,3\n')).toMatchObject({ confidence: 0.3 });
    expect(detect('Adno,Surname,Reg,Year\n1,2,3,4\n')?.reason).toBe('headings of SIMS reports: adno, reg');
    expect(detect('a,b\n1,2\n')).toBeUndefined();
    expect(detect('Wonde ID,UPN,Surname\n1,2,3\n')).toBeUndefined();
  });
});

describe('readSimsAttendanceCodes', () => {
  const read = async (text: string) => readSimsAttendanceCodes(await openSource(Buffer.from(text)));

  it('gives the statutory code of each display code, those in use first', async () => {
    const codes = await read(
      `<AttendanceCodes_V2_load>
        <AttendanceCode><SIMS_Display_Code>9</SIMS_Display_Code><Statutory_Return_Code>Y</Statutory_Return_Code><Is_Active>true</Is_Active></AttendanceCode>
        <AttendanceCode><SIMS_Display_Code>9</SIMS_Display_Code><Statutory_Return_Code>X</Statutory_Return_Code><Is_Active>false</Is_Active></AttendanceCode>
        <AttendanceCode><SIMS_Display_Code>!</SIMS_Display_Code><Statutory_Return_Code>U</Statutory_Return_Code></AttendanceCode>
      </AttendanceCodes_V2_load>`,
    );
    expect(codes).toEqual({ '9': 'Y', '!': 'U' });
    const { of } = await parseText(`UPN,Date,Session,Mark\n${UPN},05/09/2024,AM,!\n`, {
      school: '8564123',
      attendanceCodes: codes,
    });
    expect(of('attendance-mark')).toMatchObject([{ code: 'U', sent: { code: '!' } }]);
  });

  it('gives codes of the older answer where they are the DfE’s', async () => {
    expect(
      await read(
        '<AttendanceCodes><AttendanceCode><Code>/</Code></AttendanceCode><AttendanceCode><Code>@@</Code></AttendanceCode></AttendanceCodes>',
      ),
    ).toEqual({ '/': '/' });
    await expect(read('<Other/>')).rejects.toMatchObject({ code: 'sims-root' });
  });
});
