import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createLoader, openPgliteStore, type Loader, type Store } from '@rollbook/loader';
import type { Pupil } from '@rollbook/model';
import type { Batch } from '@rollbook/parser-kit';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey, type Scope } from '../api-keys.js';
import { createService } from '../create-service.js';
import type { Problem } from '../problem.js';

const [school, other] = ['9998888', '9994001'];
const keyFor = (id: string, scopes: Scope[], schools: '*' | string[]) =>
  createApiKey({ id, scopes, schools });
const keys = {
  council: keyFor('council', ['read', 'decide'], '*'),
  school: keyFor('school', ['read', 'decide'], [school]),
  other: keyFor('other', ['read', 'decide'], [other]),
  both: keyFor('both', ['read', 'decide'], [school, other]),
  reader: keyFor('reader', ['read'], '*'),
};

function pupil(at: string, surname: string, of: Partial<Pupil> = {}): Pupil {
  const file = { name: `${at}.csv`, sha256: null, size: null, supplier: 'test', format: 'test' };
  return {
    kind: 'pupil',
    key: 'upn:H801200001001',
    school: at,
    provenance: { file, place: { row: 2 } },
    ...{ upn: 'H801200001001', surname, forename: 'Ada', birthDate: '2012-03-04', sex: 'F' },
    ...of,
  };
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* batches(...records: Pupil[]): AsyncGenerator<Batch> {
  yield records;
}

describe('decisions', { timeout: 60_000 }, () => {
  let store: Store;
  let loader: Loader;
  let folder: string;
  let app: FastifyInstance;
  let log = '';
  const get = (who: keyof typeof keys, url: string) =>
    app.inject({ url: `/v1${url}`, headers: { authorization: `Bearer ${keys[who].key}` } });
  const post = (who: keyof typeof keys, url: string, payload: object) =>
    app.inject({
      ...{ method: 'POST' as const, url: `/v1${url}`, payload },
      headers: { authorization: `Bearer ${keys[who].key}` },
    });
  const linesOf = <T>(body: string): T[] =>
    body
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T);

  beforeAll(async () => {
    store = await openPgliteStore('memory://');
    loader = createLoader({ store, settings: { matching: {} } });
    folder = await mkdtemp(join(tmpdir(), 'rollbook-decisions-'));
    app = await createService({
      loader,
      parsers: [],
      keys: Object.values(keys).map(({ record }) => record),
      folder,
      log: new Writable({
        write(chunk: Buffer, _encoding, written) {
          log += chunk.toString();
          written();
        },
      }),
    });
    await loader.load(batches(pupil(school, 'Lowe')), { file: { sha256: '1'.repeat(64) } });
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('are for keys with the scope, and for their own schools', async () => {
    expect((await post('reader', '/unmatched/1/decision', { decision: 'add', by: 'Me' })).statusCode).toBe(
      403,
    );
    const foreign = await post('other', '/unmatched/1/decision', { decision: 'add', by: 'Me' });
    expect(foreign.json<Problem>()).toMatchObject({ status: 404, code: 'unknown-entry' });
    expect((await get('both', '/unmatched')).json<Problem>().code).toBe('school-missing');
    expect((await get('school', `/unmatched?school=${other}`)).json<Problem>().code).toBe(
      'school-not-allowed',
    );
    expect(linesOf((await get('other', '/unmatched')).body)).toEqual([]);
  });

  it('are refused when they make no sense', async () => {
    for (const body of [
      { decision: 'add' },
      { decision: 'keep', by: 'Me' },
      { decision: 'match', by: 'Me', personId: 'x' },
    ])
      expect((await post('council', '/unmatched/1/decision', body)).json<Problem>().code).toBe(
        'request-invalid',
      );
    const nobody = await post('council', '/unmatched/1/decision', { decision: 'match', by: 'Me' });
    expect(nobody.json<Problem>()).toMatchObject({ status: 400, code: 'invalid-decision' });
    expect((await post('council', '/unmatched/77/decision', { decision: 'add', by: 'Me' })).statusCode).toBe(
      404,
    );
  });

  it('say whose a pupil is, and stand with who took them', async () => {
    const [waiting] = linesOf<{ id: number; pupil: Pupil }>((await get('school', '/unmatched')).body);
    expect(waiting).toMatchObject({ id: 1, school, reason: 'nobody', pupil: { surname: 'Lowe' } });
    const added = await post('school', '/unmatched/1/decision', {
      decision: 'add',
      by: 'A. Officer',
      note: 'new',
    });
    expect(added.json()).toMatchObject({ id: 1, state: 'added', followed: [] });
    expect(
      (await post('council', '/unmatched/1/decision', { decision: 'add', by: 'Me' })).json<Problem>(),
    ).toMatchObject({
      status: 409,
      code: 'already-decided',
    });
    expect(linesOf((await get('council', '/unmatched?state=all')).body)).toMatchObject([
      { id: 1, state: 'added', decidedBy: 'A. Officer (key school)', note: 'new' },
    ]);
  });

  it('accept and refuse values', async () => {
    await loader.load(batches(pupil(other, 'Lowe', { middleNames: 'May', religion: 'CH' })), {
      file: { sha256: '2'.repeat(64) },
    });
    const conflicts = linesOf<{ conflictId: number; field: string }>((await get('other', '/conflicts')).body);
    expect(conflicts.map(({ field }) => field).sort()).toEqual(['middleNames', 'religion']);
    expect(linesOf((await get('school', '/conflicts')).body)).toEqual([]);
    const [first, second] = conflicts.map(({ conflictId }) => conflictId);
    const decide = (who: keyof typeof keys, ids: (number | undefined)[], decision: string) =>
      post(who, '/conflicts/decisions', { ids, decision, by: 'A. Officer' });
    expect((await decide('school', [first], 'accept')).json<Problem>().code).toBe('unknown-conflict');
    expect((await decide('other', [first], 'accept')).json()).toMatchObject({
      conflicts: [{ conflictId: first, state: 'accepted' }],
    });
    expect((await decide('council', [first, second], 'refuse')).json<Problem>().code).toBe('conflict-closed');
    expect((await decide('council', [second], 'refuse')).statusCode).toBe(200);
    expect(linesOf((await get('council', '/conflicts')).body)).toEqual([]);
  });

  it('leave nothing of a pupil in the log', () => {
    expect(log).toContain('/v1/unmatched');
    expect(log).not.toMatch(/Lowe|Ada|H8012|May|Officer/);
  });
});
