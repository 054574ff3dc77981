import type { Readable } from 'node:stream';
import { DetailedError, Upload } from 'tus-js-client';
import { errorOf, RollbookClientError } from './client-error.js';

export interface UploadOptions {
  /** For the ledger; no path. */
  readonly fileName?: string;
  /** Bytes; needed for a stream. */
  readonly size?: number;
  /** Bytes sent at a time; 8 MB when not given. A stream's part is held in memory until it has arrived. */
  readonly chunkSize?: number;
  /** Milliseconds to wait before each further try when the line breaks. */
  readonly retryDelays?: readonly number[];
  /** Goes on with an upload that an earlier process began: the address that `onAddress` told. */
  readonly address?: string;
  /** Tells the upload's address as soon as there is one. */
  readonly onAddress?: (address: string) => void;
  readonly onProgress?: (sent: number) => void;
  readonly signal?: AbortSignal;
}

const CHUNK = 8 * 1024 * 1024;
const RETRIES = [0, 1000, 3000, 5000, 10_000, 30_000];

/** Sends a file by the tus protocol. @returns the id of the upload, for `startLoad` */
export async function upload(
  endpoint: string,
  apiKey: string,
  file: Uint8Array | Readable,
  options: UploadOptions,
): Promise<string> {
  const { signal } = options;
  signal?.throwIfAborted();
  const address = await new Promise<string>((resolve, reject) => {
    const body =
      file instanceof Uint8Array ? Buffer.from(file.buffer, file.byteOffset, file.byteLength) : file;
    // Its types know the browser's streams alone.
    const task = new Upload(body as Buffer, {
      endpoint,
      uploadUrl: options.address ?? null,
      headers: { authorization: `Bearer ${apiKey}` },
      chunkSize: options.chunkSize ?? CHUNK,
      retryDelays: [...(options.retryDelays ?? RETRIES)],
      ...(options.size === undefined ? {} : { uploadSize: options.size }),
      ...(options.fileName === undefined ? {} : { metadata: { filename: options.fileName } }),
      onUploadUrlAvailable: () => {
        if (task.url !== null) options.onAddress?.(task.url);
      },
      onProgress: (sent) => options.onProgress?.(sent),
      onSuccess: () => {
        signal?.removeEventListener('abort', abort);
        resolve(task.url ?? '');
      },
      onError: (error) => {
        signal?.removeEventListener('abort', abort);
        reject(uploadError(error));
      },
    });
    const abort = (): void => {
      void task.abort().finally(() => {
        reject(signal?.reason as Error);
      });
    };
    signal?.addEventListener('abort', abort, { once: true });
    task.start();
  });
  return address.slice(address.lastIndexOf('/') + 1);
}

/** The library's own message has the whole request in it, and so the key. */
function uploadError(error: Error): RollbookClientError {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return new RollbookClientError(0, 'no-answer', 'The service could not be reached.');
  let body: unknown;
  try {
    body = JSON.parse(response.getBody());
  } catch {
    // A proxy’s page, or the protocol’s own words.
  }
  return errorOf(response.getStatus(), body);
}
