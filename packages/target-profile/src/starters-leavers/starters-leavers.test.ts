import { openSource, UnreadableInputError } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrolled, makePupil, textOf } from '../profile-csv/make-pupil.test-support.js';
import { compareStartersLeavers, type KnownClient, matchClients } from './compare-starters-leavers.js';
import { educationRows, trainingRows } from './rows-of-pupils.js';
import {
  type ReadStartersLeaversRow,
  readStartersLeavers,
  writeStartersLeavers,
} from './starters-leavers-csv.js';
import { type EducationRow, educationRowSchema, trainingRowSchema } from './starters-leavers-layouts.js';

async function read(text: string | Uint8Array): Promise<ReadStartersLeaversRow[]> {
  const rows: ReadStartersLeaversRow[] = [];
  const source = await openSource(typeof text === 'string' ? Buffer.from(text) : text);
  for await (const batch of readStartersLeavers(source)) rows.push(...batch);
  return rows;
}
async function all<T>(some: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of some) found.push(one);
  return found;
}
const between = { from: '2026-09-01', to: '2026-10-31' };
const person = { forename: 'Ada', surname: 'Lowe', birthDate: '2009-11-20', upn: 'K999499921001' };

describe('rows of pupils', () => {
  it('tell of starters and leavers of schools, once for a school and start', async () => {
    const one = makePupil({ address: { postcode: 'ZZ99 9ZZ' } }, [
      { ...enrolled, entryDate: '2026-09-02' },
      {
        kind: 'enrolment',
        current: false,
        attended: '8562001',
        entryDate: '2015-09-01',
        leavingDate: '2026-09-01',
      },
      {
        kind: 'enrolment',
        current: false,
        attended: '8562002',
        entryDate: '2010-09-01',
        leavingDate: '2015-07-20',
      },
      { kind: 'youth-participation', activity: '210', establishment: '8564001', startDate: '2026-09-02' },
      {
        kind: 'youth-participation',
        activity: '220',
        establishment: '8568000',
        startDate: '2026-10-05',
        endDate: '2026-10-20',
      },
      { kind: 'enrolment', status: 'G', attended: '8562003', entryDate: '2026-09-03' },
    ]);
    const rows = await all(educationRows([one], between));
    expect(rows).toEqual([
      { ...person, postcode: 'ZZ99 9ZZ', dfeNumber: '8564001', startDate: '2026-09-02' },
      {
        ...person,
        postcode: 'ZZ99 9ZZ',
        dfeNumber: '8562001',
        startDate: '2015-09-01',
        endDate: '2026-09-01',
      },
      {
        ...person,
        postcode: 'ZZ99 9ZZ',
        dfeNumber: '8568000',
        startDate: '2026-10-05',
        endDate: '2026-10-20',
      },
    ]);
    for (const row of rows) expect(educationRowSchema.parse(row)).toEqual(row);
    const hidden = await all(educationRows([one], { ...between, withholdAddress: () => true }));
    expect(JSON.stringify(hidden)).not.toContain('ZZ99');
  });

  it('tell of an end that only one of two records knows, and of nothing that tells of SEN or custody', async () => {
    const one = makePupil({}, [
      { ...enrolled, entryDate: '2026-09-02' },
      {
        kind: 'youth-participation',
        activity: '210',
        establishment: '8564001',
        startDate: '2026-09-02',
        endDate: '2026-10-20',
      },
      { kind: 'youth-participation', activity: '130', establishment: '8569000', startDate: '2026-10-21' },
      { kind: 'youth-participation', activity: '460', establishment: '10000001', startDate: '2026-10-21' },
    ]);
    const rows = await all(educationRows([one], between));
    expect(rows).toEqual([
      { ...person, dfeNumber: '8564001', startDate: '2026-09-02', endDate: '2026-10-20' },
    ]);
    expect(await all(trainingRows([one], between))).toEqual([]);
    const telling = { ...between, telling: 'include' } as const;
    expect(await all(educationRows([one], telling))).toHaveLength(2);
    expect(await all(trainingRows([one], telling))).toHaveLength(1);
  });

  it('tell of training and apprenticeships', async () => {
    const of = (activity: string, startDate: string) => ({
      kind: 'youth-participation',
      activity,
      startDate,
      establishment: '10000001',
    });
    const rows = await all(
      trainingRows(
        [
          makePupil({}, [
            of('310', '2026-09-01'),
            of('430', '2026-10-31'),
            of('230', '2026-09-01'),
            of('430', '2026-11-01'),
          ]),
        ],
        between,
      ),
    );
    expect(rows.map((row) => [row.situationGroup, row.situationSubGroup, row.startDate, row.ukprn])).toEqual([
      ['300', '310', '2026-09-01', '10000001'],
      ['400', '430', '2026-10-31', '10000001'],
    ]);
    for (const row of rows) expect(trainingRowSchema.parse(row)).toEqual(row);
  });
});

describe('the two lists', () => {
  it('have the headings of One IYSS', async () => {
    const row: EducationRow = {
      ...person,
      dfeNumber: '8564001',
      startDate: '2026-09-01',
      goalLevel: '3',
      goalDescription: '=A levels, "maths"',
    };
    expect(await textOf(writeStartersLeavers('education', [row]))).toBe(
      'Forename,Surname,DOB,Postcode,UPN,DfENo,StartDate,EndDate,GoalLevel,GoalDescription\r\n' +
        `Ada,Lowe,20/11/2009,,K999499921001,8564001,01/09/2026,,3,"'=A levels, ""maths"""\r\n`,
    );
    expect(await textOf(writeStartersLeavers('training', []))).toBe(
      'Forename,Surname,DOB,Postcode,UPN,UKPRN,StartDate,EndDate,SituationGroup,SituationSubGroup,QualLevel,OccAreaGroup,OccAreaSubGroup\r\n',
    );
  });

  it('are read back as they were', async () => {
    const text = fc
      .stringMatching(/^[ -~é]{1,12}$/u)
      .filter((value) => value.trim() === value && value !== '' && !/^['=+\-@]/.test(value));
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    const row = fc.record(
      {
        forename: text,
        postcode: text,
        upn: text,
        ukprn: text,
        startDate: day,
        situationGroup: text,
        qualificationLevel: text,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 3 }), async (rows) => {
        const full = rows.map((one) => ({ ...one, surname: 'Lowe', birthDate: '2009-11-20' }));
        const back = await read(await textOf(writeStartersLeavers('training', full)));
        expect(back.map((one) => one.row)).toEqual(full);
        expect(back.flatMap(({ issues }) => issues)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('tell what is wrong with a row, and keep it', async () => {
    const [first, second] = await read(
      'Surname;StartDate;EndDate;DfENo;DOB;Colour\nLowe;1/9/2026;31/8/2026;8564001;2009-11-20;blue\nOmar;31/02/2026;;;;;extra\n',
    );
    expect(first).toMatchObject({
      kind: 'education',
      line: 2,
      row: { startDate: '2026-09-01', birthDate: '2009-11-20' },
    });
    expect(first!.issues.map(({ code }) => code)).toEqual(['starters-end-before-start']);
    expect(second!.sent).toEqual({ startDate: '31/02/2026' });
    expect(second!.issues.map(({ code }) => code)).toEqual([
      'starters-date-unreadable',
      'starters-row-long',
      'starters-name-missing',
    ]);
  });

  it('are told from other tables', async () => {
    await expect(read('Surname,Forename\na,b\n')).rejects.toMatchObject({ code: 'starters-header' });
    await expect(read('Surname,StartDate\na,b\n')).rejects.toMatchObject({ code: 'starters-header' });
  });

  it('end clearly whatever bytes they are', async () => {
    const whole = Buffer.from(await textOf(writeStartersLeavers('education', [person, person])));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 30 }), async (cut, noise) => {
        await read(Buffer.concat([whole.subarray(0, cut), noise])).catch((error: unknown) => {
          expect(error).toBeInstanceOf(UnreadableInputError);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('against what a service knows', () => {
  const school = '8564001';
  const client: KnownClient = {
    id: 'a',
    ...person,
    situation: { activity: '210', provider: school, startDate: '2026-09-01' },
  };
  const compare = (row: EducationRow, known: KnownClient[] = [client], options = {}) =>
    compareStartersLeavers([{ kind: 'education', line: 2, row }], known, options).map(
      ({ result, issue }) => ({
        ...result,
        ...(issue === undefined ? {} : { code: issue.code }),
      }),
    );
  const row = { ...person, dfeNumber: school };

  it('finds clients by UPN, else by names and date of birth', () => {
    expect(matchClients({ ...person, surname: 'Other' }, [client])).toEqual([client]);
    const nameless = { surname: 'LOWE', forename: 'ada', birthDate: '2009-11-20' };
    expect(matchClients(nameless, [client])).toEqual([client]);
    expect(matchClients({ ...nameless, upn: 'A1' }, [client])).toEqual([]);
    expect(matchClients({ ...nameless, upn: 'A1' }, [{ ...client, upn: undefined }])).toHaveLength(1);
    expect(matchClients({ surname: 'Lowe', forename: 'Ada' }, [client])).toEqual([]);
  });

  it.each([
    ['2026-08-04', 'unchanged'],
    ['2026-08-03', 'note'],
    ['2026-09-29', 'unchanged'],
    ['2026-09-30', 'note'],
  ])('a start on %s: %s', (startDate, action) => {
    expect(compare({ ...row, startDate })).toMatchObject([{ action }]);
    expect(compare({ ...row, startDate }, [client], { toleranceDays: 60 })).toMatchObject([
      { action: 'unchanged' },
    ]);
  });

  it('an end closes the situation, and “not known” follows', () => {
    expect(compare({ ...row, startDate: '2026-09-01', endDate: '2026-10-31' })).toEqual([
      {
        action: 'end',
        client: 'a',
        line: 2,
        endDate: '2026-10-31',
        then: { activity: '810', startDate: '2026-11-01' },
      },
    ]);
    const elsewhere = {
      ...client,
      situation: { activity: '310', provider: '10000001', startDate: '2026-10-01' },
    };
    expect(compare({ ...row, endDate: '2026-09-20' }, [elsewhere])).toMatchObject([{ action: 'unchanged' }]);
  });

  it('a start elsewhere begins a situation', () => {
    expect(compare({ ...row, dfeNumber: '8568000', startDate: '2026-10-01' })).toEqual([
      { action: 'start', client: 'a', line: 2, provider: '8568000', startDate: '2026-10-01' },
    ]);
    expect(compare({ ...row, dfeNumber: '8568000' })).toMatchObject([{ action: 'unchanged' }]);
  });

  it('a mover begins elsewhere, whichever row comes first, and isn’t unknown then', () => {
    const end = { kind: 'education', line: 2, row: { ...row, endDate: '2026-10-01' } } as const;
    const start = {
      kind: 'education',
      line: 3,
      row: { ...person, dfeNumber: '8568000', startDate: '2026-10-02' },
    } as const;
    for (const rows of [
      [end, start],
      [start, end],
    ]) {
      const actions = compareStartersLeavers(rows, [client]).map(({ result }) => result.action);
      expect(actions.sort()).toEqual(['start', 'unchanged']);
    }
  });

  it('does nothing by a row that is faulty', async () => {
    const rows = await read(
      'Surname,Forename,DOB,DfENo,StartDate,EndDate\nLowe,Ada,20/11/2009,8564001,01/09/2026,soon\n',
    );
    expect(compareStartersLeavers(rows, [client])).toMatchObject([
      { result: { action: 'exception', client: 'a' }, issue: { code: 'starters-date-unreadable' } },
    ]);
    expect(matchClients({ birthDate: '2009-11-20' }, [{ id: 'x', birthDate: '2009-11-20' }])).toEqual([]);
  });

  it('tells of whom it can do nothing about', () => {
    const stranger = { surname: 'Omar', birthDate: '2009-01-01', dfeNumber: school };
    expect(compare(stranger)).toMatchObject([
      { code: 'starters-client-unknown', line: 2 },
      { code: 'starters-client-without-row', client: 'a' },
    ]);
    expect(compare(row, [client, { ...client, id: 'b' }])).toMatchObject([
      { code: 'starters-client-several' },
    ]);
    expect(compare(person)).toMatchObject([{ code: 'starters-provider-unknown', client: 'a' }]);
    expect(compare(row, [client], { providerKnown: () => false })).toMatchObject([
      { code: 'starters-provider-unknown' },
    ]);
    const other: KnownClient = { id: 'b', surname: 'Omar', situation: { activity: '210', provider: school } };
    expect(compare(row, [client, other])).toMatchObject([
      { action: 'unchanged' },
      { code: 'starters-client-without-row', client: 'b' },
    ]);
  });
});
