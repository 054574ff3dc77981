import { readFileSync } from 'node:fs';
import type { AttendanceMark } from '@rollbook/model';
import { type Issue, openSource, UnreadableInputError } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sensitiveGroups } from '../pupils/fit-pupil.js';
import { makePupil, makeTarget, textOf } from '../pupils/make-pupil.test-support.js';
import type { TargetPupil } from '../pupils/target-pupil.js';
import { attendanceString, sessionsOf } from './attendance-string.js';
import { b2bIssues } from './b2b-issues.js';
import { b2bNames } from './element-names.js';
import { type B2bStudent, readB2bExperimental } from './read-b2b.js';
import { b2bFileName, type B2bOptions, type B2bSummary, writeB2bExperimental } from './write-b2b.js';

const mark = (date: string, session: 'AM' | 'PM', code = '/'): AttendanceMark =>
  makeTarget(makePupil(), [{ kind: 'attendance-mark', key: `${date}${session}${code}`, date, session, code }])
    .records[0] as AttendanceMark;

describe('attendance strings', () => {
  it('have a letter a session, AM then PM, from the first day to the last', () => {
    // 9 January 2026 is a Friday.
    expect(
      attendanceString([
        mark('2026-01-12', 'PM', 'L'),
        mark('2026-01-09', 'AM'),
        mark('2026-01-09', 'PM', '\\'),
      ]),
    ).toEqual({
      startDate: '2026-01-09',
      marks: '/\\-----L',
      faulty: [],
    });
    expect(attendanceString([])).toBeUndefined();
  });

  it('are seeded step by step, and never over a mark', () => {
    const marks = [mark('2026-01-09', 'AM'), mark('2026-01-10', 'AM', 'N'), mark('2026-01-12', 'PM')];
    expect(attendanceString(marks, { weekends: true })!.marks).toBe('/-N###-/');
    expect(
      attendanceString(marks, { weekends: true, holidays: [{ from: '2026-01-12', to: '2026-01-12' }] })!
        .marks,
    ).toBe('/-N####/');
    expect(() => attendanceString(marks, { holidays: [{ from: '2026-01-12', to: '2026-01-12' }] })).toThrow(
      RangeError,
    );
  });

  it('tell of a session with two marks, and of a code that has no room', () => {
    const [first, second, long] = [
      mark('2026-01-09', 'AM', 'N'),
      mark('2026-01-09', 'AM', '/'),
      mark('2026-01-09', 'PM', 'C1'),
    ];
    expect(attendanceString([first, second, long])).toEqual({
      startDate: '2026-01-09',
      marks: 'N-',
      faulty: [second, long],
    });
    expect(attendanceString([long])).toBeUndefined();
  });

  it('are of a year at most, over its end and a leap day', () => {
    const year = attendanceString([mark('2023-09-01', 'AM'), mark('2024-08-31', 'PM')]);
    expect(year!.marks).toHaveLength(366 * 2);
    expect(attendanceString([mark('2025-12-31', 'PM'), mark('2026-01-01', 'AM')])!.marks).toBe('-//-');
    expect(() => attendanceString([mark('2023-09-01', 'AM'), mark('2024-09-01', 'AM')])).toThrow(RangeError);
  });

  it('give back every mark', () => {
    const day = fc
      .integer({ min: 0, max: 300 })
      .map((n) => new Date(Date.UTC(2025, 8, 1 + n)).toISOString().slice(0, 10));
    const any = fc.record({
      date: day,
      session: fc.constantFrom('AM' as const, 'PM' as const),
      code: fc.constantFrom('/', '\\', 'N', 'I', 'L'),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(any, { selector: ({ date, session }) => date + session, minLength: 1 }),
        fc.boolean(),
        (marks, weekends) => {
          const written = attendanceString(
            marks.map(({ date, session, code }) => mark(date, session, code)),
            { weekends },
          )!;
          const order = (a: { date: string; session: string }, b: { date: string; session: string }) =>
            a.date + a.session < b.date + b.session ? -1 : 1;
          expect(sessionsOf(written)).toEqual([...marks].sort(order));
        },
      ),
      { numRuns: 60 },
    );
  });
});

const contact = {
  kind: 'contact',
  key: 'c1',
  surname: 'Lowe',
  forename: 'Jo',
  relationship: 'PAM',
  priority: 1,
  parentalResponsibility: true,
};
const full = makeTarget(
  makePupil({
    ethnicity: 'WBRI',
    religion: 'CH',
    address: { paon: '1', street: 'Low Street', postcode: 'ZZ99 9ZZ' },
    languages: [{ code: 'ENG', type: 'F' }],
  }),
  [
    { kind: 'enrolment', current: true, status: 'C', entryDate: '2023-09-01', yearGroup: '8' },
    contact,
    { kind: 'sen-provision', provision: 'K', startDate: '2024-01-08' },
    { kind: 'sen-need', need: 'SPLD', rank: 1 },
    {
      kind: 'exclusion',
      category: 'SUSP',
      reasons: ['DB', 'PP'],
      startDate: '2026-01-12',
      endDate: '2026-01-13',
      startSession: 'PM',
      sessions: 3,
    },
    { kind: 'attendance-mark', key: 'm', date: '2026-01-09', session: 'AM', code: '/' },
    { kind: 'fsm-spell', startDate: '2024-01-01' },
  ],
  { contactGuids: new Map([['c1', 'contact-guid']]) },
);
const options: B2bOptions = { school: '8562001', dateTime: '2026-01-15T09:30:00' };

async function written(pupils: TargetPupil[], of: Partial<B2bOptions> = {}) {
  const issues: Issue[] = [];
  let summary: B2bSummary | undefined;
  const text = await textOf(
    writeB2bExperimental(
      { ...options, ...of, onIssue: (one) => issues.push(one), onDone: (done) => (summary = done) },
      pupils,
    ),
  );
  return { text, codes: issues.map(({ code }) => code), summary: summary! };
}
async function read(text: string | Uint8Array): Promise<B2bStudent[]> {
  const students: B2bStudent[] = [];
  for await (const batch of readB2bExperimental(await openSource(Buffer.from(text)))) students.push(...batch);
  return students;
}

describe('B2B XML, as far as anybody knows it', () => {
  it('has what the release notes show, word for word', async () => {
    const { text, codes, summary } = await written([full], { include: ['exclusions', 'sen'] });
    expect(text).toContain(`    <SuppInfo>
      <GUID>5f0e0000-0000-4000-8000-000000000001</GUID>
    </SuppInfo>`);
    expect(text).toContain(`      <Exclusion>
        <Category>SUSP</Category>
        <Reasons>
          <Reason>DB</Reason>
          <Reason>PP</Reason>
        </Reasons>
        <StartDate>2026-01-12</StartDate>
        <EndDate>2026-01-13</EndDate>
        <SchoolDays>1.500000</SchoolDays>
        <StartTime>PM</StartTime>
      </Exclusion>`);
    expect(text).toMatch(/<Contacts>\s*<Contact>\s*<GUID>contact-guid<\/GUID>/);
    expect(codes).toEqual(['b2b-experimental']);
    expect(summary).toEqual({
      pupils: 1,
      written: 1,
      elsewhere: 0,
      unwritable: { 'fsm-spell': 1 },
      withheld: { ethnicity: 1, religion: 1 },
    });
  });

  it('has the form with one reason, and says what it leaves out', async () => {
    const { text, codes } = await written([full], { include: ['exclusions'], exclusionForm: 'single' });
    expect(text).toMatch(/<Category>SUSP<\/Category>\s*<Reason>DB<\/Reason>\s*<StartDate>/);
    expect(text).not.toContain('<Reasons>');
    expect(codes).toEqual(['b2b-experimental', 'b2b-reason-left-out']);
  });

  it('has no session at another school, and says which reasons have no room', async () => {
    const one = makeTarget(makePupil(), [
      { kind: 'attendance-mark', key: 'a', date: '2026-01-09', session: 'AM', code: '/' },
      {
        kind: 'attendance-mark',
        key: 'b',
        date: '2026-01-12',
        session: 'AM',
        code: 'N',
        extensions: { LEA: '857', Estab: '3003' },
      },
      { kind: 'exclusion', category: 'SUSP', reasons: ['DB', 'PP', 'VA', 'BU'], startDate: '2026-01-12' },
    ]);
    const { text, codes } = await written([one], { include: ['exclusions'] });
    expect(text).toContain('<AttendanceString>/-</AttendanceString>');
    expect(text).not.toContain('BU');
    expect(codes).toEqual(['b2b-experimental', 'b2b-reason-left-out', 'b2b-mark-elsewhere']);
    const backwards = { weekends: true, holidays: [{ from: '2026-01-02', to: '2026-01-01' }] };
    expect(() => attendanceString([], backwards)).toThrow(RangeError);
    expect(attendanceString([mark('2026-01-09', 'AM', ' ')])).toBeUndefined();
  });

  it('has nothing sensitive that isn’t named, and no address that is withheld', async () => {
    const { text } = await written([full]);
    expect(text).not.toMatch(/<Exclusion|<SEN|<Ethnicity|<Religion/);
    const all = await written([full], { include: sensitiveGroups });
    expect(all.text).toMatch(/<SENHistory>[\s\S]*<Ethnicity>|<Ethnicity>[\s\S]*<SENHistory>/);
    expect((await written([full], { withholdAddress: () => true })).text).not.toMatch(/Low Street|ZZ99/);
  });

  it('goes without GUIDs, and says so; leaves pupils of other schools out', async () => {
    const bare = makeTarget(makePupil(), [contact], { guid: null });
    const other = makeTarget(makePupil({ school: '8562002' }));
    const { text, codes, summary } = await written([bare, other]);
    expect(codes).toEqual(['b2b-experimental', 'b2b-guid-missing', 'b2b-guid-missing']);
    expect(text).not.toContain('<GUID>');
    expect(summary).toMatchObject({ pupils: 2, written: 1, elsewhere: 1 });
  });

  it('has marks by school year, seeded when asked', async () => {
    const one = makeTarget(makePupil(), [
      { kind: 'attendance-mark', key: 'a', date: '2026-01-09', session: 'AM', code: '/' },
      { kind: 'attendance-mark', key: 'b', date: '2026-01-12', session: 'AM', code: '/' },
      { kind: 'attendance-mark', key: 'c', date: '2024-09-05', session: 'PM', code: '\\' },
      { kind: 'attendance-mark', key: 'd', date: '2024-09-05', session: 'PM', code: 'N' },
    ]);
    const { text, codes } = await written([one], { seeding: { weekends: true } });
    expect([...text.matchAll(/<AttendanceString>(.*?)</g)].map(([, marks]) => marks)).toEqual([
      '-\\',
      '/-####/-',
    ]);
    expect(codes).toEqual(['b2b-experimental', 'b2b-mark-unwritable']);
  });

  it('is read back, whichever form exclusions have', async () => {
    for (const exclusionForm of ['single', 'multiple'] as const) {
      const { text } = await written([full], { include: sensitiveGroups, exclusionForm });
      const [student] = await read(text);
      expect(student).toMatchObject({
        guid: '5f0e0000-0000-4000-8000-000000000001',
        content: {
          UPN: 'H801200001001',
          Surname: 'Lowe',
          Contacts: { Contact: { GUID: 'contact-guid', Surname: 'Lowe' } },
        },
        exclusions: [
          { category: 'SUSP', reasons: exclusionForm === 'single' ? ['DB'] : ['DB', 'PP'], sessions: 3 },
        ],
        issues: [],
      });
    }
    const names = fc
      .stringMatching(/^[ -~é中]{1,15}$/u)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    await fc.assert(
      fc.asyncProperty(names, names, async (surname, forename) => {
        const [student] = await read((await written([makeTarget(makePupil({ surname, forename }))])).text);
        expect(student!.content).toMatchObject({ Surname: surname, Forename: forename });
      }),
      { numRuns: 60 },
    );
  });

  it('is told from other XML, and what isn’t known is told', async () => {
    await expect(read('<CTfile/>')).rejects.toMatchObject({ code: 'b2b-root' });
    await expect(read('<!DOCTYPE a><B2BStudents/>')).rejects.toMatchObject({ code: 'xml-doctype' });
    const [student] = await read('<B2BStudents><Student><Odd>x</Odd></Student></B2BStudents>');
    expect(student).toMatchObject({
      content: { Odd: 'x' },
      issues: [{ code: 'b2b-element-unknown', field: 'Odd' }],
    });
  });

  it('ends clearly whatever bytes it is', async () => {
    const whole = Buffer.from((await written([full, full], { include: sensitiveGroups })).text);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.nat(40),
        fc.uint8Array({ maxLength: 6 }),
        async (at, cut, put) => {
          await read(Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + cut)])).catch(
            (error: unknown) => {
              expect(error).toBeInstanceOf(UnreadableInputError);
            },
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('has a name without spaces', () => {
    expect(b2bFileName(options)).toBe('B2B_8562001_20260115093000.xml');
    expect(() => b2bFileName({ ...options, school: '../x' })).toThrow(RangeError);
    expect(() => b2bFileName({ ...options, dateTime: '2026' })).toThrow(RangeError);
  });

  it.each([{ school: '1' }, { dateTime: 'now' }])('refuses %j', async (of) => {
    await expect(written([], of)).rejects.toThrow(RangeError);
  });
});

it('has its names and issues in the document, confirmed and not', () => {
  const doc = readFileSync(new URL('../../../../docs/formats/one-b2b.md', import.meta.url), 'utf8');
  const cells = (state: string) =>
    [...(new RegExp(`\\| ${state} +\\| (.*?) *\\|`).exec(doc)?.[1] ?? '').matchAll(/`(.*?)`/g)]
      .map(([, name]) => name!)
      .sort();
  const names = (confirmed: boolean) =>
    [
      ...new Set(
        Object.values(b2bNames)
          .filter((one) => one.confirmed === confirmed)
          .map(({ name }) => name),
      ),
    ].sort();
  expect(cells('confirmed')).toEqual(names(true));
  expect(cells('unconfirmed')).toEqual(names(false));
  for (const code of Object.keys(b2bIssues)) expect(doc).toContain(`\`${code}\``);
});
