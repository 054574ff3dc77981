import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createLoader, openPgliteStore, type Loader, type Store } from '@rollbook/loader';
import { ctfParser } from '@rollbook/parser-ctf';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiKey, type Scope } from './api-keys.js';
import { createService, type ServiceOptions } from './create-service.js';
import type { Problem } from './problem.js';
import { syntheticFile } from './synthetic-file.test-support.js';
import type { Job } from './wire.js';

const school = '9998888';
const file = await syntheticFile(12);
const keyFor = (id: string, scopes: Scope[], schools: '*' | string[]) =>
  createApiKey({ id, scopes, schools });
const keys = {
  council: keyFor('council', ['load', 'read', 'decide'], '*'),
  school: keyFor('school', ['load', 'read'], [school]),
  other: keyFor('other', ['load', 'read'], ['9994001']),
  both: keyFor('both', ['load', 'read'], [school, '9994001']),
  reader: keyFor('reader', ['read'], [school]),
};
const as = (who: keyof typeof keys) => ({ authorization: `Bearer ${keys[who].key}` });
const binary = { 'content-type': 'application/octet-stream' };

let store: Store;
let loader: Loader;
let folder: string;
let app: FastifyInstance;
let log: string;

const start = (options: Partial<ServiceOptions> = {}): Promise<FastifyInstance> =>
  createService({
    loader,
    parsers: [ctfParser],
    keys: Object.values(keys).map(({ record }) => record),
    folder,
    log: new Writable({
      write(chunk: Buffer, _encoding, written) {
        log += chunk.toString();
        written();
      },
    }),
    ...options,
  });

beforeAll(async () => {
  store = await openPgliteStore('memory://');
}, 60_000);
afterAll(() => store.close());
beforeEach(async () => {
  await store.transaction((session) =>
    session.run('DROP SCHEMA IF EXISTS rollbook CASCADE; DROP SCHEMA IF EXISTS rollbook_stage CASCADE'),
  );
  loader = createLoader({ store });
  folder = await mkdtemp(join(tmpdir(), 'rollbook-service-'));
  log = '';
  app = await start();
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const send = (who: keyof typeof keys, query = 'wait=30', body: Buffer = file) =>
  app.inject({
    method: 'POST',
    url: `/v1/files?${query}`,
    headers: { ...as(who), ...binary },
    payload: body,
  });
const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);

describe('a file in one request', () => {
  it('is loaded, and everything about it can be read back', async () => {
    const answer = await send('school', 'wait=30&fileName=9998888_CTF_999LLLL_001.xml');
    expect(answer.statusCode).toBe(202);
    const job = answer.json<Job>();
    expect(job).toMatchObject({ state: 'done', school, format: 'ctf', size: file.length, failure: null });
    expect(job.result!.byKind.pupil).toMatchObject({ received: 12 });
    expect(answer.headers.location).toBe(`/v1/loads/${job.jobId}`);

    const again = await app.inject({ url: `/v1/loads/${job.jobId}`, headers: as('school') });
    expect(again.json()).toEqual(job);
    const ledger = await app.inject({ url: '/v1/ledger', headers: as('school') });
    expect(ledger.json<{ loads: unknown[] }>().loads).toMatchObject([
      { loadId: job.result!.loadId, school, file: { name: '9998888_CTF_999LLLL_001.xml' } },
    ]);
    const pupils = await app.inject({ url: '/v1/records/pupil', headers: as('school') });
    expect(pupils.headers['content-type']).toBe('application/x-ndjson');
    const { loaded, quarantined } = job.result!.byKind.pupil!;
    expect(linesOf(pupils.body)).toHaveLength(loaded);
    expect(linesOf(pupils.body)[0]).toMatchObject({ school, record: { kind: 'pupil' } });
    const held = linesOf((await app.inject({ url: '/v1/quarantine', headers: as('school') })).body);
    expect(held.length).toBeGreaterThanOrEqual(quarantined);
    const issues = await app.inject({
      url: `/v1/ledger/${job.result!.loadId}/issues`,
      headers: as('school'),
    });
    const { error, query, info } = job.result!.issues;
    expect(linesOf(issues.body)).toHaveLength(error + query + info);
  });

  it('goes on page by page', async () => {
    await send('school');
    const first = linesOf(
      (await app.inject({ url: '/v1/records/pupil?limit=5', headers: as('school') })).body,
    );
    const { key } = (first.at(-1) as { record: { key: string } }).record;
    const rest = await app.inject({
      url: '/v1/records/pupil',
      query: { afterKey: key, afterSchool: school },
      headers: as('school'),
    });
    const all = await app.inject({ url: '/v1/records/pupil', headers: as('school') });
    expect([...first, ...linesOf(rest.body)]).toEqual(linesOf(all.body));
  });

  it('that came before changes nothing', async () => {
    const first = (await send('school')).json<Job>();
    const second = (await send('school')).json<Job>();
    expect(second.result).toMatchObject({ loaded: 0, repeatOf: first.result!.loadId });
  });

  it('that no parser knows fails with the reason, and leaves nothing behind', async () => {
    const job = (await send('school', 'wait=30', Buffer.from('this is no export'))).json<Job>();
    expect(job).toMatchObject({ state: 'failed', result: null, failure: { code: 'format-unknown' } });
    expect(await readdir(join(folder, 'files'))).toEqual([]);
  });

  it('that is empty, or too large, is refused', async () => {
    expect((await send('school', 'wait=0', Buffer.alloc(0))).statusCode).toBe(400);
    await app.close();
    app = await start({ limits: { fileBytes: 1000 } });
    const large = await send('school');
    expect([large.statusCode, large.json<Problem>().code]).toEqual([413, 'file-too-large']);
    expect(await readdir(join(folder, 'files'))).toEqual([]);
  });
});

describe('keys', () => {
  it.each([
    ['/v1/ledger', undefined, 401, 'key-missing'],
    ['/v1/ledger', { authorization: 'Bearer rollbook_school_AAAAAAAAAAAAAAAAAAAA' }, 401, 'key-missing'],
    ['/v1/ledger?school=9994001', as('school'), 403, 'school-not-allowed'],
    ['/v1/ledger', as('both'), 400, 'school-missing'],
    ['/v1/records/pupil?school=9998888', as('other'), 403, 'school-not-allowed'],
    ['/v1/quarantine?school=9998888', as('other'), 403, 'school-not-allowed'],
    ['/v1/records/unreadable', as('school'), 400, 'request-invalid'],
    ['/v1/elsewhere', as('school'), 404, 'route-unknown'],
  ])('answer %s, case %#', async (url, headers, status, code) => {
    const answer = await app.inject({ url, ...(headers ? { headers } : {}) });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json<Problem>()).toMatchObject({ status, code });
  });

  it('need the scope', async () => {
    const answer = await send('reader');
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([403, 'scope-missing']);
  });

  it('of one school write nothing about another', async () => {
    const job = (await send('other')).json<Job>();
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'school-not-allowed' } });
    expect(await loader.count('pupil')).toBe(0);
    const [entry] = await loader.ledger();
    expect(entry).toMatchObject({ state: 'failed', failure: { code: 'school-not-allowed' } });
  });

  it('of another see neither the load nor its issues', async () => {
    const job = (await send('school')).json<Job>();
    for (const url of [`/v1/loads/${job.jobId}`, `/v1/ledger/${job.result!.loadId}/issues`]) {
      const answer = await app.inject({ url, headers: as('other') });
      expect([url, answer.statusCode]).toEqual([url, 404]);
    }
    expect((await app.inject({ url: '/v1/ledger', headers: as('other') })).json()).toEqual({ loads: [] });
  });
});

describe('the service', () => {
  it('goes on with what an earlier process left', async () => {
    await app.close();
    // Nothing may run: as if the process had been killed when the job was just taken in.
    app = await start({ concurrency: 0 });
    const queued = (await send('school', 'wait=0')).json<Job>();
    expect(queued.state).toBe('queued');
    await app.close();
    app = await start();
    const job = await app.inject({ url: `/v1/loads/${queued.jobId}?wait=30`, headers: as('school') });
    expect(job.json<Job>()).toMatchObject({ state: 'done', result: { school } });
    expect(await readdir(join(folder, 'files'))).toEqual([]);
  });

  it('writes no address, name of a file or key into its log', async () => {
    await send('school', 'wait=30&fileName=Ada-Example.xml');
    await app.inject({ url: '/v1/records/pupil?afterKey=upn:A1', headers: as('school') });
    expect(log).toContain('"route":"/v1/records/:kind"');
    expect(log).toContain('"key":"school"');
    for (const secret of [
      'Ada-Example',
      'upn:A1',
      keys.school.key,
      keys.school.key.slice(-20),
      '/v1/records/pupil',
    ])
      expect(log).not.toContain(secret);
  });

  it('slows down whoever asks too much', async () => {
    await app.close();
    app = await start({ limits: { requestsPerMinute: 2 } });
    const codes = [];
    for (let n = 0; n < 3; n++) codes.push((await app.inject({ url: '/health' })).statusCode);
    expect(codes).toEqual([200, 200, 429]);
  });

  it('describes itself in OpenAPI 3.1', async () => {
    const document = (await app.inject({ url: '/openapi.json' })).json<Record<string, never>>();
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Rollbook' } });
    expect(Object.keys(document.paths!)).toEqual(
      expect.arrayContaining([
        '/v1/files',
        '/v1/loads',
        '/v1/loads/{jobId}',
        '/v1/ledger',
        '/v1/records/{kind}',
      ]),
    );
  });
});
