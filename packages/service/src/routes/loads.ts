import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allows, keyOf, schoolFor } from '../access.js';
import type { ApiKey } from '../api-keys.js';
import type { JobQueue } from '../job-queue.js';
import type { JobStore, StoredJob } from '../job-store.js';
import { problemSchema, ServiceError } from '../problem.js';
import type { Uploads } from '../uploads.js';
import { jobSchema, loadSettingsSchema, type Job, type LoadSettings } from '../wire.js';

export interface LoadRoutesOptions {
  readonly queue: JobQueue;
  readonly jobs: JobStore;
  readonly uploads: Uploads;
  /** Bytes of a file that comes in one request. */
  readonly maxBytes: number;
}

/** Seconds for which a request may wait for its job to end. */
const waitSchema = z.coerce.number().int().min(0).max(60).default(0);

const fileName = z.string().max(255).optional();

/** Sending files, and asking what became of them. */
export const loadRoutes: FastifyPluginCallbackZod<LoadRoutesOptions> = (app, options, done) => {
  const { queue, jobs, uploads, maxBytes } = options;

  const begin = async (
    key: ApiKey,
    jobId: string,
    settings: LoadSettings,
    file: { name: string | null; size: number },
    wait: number,
  ): Promise<Job> => {
    const job: StoredJob = {
      jobId,
      state: 'queued',
      school: settings.school ?? null,
      format: settings.format ?? null,
      fileName: file.name,
      size: file.size,
      createdAt: new Date().toISOString(),
      startedAt: null,
      finishedAt: null,
      progress: null,
      result: null,
      failure: null,
      keyId: key.id,
      settings,
      schools: key.schools,
    };
    await queue.add(job);
    if (wait > 0) await queue.wait(jobId, wait * 1000);
    return jobSchema.parse((await queue.find(jobId)) ?? job);
  };

  app.post(
    '/loads',
    {
      config: { scope: 'load' },
      schema: {
        operationId: 'startLoad',
        summary: 'Load a file that was uploaded',
        description: 'The upload must be whole. It is used up by this.',
        tags: ['loads'],
        body: loadSettingsSchema.extend({ uploadId: z.string(), fileName, wait: waitSchema }),
        response: { 202: jobSchema, default: problemSchema },
      },
    },
    async (request, reply) => {
      const key = keyOf(request);
      const { uploadId, wait, fileName: named, ...settings } = request.body;
      const school = schoolFor(key, settings.school);
      const upload = await uploads.finished(uploadId, key);
      if (upload === 'missing')
        throw new ServiceError(404, 'upload-unknown', 'There is no such upload of this key.');
      if (upload === 'unfinished')
        throw new ServiceError(409, 'upload-unfinished', 'The upload is not whole yet.');
      const jobId = randomUUID();
      // Taken by whoever renames it first: a second request finds nothing.
      await rename(upload.path, jobs.fileOf(jobId)).catch(() => {
        throw new ServiceError(404, 'upload-unknown', 'There is no such upload of this key.');
      });
      await uploads.forget(uploadId);
      const file = { name: named ?? upload.fileName, size: upload.size };
      const job = await begin(
        key,
        jobId,
        { ...settings, ...(school === undefined ? {} : { school }) },
        file,
        wait,
      );
      return reply.code(202).header('location', `/v1/loads/${jobId}`).send(job);
    },
  );

  app.get(
    '/loads/:jobId',
    {
      config: { scope: 'load' },
      schema: {
        operationId: 'getLoad',
        summary: 'What became of a file',
        tags: ['loads'],
        params: z.object({ jobId: z.uuid() }),
        querystring: z.object({ wait: waitSchema }),
        response: { 200: jobSchema, default: problemSchema },
      },
    },
    async (request) => {
      const key = keyOf(request);
      const { jobId } = request.params;
      const job = await queue.find(jobId);
      if (!job || !(job.keyId === key.id || allows(key, job.school))) {
        throw new ServiceError(404, 'load-unknown', 'There is no such load, or it was too long ago.');
      }
      if (request.query.wait > 0) await queue.wait(jobId, request.query.wait * 1000);
      return jobSchema.parse((await queue.find(jobId)) ?? job);
    },
  );

  // Within, so that bodies of any type reach this route as they are and no other.
  void app.register((files: typeof app, _: object, registered: () => void) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    files.post(
      '/files',
      {
        config: { scope: 'load' },
        bodyLimit: maxBytes,
        schema: {
          operationId: 'sendFile',
          summary: 'Send a file in one request and load it',
          description:
            'For files that one request can hold. Larger ones, or lines that break, go by /v1/uploads (tus).',
          tags: ['loads'],
          consumes: ['application/octet-stream'],
          querystring: loadSettingsSchema.extend({ fileName, wait: waitSchema }),
          response: { 202: jobSchema, default: problemSchema },
        },
      },
      async (request, reply) => {
        const key = keyOf(request);
        const { fileName: name = null, wait, ...settings } = request.query;
        const school = schoolFor(key, settings.school);
        const jobId = randomUUID();
        const path = jobs.fileOf(jobId);
        const size = await receive(request.body as Readable | undefined, path, maxBytes).catch(
          async (error: unknown) => {
            await jobs.dropFile(jobId);
            throw error;
          },
        );
        const job = await begin(
          key,
          jobId,
          { ...settings, ...(school === undefined ? {} : { school }) },
          { name, size },
          wait,
        );
        return reply.code(202).header('location', `/v1/loads/${jobId}`).send(job);
      },
    );
    registered();
  });
  done();
};

/** Writes a body to the disk as it comes. @throws ServiceError 400, 413 */
async function receive(body: Readable | undefined, path: string, maxBytes: number): Promise<number> {
  if (!body) throw new ServiceError(400, 'body-empty', 'The request has no file in it.');
  let size = 0;
  await pipeline(
    body,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > maxBytes) {
          throw new ServiceError(
            413,
            'file-too-large',
            `The file has more than ${maxBytes} bytes, the most for one request.`,
          );
        }
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600, flags: 'wx' }),
  );
  if (size === 0) throw new ServiceError(400, 'body-empty', 'The request has no file in it.');
  return size;
}
