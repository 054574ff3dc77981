import { collect, isRecord, openSource } from '@rollbook/parser-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeIsams, json, student, text } from '../__fixtures__/fake-isams.js';
import { isamsParser, IsamsApiError } from '../index.js';

const STUDENTS = '/api/students';
const five = [1, 2, 3, 4, 5].map(student);

let server: FakeIsams;
beforeEach(async () => {
  server = new FakeIsams();
  await server.start();
  server.pages(STUDENTS, 'students', five, 2);
});
afterEach(async () => {
  await server.stop();
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function failure(items: AsyncIterable<unknown> | Promise<unknown>): Promise<IsamsApiError> {
  try {
    await (items instanceof Promise ? items : all(items));
  } catch (error) {
    expect(error).toBeInstanceOf(IsamsApiError);
    return error as IsamsApiError;
  }
  throw new Error('nothing was thrown');
}

describe('readPupils', () => {
  it('gives batches of canonical records with contacts and marks', async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      server.routes.set(
        `/api/students/S${n}/tempcontacts`,
        json({
          contacts: [
            { id: n * 10, relationship: 'Mother', surname: `Parent${n}`, telephoneNumber: '01632 960001' },
          ],
        }),
      );
      server.routes.set(
        `/api/registration/register/7/students/S${n}`,
        json({
          isRegistered: n === 3 ? 0 : 1,
          isLate: n === 2,
          numberOfMinutesLate: n === 2 ? 4 : 0,
          absenceCodeId: n === 3 ? 5 : null,
        }),
      );
    }
    server.pages(
      '/api/registration/absencecodes',
      'absenceCodes',
      [{ id: 5, code: 'X', name: 'Own', governmentCode: 'I' }],
      50,
    );
    server.pages('/api/registration/presentcodes', 'presentCodes', [], 50);
    server.pages(
      '/api/registration/periods',
      'registrationPeriods',
      [
        { id: 7, start: '2026-11-02T08:40:00', friendlyName: 'AM', registrationType: 'Statutory' },
        { id: 8, start: '2026-12-02T08:40:00', friendlyName: 'AM' },
      ],
      50,
    );
    const client = server.client();
    const batches = client.readPupils({
      school: '8564123',
      contacts: true,
      attendance: { from: '2026-11-01', to: '2026-11-30' },
      batchSize: 6,
    });
    const lists = await all(batches);
    expect(lists.length).toBeGreaterThan(1);
    const items = lists.flat();
    const records = items.filter(isRecord);
    expect(records.filter(({ kind }) => kind === 'pupil').map(({ key }) => key)).toEqual([
      'id:S1',
      'id:S2',
      'id:S3',
      'id:S4',
      'id:S5',
    ]);
    expect(records.slice(0, 4)).toMatchObject([
      { kind: 'pupil', school: '8564123', birthDate: '2014-05-06' },
      { kind: 'enrolment', yearGroup: '7', current: true },
      {
        kind: 'contact',
        pupilKey: 'id:S1',
        surname: 'Parent1',
        relationship: 'PAM',
        phones: [{ number: '01632 960001', type: 'H' }],
      },
      { kind: 'attendance-mark', pupilKey: 'id:S1', date: '2026-11-02', session: 'AM', code: '/' },
    ]);
    expect(records.filter(({ kind }) => kind === 'attendance-mark')).toMatchObject([
      { code: '/' },
      { code: 'L', minutesLate: 4 },
      { code: 'I', sent: { code: '5' } },
      { code: '/' },
      { code: '/' },
    ]);
    expect(items.filter((item) => !isRecord(item))).toEqual([]);
    const { file } = records[0]!.provenance;
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(records.map(({ provenance }) => provenance.file)).size).toBe(1);
    expect(server.mostRunning).toBeLessThanOrEqual(2);
  });

  it('takes a pupil without a status in a period for one without a mark, and an endpoint without any for a fault', async () => {
    server.pages('/api/registration/absencecodes', 'absenceCodes', [], 50);
    server.pages('/api/registration/presentcodes', 'presentCodes', [], 50);
    const periods = ['AM', 'Prep'].map((friendlyName, i) => ({
      id: i + 1,
      start: '2026-11-02T08:40:00',
      friendlyName,
    }));
    server.pages('/api/registration/periods', 'registrationPeriods', periods, 50);
    const attendance = { from: '2026-11-02', to: '2026-11-02' };
    server.routes.set('/api/registration/register/1/students/S4', json({ isRegistered: 1 }));
    const { records } = await collect(server.client().readPupils({ attendance }));
    expect(records.filter(({ kind }) => kind === 'attendance-mark')).toMatchObject([
      { pupilKey: 'id:S4', code: '/' },
    ]);
    expect(server.seen.filter(({ path }) => path.startsWith('/api/registration/register/2/'))).toEqual([]);
    server.routes.delete('/api/registration/register/1/students/S4');
    expect(await failure(server.client().readPupils({ attendance }))).toMatchObject({
      code: 'isams-not-found',
    });
  });

  it('says when the number of pupils changed', async () => {
    server.pages(STUDENTS, 'students', five, 2, 6);
    const { records, issues } = await collect(server.client().readPupils());
    expect(records).toHaveLength(10);
    expect(issues).toMatchObject([{ code: 'isams-total-changed', severity: 'query' }]);
  });

  it('throws what a request failed with', async () => {
    server.fault(STUDENTS, text('', 403));
    expect(await failure(server.client().readPupils())).toMatchObject({ code: 'isams-forbidden' });
  });
});

describe('files', () => {
  it('of a list are read by the parser', async () => {
    const source = await server.client().openList('students');
    expect(source).toMatchObject({ name: 'isams-students.json', repeatable: false });
    const { records, issues } = await collect(isamsParser.parse(source));
    expect(records.filter(({ kind }) => kind === 'pupil')).toHaveLength(5);
    expect(issues).toEqual([]);
  });

  it('of the Batch API are read by the parser; a busy database is asked again', async () => {
    const path = '/api/batch/1.0/xml.ashx';
    server.routes.set(
      path,
      text(
        '<iSAMS><PupilManager><CurrentPupils><Pupil Id="1"><Surname>A</Surname></Pupil></CurrentPupils></PupilManager></iSAMS>',
      ),
    );
    const message = (name: string, words: string) =>
      `<Message><MessageId>1</MessageId><MessageName>${name}</MessageName><Description>${words}</Description></Message>`;
    server.fault(path, text(message('UnhandledException', 'was deadlocked on lock resources. Rerun'), 500));
    const client = server.client({ scope: 'apiv1' });
    const source = await client.openBatch({ filters: '<Filters/>' });
    const { records } = await collect(isamsParser.parse(source));
    expect(records).toHaveLength(2);
    expect(server.seen.at(-1)).toMatchObject({
      method: 'POST',
      body: '<Filters/>',
      path: `${path}?apiKey=client-1`,
    });

    server.fault(path, text(message('InvalidApiKey', 'x'), 200));
    const refused = await collect(isamsParser.parse(await openSource(await client.openBatch())));
    expect(refused.issues).toMatchObject([{ code: 'isams-error-document' }]);
    server.fault(path, text(message('MethodsNotAllocatedToKeyException', 'x'), 403));
    expect(await failure(client.openBatch())).toMatchObject({
      code: 'isams-forbidden',
      endpoint: 'batch/1.0/xml.ashx',
    });
  });
});
