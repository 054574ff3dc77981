import type { Readable } from 'node:stream';
import createFetchClient, { type Client } from 'openapi-fetch';
import { errorOf, RollbookClientError } from './client-error.js';
import type { components, paths } from './openapi.generated.js';
import { readLines } from './read-lines.js';
import { upload, type UploadOptions } from './upload.js';

type Schemas = components['schemas'];
export type CanonicalRecord = Schemas['CanonicalRecord'];
export type Issue = Schemas['Issue'];
export type Job = Schemas['Job'];
export type LedgerEntry = Schemas['LedgerEntry'];
export type LoadResult = Schemas['LoadResult'];
export type QuarantinedRecord = Schemas['QuarantinedRecord'];
export type StoredRecord = Schemas['StoredRecord'];

type Query<Path extends keyof paths, Method extends 'get' | 'post'> =
  paths[Path] extends Record<Method, { parameters: { query?: infer Q } }> ? NonNullable<Q> : never;

export type RecordKind = paths['/v1/records/{kind}']['get']['parameters']['path']['kind'];
export type RecordsQuery = Query<'/v1/records/{kind}', 'get'>;
export type QuarantineQuery = Query<'/v1/quarantine', 'get'>;
export type LedgerQuery = Query<'/v1/ledger', 'get'>;
/** How a file is to be read and loaded, as the service describes it. */
export type FileSettings = Omit<Query<'/v1/files', 'post'>, 'wait'>;

export interface ClientOptions {
  /** Address of the service, such as `https://rollbook.example.gov.uk`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Instead of the global `fetch`, for proxies and tests. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Each method throws {@link RollbookClientError}, or the reason of its signal. */
export interface RollbookClient {
  /** Every route of the service, typed by its OpenAPI document: openapi-fetch. */
  readonly api: Client<paths>;
  /** Sends a file in one request, and tells the load that was queued. */
  sendFile(file: Uint8Array | Blob, settings?: FileSettings): Promise<Job>;
  /** Sends a large file so that it goes on where the line broke. @returns the upload's id */
  upload(file: Uint8Array | Readable, options?: UploadOptions): Promise<string>;
  startLoad(uploadId: string, settings?: FileSettings): Promise<Job>;
  getLoad(jobId: string): Promise<Job>;
  /** Waits until the load is `done` or `failed`. */
  finished(jobId: string, options?: { readonly signal?: AbortSignal }): Promise<Job>;
  /** Uploads, loads and waits: a file's whole way. */
  load(file: Uint8Array | Readable, settings?: FileSettings, options?: UploadOptions): Promise<Job>;
  ledger(query?: LedgerQuery): Promise<LedgerEntry[]>;
  issues(loadId: number): AsyncIterable<Issue>;
  records(kind: RecordKind, query?: RecordsQuery): AsyncIterable<StoredRecord>;
  quarantine(query?: QuarantineQuery): AsyncIterable<QuarantinedRecord>;
}

/** Seconds for which a request waits at the service for a load to end; then it asks again. */
const WAIT = 30;

/** A client of one service with one key. */
export function createClient({ baseUrl, apiKey, fetch }: ClientOptions): RollbookClient {
  const base = baseUrl.replace(/\/+$/, '');
  const api = createFetchClient<paths>({
    baseUrl: base,
    headers: { authorization: `Bearer ${apiKey}` },
    ...(fetch === undefined ? {} : { fetch }),
  });

  const getLoad = async (jobId: string, wait: number, signal?: AbortSignal): Promise<Job> =>
    answer(
      api.GET('/v1/loads/{jobId}', {
        params: { path: { jobId }, query: { wait } },
        ...(signal === undefined ? {} : { signal }),
      }),
    );

  const client: RollbookClient = {
    api,
    sendFile: (file, settings = {}) =>
      answer(
        api.POST('/v1/files', {
          params: { query: settings },
          headers: { 'content-type': 'application/octet-stream' },
          // What is sent is the file itself; the document has no schema for bytes.
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
        }),
      ),
    upload: (file, options = {}) => upload(`${base}/v1/uploads`, apiKey, file, options),
    startLoad: (uploadId, settings = {}) =>
      answer(api.POST('/v1/loads', { body: { ...settings, uploadId } })),
    getLoad: (jobId) => getLoad(jobId, 0),
    async finished(jobId, { signal } = {}) {
      for (;;) {
        const job = await getLoad(jobId, WAIT, signal);
        if (job.state === 'done' || job.state === 'failed') return job;
      }
    },
    async load(file, settings = {}, options = {}) {
      const fileName = options.fileName ?? settings.fileName;
      const uploadId = await client.upload(file, {
        ...options,
        ...(fileName === undefined ? {} : { fileName }),
      });
      const { jobId } = await client.startLoad(uploadId, settings);
      return client.finished(jobId, options.signal === undefined ? {} : { signal: options.signal });
    },
    async ledger(query = {}) {
      const { loads } = await answer(api.GET('/v1/ledger', { params: { query } }));
      return loads;
    },
    async *issues(loadId) {
      yield* lines<Issue>(
        api.GET('/v1/ledger/{loadId}/issues', { params: { path: { loadId } }, parseAs: 'stream' }),
      );
    },
    async *records(kind, query = {}) {
      yield* lines<StoredRecord>(
        api.GET('/v1/records/{kind}', { params: { path: { kind }, query }, parseAs: 'stream' }),
      );
    },
    async *quarantine(query = {}) {
      yield* lines<QuarantinedRecord>(api.GET('/v1/quarantine', { params: { query }, parseAs: 'stream' }));
    },
  };
  return client;
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

async function settled<T>(pending: Promise<Answer<T>>): Promise<Answer<T>> {
  const { data, error, response } = await pending.catch((reason: unknown): never => {
    // A signal's reason goes through as it is.
    if (reason instanceof Error && reason.name !== 'TypeError') throw reason;
    throw new RollbookClientError(0, 'no-answer', 'The service could not be reached.');
  });
  if (!response.ok) throw errorOf(response.status, error);
  return data === undefined ? { response } : { data, response };
}

async function answer<T>(pending: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, response } = await settled(pending);
  if (data === undefined || data === null) throw errorOf(response.status, undefined);
  return data;
}

async function* lines<T>(pending: Promise<Answer<unknown>>): AsyncGenerator<T, void, undefined> {
  // There is none where there is nothing to read.
  const { data } = await settled(pending);
  if (data) yield* readLines<T>(data as ReadableStream<Uint8Array>);
}
