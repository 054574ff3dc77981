import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLoader, openPgliteStore, type Store } from '@rollbook/loader';
import { ctfParser } from '@rollbook/parser-ctf';
import { createApiKey, createService } from '@rollbook/service';
import { createSchool, syntheticCtf } from '@rollbook/synthetic';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RollbookClientError } from './client-error.js';
import { createClient, type RollbookClient } from './create-client.js';

const key = createApiKey({ id: 'council', scopes: ['load', 'read'], schools: '*' });
const reader = createApiKey({ id: 'reader', scopes: ['read'], schools: ['9998888'] });

let folder: string;
let store: Store;
let app: FastifyInstance;
let client: RollbookClient;
let file: Buffer;
let address: string;

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollbook-client-'));
  store = await openPgliteStore('memory://');
  app = await createService({
    loader: createLoader({ store }),
    parsers: [ctfParser],
    keys: [key.record, reader.record],
    folder,
  });
  address = await app.listen({ port: 0, host: '127.0.0.1' });
  client = createClient({ baseUrl: address, apiKey: key.key });
  let text = '';
  for await (const piece of syntheticCtf(createSchool({ seed: 3, pupils: 20 }))) text += piece;
  file = Buffer.from(text);
}, 60_000);
afterAll(async () => {
  await app.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the client', () => {
  it('uploads a file, loads it, and reads everything back', async () => {
    const sent: number[] = [];
    const job = await client.load(
      file,
      {},
      {
        fileName: 'export.xml',
        chunkSize: 20_000,
        onProgress: (bytes) => sent.push(bytes),
      },
    );
    expect(job).toMatchObject({ state: 'done', school: '9998888', format: 'ctf', fileName: 'export.xml' });
    expect(sent.at(-1)).toBe(file.length);
    const { loadId, byKind } = job.result!;
    const [entry] = await client.ledger({ school: '9998888' });
    expect(entry).toMatchObject({ loadId, file: { name: 'export.xml' } });
    const pupils = await all(client.records('pupil'));
    expect(pupils).toHaveLength(byKind.pupil!.loaded);
    expect(pupils.every(({ record }) => record.kind === 'pupil')).toBe(true);
    expect(await all(client.records('pupil', { limit: 3 }))).toEqual(pupils.slice(0, 3));
    const issues = await all(client.issues(loadId));
    const { error, query, info } = job.result!.issues;
    expect(issues).toHaveLength(error + query + info);
    expect((await all(client.quarantine())).length).toBe(job.result!.quarantined);
  });

  it('sends a small file in one request, and a stream from the disk', async () => {
    const queued = await client.sendFile(file, { fileName: 'export.xml' });
    const ended = await client.finished(queued.jobId);
    expect(ended).toMatchObject({ state: 'done', result: { loaded: 0 } });
    expect(await client.getLoad(queued.jobId)).toEqual(ended);

    const path = join(folder, 'export.xml');
    await writeFile(path, file);
    const job = await client.load(
      createReadStream(path),
      { format: 'ctf' },
      { size: file.length, chunkSize: 30_000 },
    );
    expect(job).toMatchObject({ state: 'done', size: file.length, result: { loaded: 0 } });
  });

  it('goes on with an upload where it was broken off', async () => {
    const stop = new AbortController();
    let begun = '';
    const first = client.upload(file, {
      chunkSize: 10_000,
      signal: stop.signal,
      onAddress: (url) => {
        begun = url;
      },
      onProgress: (bytes) => {
        if (bytes > 20_000) stop.abort(new Error('the line is gone'));
      },
    });
    await expect(first).rejects.toThrow('the line is gone');
    const sent: number[] = [];
    const uploadId = await client.upload(file, { address: begun, onProgress: (bytes) => sent.push(bytes) });
    expect(sent[0]).toBeGreaterThan(0);
    expect(begun).toContain(uploadId);
    const job = await client.finished((await client.startLoad(uploadId)).jobId);
    expect(job).toMatchObject({ state: 'done', size: file.length });
  });

  it('tells a problem by its code, and no key', async () => {
    const failing = async (work: () => Promise<unknown>): Promise<unknown> =>
      work().then(
        () => 'nothing was thrown',
        (error: unknown) => {
          const { name, status, code } = error as RollbookClientError;
          return [name, status, code];
        },
      );
    const wrongKey = createClient({ baseUrl: `${address}/`, apiKey: 'rollbook_nobody_0123456789' });
    expect(await failing(() => wrongKey.ledger())).toEqual(['RollbookClientError', 401, 'key-missing']);
    expect(await failing(() => all(wrongKey.records('pupil')))).toEqual([
      'RollbookClientError',
      401,
      'key-missing',
    ]);
    const noRights = createClient({ baseUrl: address, apiKey: reader.key });
    expect(await failing(() => noRights.upload(file))).toEqual(['RollbookClientError', 403, 'scope-missing']);
    expect(await failing(() => noRights.ledger({ school: '9994001' }))).toEqual([
      'RollbookClientError',
      403,
      'school-not-allowed',
    ]);
    expect(await failing(() => client.getLoad('00000000-0000-4000-8000-000000000000'))).toEqual([
      'RollbookClientError',
      404,
      'load-unknown',
    ]);
    const nobody = createClient({ baseUrl: 'http://127.0.0.1:9', apiKey: key.key });
    expect(await failing(() => nobody.ledger())).toEqual(['RollbookClientError', 0, 'no-answer']);
    const upload = nobody.upload(file, { retryDelays: [] });
    await expect(upload).rejects.toMatchObject({ code: 'no-answer' });
    await upload.catch((error: unknown) =>
      expect(String(error) + String((error as Error).cause)).not.toContain(key.key),
    );
  });

  it('never takes half an answer for the whole', async () => {
    const server: Server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson', 'content-length': '100' });
      response.write('{"code":"a"}\n{"co');
      setTimeout(() => response.destroy(), 50);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const half = createClient({ baseUrl: `http://127.0.0.1:${port}`, apiKey: key.key });
    const seen: unknown[] = [];
    const reading = async (): Promise<void> => {
      for await (const issue of half.issues(1)) seen.push(issue);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'broken-off' });
    expect(seen).toEqual([{ code: 'a' }]);
    server.close();
  });
});
