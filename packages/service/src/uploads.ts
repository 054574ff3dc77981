import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { ApiKey } from './api-keys.js';

export interface UploadsOptions {
  readonly folder: string;
  /** Path of the route. */
  readonly path: string;
  /** Bytes. */
  readonly maxBytes: number;
  /** Milliseconds after which an upload that isn't whole is removed. */
  readonly expireAfter: number;
}

/** An upload that is whole. */
export interface FinishedUpload {
  readonly path: string;
  readonly size: number;
  readonly fileName: string | null;
}

const ID = /^[0-9a-f]{32}$/;

/**
 * Resumable uploads by the tus protocol (tus.io, version 1.0.0), for large files over lines that break. Each belongs to the key
 * that began it; to every other it isn't there.
 */
export class Uploads {
  readonly #files: FileStore;
  readonly #tus: Server;
  readonly #directory: string;
  readonly #keys = new WeakMap<object, ApiKey>();

  constructor({ folder, path, maxBytes, expireAfter }: UploadsOptions) {
    this.#directory = join(folder, 'uploads');
    this.#files = new FileStore({ directory: this.#directory, expirationPeriodInMilliseconds: expireAfter });
    const keyOf = (request: TusRequest): ApiKey | undefined => {
      const raw = request.runtime?.node?.req;
      return typeof raw === 'object' && raw !== null ? this.#keys.get(raw) : undefined;
    };
    this.#tus = new Server({
      path,
      datastore: this.#files,
      maxSize: maxBytes,
      relativeLocation: true,
      // No page of another origin has business here.
      allowedOrigins: [],
      // eslint-disable-next-line @typescript-eslint/require-await -- the library wants a promise
      onUploadCreate: async (request, upload) => ({
        metadata: { ...upload.metadata, keyId: keyOf(request)?.id ?? null },
      }),
      onIncomingRequest: async (request, id) => {
        if (request.method === 'POST' || request.method === 'OPTIONS') return;
        const owner = ID.test(id) ? await this.#ownerOf(id) : undefined;
        if (owner === undefined || owner !== keyOf(request)?.id) throw new UnknownUpload();
      },
    });
  }

  /** Answers one request of the protocol, which the key was allowed. */
  async handle(
    request: IncomingMessage,
    response: Parameters<Server['handle']>[1],
    key: ApiKey,
  ): Promise<void> {
    this.#keys.set(request, key);
    await this.#tus.handle(request, response);
  }

  /** The upload if it is whole and the key's own; else why not. */
  async finished(id: string, key: ApiKey): Promise<FinishedUpload | 'missing' | 'unfinished'> {
    if (!ID.test(id)) return 'missing';
    const upload = await this.#files.getUpload(id).catch(() => undefined);
    if (!upload || upload.metadata?.keyId !== key.id) return 'missing';
    if (upload.size === undefined || upload.offset !== upload.size) return 'unfinished';
    const fileName = upload.metadata.filename ?? null;
    return { path: join(this.#directory, id), size: upload.size, fileName };
  }

  /** Forgets an upload; its file may have been moved away. */
  async forget(id: string): Promise<void> {
    await this.#files.configstore.delete(id);
  }

  async tidy(): Promise<void> {
    await this.#tus.cleanUpExpiredUploads().catch(() => 0);
  }

  async #ownerOf(id: string): Promise<string | null | undefined> {
    const upload = await this.#files.getUpload(id).catch(() => undefined);
    return upload?.metadata?.keyId;
  }
}

interface TusRequest {
  readonly runtime?: { readonly node?: { readonly req?: unknown } | undefined } | undefined;
}

/** As the library takes an answer that is an error. */
class UnknownUpload extends Error {
  readonly status_code = 404;
  readonly body = 'No such upload.\n';
}
