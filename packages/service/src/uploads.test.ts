import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadResult, Loader } from '@rollbook/loader';
import { ctfParser } from '@rollbook/parser-ctf';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from './api-keys.js';
import { createService } from './create-service.js';
import { syntheticFile } from './synthetic-file.test-support.js';
import type { Job } from './wire.js';

const file = await syntheticFile(3);
const mine = createApiKey({ id: 'mine', scopes: ['load'], schools: '*' });
const another = createApiKey({ id: 'another', scopes: ['load'], schools: '*' });
const as = ({ key }: typeof mine) => ({ authorization: `Bearer ${key}` });

let folder: string;
let app: FastifyInstance;
let address: string;
/** What came to the loader: here it is the protocol that is tested. */
const seen: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollbook-uploads-'));
  const loader = {
    resume: () => Promise.resolve([]),
    async load({ source }: { source: { digest(): Promise<{ sha256: string }> } }) {
      seen.push((await source.digest()).sha256);
      return {
        loadId: 1,
        received: 0,
        loaded: 0,
        unchanged: 0,
        quarantined: 0,
        repeatOf: null,
        skipped: false,
        issues: { error: 0, query: 0, info: 0 },
        byKind: {},
        file: { name: null, sha256: null, size: null, supplier: null, format: 'ctf', version: null },
        sha256: null,
        school: null,
        seconds: 0,
        asOf: '2026-09-01T00:00:00.000Z',
        scope: 'partial',
        outdated: 0,
        closed: 0,
      } satisfies LoadResult;
    },
  } as unknown as Loader;
  app = await createService({
    loader,
    parsers: [ctfParser],
    keys: [mine.record, another.record],
    folder,
    limits: { uploadBytes: file.length },
  });
  address = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const tus = { 'tus-resumable': '1.0.0' };

async function create(length: number, key = mine): Promise<Response> {
  const name = Buffer.from('8561234_CTF_856LLLL_001.xml').toString('base64');
  return fetch(`${address}/v1/uploads`, {
    method: 'POST',
    headers: { ...tus, ...as(key), 'upload-length': String(length), 'upload-metadata': `filename ${name}` },
  });
}

async function patch(url: string, offset: number, body: Buffer, key = mine): Promise<Response> {
  return fetch(url, {
    method: 'PATCH',
    headers: {
      ...tus,
      ...as(key),
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(body),
  });
}

async function load(uploadId: string, key = mine): Promise<Response> {
  return fetch(`${address}/v1/loads`, {
    method: 'POST',
    headers: { ...as(key), 'content-type': 'application/json' },
    body: JSON.stringify({ uploadId, wait: 30 }),
  });
}

describe('resumable uploads', () => {
  it('take a file in parts, say how far they are, and are loaded once', async () => {
    const created = await create(file.length);
    expect(created.status).toBe(201);
    const location = created.headers.get('location')!;
    const url = new URL(location, address).href;
    const uploadId = url.split('/').pop()!;
    const half = Math.floor(file.length / 2);
    expect((await patch(url, 0, file.subarray(0, half))).status).toBe(204);
    // The line broke: the client asks where to go on.
    const head = await fetch(url, { method: 'HEAD', headers: { ...tus, ...as(mine) } });
    expect(head.headers.get('upload-offset')).toBe(String(half));
    expect(((await (await load(uploadId)).json()) as { code: string }).code).toBe('upload-unfinished');
    expect((await patch(url, half, file.subarray(half))).status).toBe(204);

    const job = (await (await load(uploadId)).json()) as Job;
    expect(job).toMatchObject({ state: 'done', fileName: '8561234_CTF_856LLLL_001.xml', size: file.length });
    expect(seen).toHaveLength(1);
    expect((await load(uploadId)).status).toBe(404);
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
    expect(await readdir(join(folder, 'files'))).toEqual([]);
  });

  it('belong to the key that began them', async () => {
    const url = new URL((await create(10)).headers.get('location')!, address).href;
    expect((await fetch(url, { method: 'HEAD', headers: { ...tus, ...as(another) } })).status).toBe(404);
    expect((await patch(url, 0, Buffer.from('0123456789'), another)).status).toBe(404);
    expect((await patch(url, 0, Buffer.from('0123456789'))).status).toBe(204);
    expect((await load(url.split('/').pop()!, another)).status).toBe(404);
    expect((await fetch(url, { method: 'DELETE', headers: { ...tus, ...as(another) } })).status).toBe(404);
    expect((await fetch(url, { method: 'DELETE', headers: { ...tus, ...as(mine) } })).status).toBe(204);
  });

  it('need a key, a size within the limit, and an id that is one', async () => {
    expect(
      (await fetch(`${address}/v1/uploads`, { method: 'POST', headers: { ...tus, 'upload-length': '1' } }))
        .status,
    ).toBe(401);
    expect((await create(file.length + 1)).status).toBe(413);
    for (const id of ['nobody', '..%2f..%2fetc%2fpasswd', 'f'.repeat(32)]) {
      expect([
        id,
        (await fetch(`${address}/v1/uploads/${id}`, { method: 'HEAD', headers: { ...tus, ...as(mine) } }))
          .status,
      ]).toEqual([id, 404]);
      expect([id, (await load(id)).status]).toEqual([id, 404]);
    }
  });
});
