import { randomUUID } from 'node:crypto';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifySwagger from '@fastify/swagger';
import type { Loader } from '@rollbook/loader';
import type { Parser } from '@rollbook/parser-kit';
import { ruleSetOf, type RuleSet } from '@rollbook/validate';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { demandScope, keyOf } from './access.js';
import { KeyRing, type ApiKey } from './api-keys.js';
import { JobQueue } from './job-queue.js';
import { JobStore } from './job-store.js';
import { logOptions } from './log.js';
import { problemOf, PROBLEM_TYPE, sendProblem, ServiceError } from './problem.js';
import { conflictRoutes } from './routes/conflicts.js';
import { ledgerRoutes } from './routes/ledger.js';
import { loadRoutes } from './routes/loads.js';
import { recordRoutes } from './routes/records.js';
import { uploadRoutes } from './routes/uploads.js';
import { unmatchedRoutes } from './routes/unmatched.js';
import { Uploads } from './uploads.js';
import { namedSchemas } from './wire.js';

export interface ServiceOptions {
  readonly loader: Loader;
  /** Formats that it takes. */
  readonly parsers: readonly Parser[];
  readonly keys: readonly ApiKey[];
  /** For uploads, files that wait, and jobs. They survive a restart. */
  readonly folder: string;
  /** The council's rules; all of Rollbook's when not given. */
  readonly rules?: RuleSet;
  /** Names rules and version, as `pipeline` of a load does; a repeat is only one of the same. */
  readonly pipeline?: string;
  readonly limits?: Partial<ServiceLimits>;
  /** Loads at once; 4 when not given. A PGlite store takes them one after another all the same. */
  readonly concurrency?: number;
  /** True behind a proxy that sets X-Forwarded-For. */
  readonly trustProxy?: boolean;
  /** Where the log goes, a line of JSON each; nowhere when not given. */
  readonly log?: NodeJS.WritableStream;
}

export interface ServiceLimits {
  /** Bytes of a JSON body; 64 KB. */
  readonly bodyBytes: number;
  /** Bytes of a file in one request; 64 MB. */
  readonly fileBytes: number;
  /** Bytes of a resumable upload; 4 GB. */
  readonly uploadBytes: number;
  /** Hours after which an upload that isn't whole is removed; 24. */
  readonly uploadHours: number;
  /** Hours for which a finished load can be asked for; 168. */
  readonly jobHours: number;
  /** Requests of one address a minute; 600. */
  readonly requestsPerMinute: number;
}

const DEFAULT_LIMITS: ServiceLimits = {
  bodyBytes: 65_536,
  fileBytes: 64 * 1024 * 1024,
  uploadBytes: 4 * 1024 * 1024 * 1024,
  uploadHours: 24,
  jobHours: 168,
  requestsPerMinute: 600,
};

const HOUR = 3_600_000;
const PREFIX = '/v1';
const DESCRIPTION = `Loads the exports of schools, and tells what became of them.

A file comes in one request (\`POST /v1/files\`) or by a resumable upload: the tus protocol 1.0.0 at \`/v1/uploads\`, whose
finished uploads \`POST /v1/loads\` takes by their id (the last part of their address). Either answers with a load that is
queued; \`GET /v1/loads/{jobId}\` says what became of it. Lists come as NDJSON, one JSON object a line.

Every request needs \`Authorization: Bearer KEY\`. A key has scopes and is for some schools or all.`;

/** What the OpenAPI document says of itself. */
const INFO = { title: 'Rollbook', description: DESCRIPTION, version: '1' };

/**
 * The service, not yet listening: `await (await createService(options)).listen({ port: 8080 })`. TLS is for a proxy before it. `close()`
 * breaks off running loads, which are taken up again by the next service over the same folder. Loader and store stay the
 * caller's to close.
 *
 * @throws what the folder's making throws
 */
export async function createService(options: ServiceOptions): Promise<FastifyInstance> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const app = Fastify({
    ...logOptions(options.log),
    bodyLimit: limits.bodyBytes,
    genReqId: () => randomUUID(),
    trustProxy: options.trustProxy ?? false,
    // A line of ours for each request, which holds no address with a school's or pupil's number in it.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .type(PROBLEM_TYPE)
      .send(JSON.stringify(problemOf(404, 'route-unknown', 'There is nothing at this address.'))),
  );
  logRequests(app);
  await app.register(fastifyRateLimit, {
    max: limits.requestsPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: () =>
      new ServiceError(429, 'too-many-requests', 'Too many requests; try again in a minute.'),
  });
  await describe(app);
  guard(app, new KeyRing(options.keys));

  const uploads = new Uploads({
    folder: options.folder,
    path: `${PREFIX}/uploads`,
    maxBytes: limits.uploadBytes,
    expireAfter: limits.uploadHours * HOUR,
  });
  const jobs = await JobStore.open(options.folder);
  const queue = new JobQueue({
    store: jobs,
    loader: options.loader,
    parsers: options.parsers,
    rules: options.rules ?? ruleSetOf(),
    pipeline: options.pipeline ?? '',
    concurrency: options.concurrency ?? 4,
    keepFor: limits.jobHours * HOUR,
    log: app.log,
  });

  app.get(
    '/health',
    {
      schema: {
        operationId: 'getHealth',
        summary: 'Whether the service runs',
        tags: ['service'],
        response: { 200: z.object({ status: z.literal('ok') }) },
      },
    },
    () => ({ status: 'ok' as const }),
  );
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => reply.send(app.swagger()));
  const { loader } = options;
  await app.register(loadRoutes, { prefix: PREFIX, queue, jobs, uploads, maxBytes: limits.fileBytes });
  await app.register(uploadRoutes, { prefix: PREFIX, uploads });
  await app.register(ledgerRoutes, { prefix: PREFIX, loader });
  await app.register(recordRoutes, { prefix: PREFIX, loader });
  await app.register(conflictRoutes, { prefix: PREFIX, loader });
  await app.register(unmatchedRoutes, { prefix: PREFIX, loader });

  const tidy = setInterval(() => {
    void Promise.all([uploads.tidy(), queue.tidy()]).catch(() => app.log.warn('tidying failed'));
  }, HOUR);
  tidy.unref();
  app.addHook('onReady', () => queue.start());
  app.addHook('onClose', async () => {
    clearInterval(tidy);
    await queue.close();
  });
  return app;
}

async function describe(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: INFO,
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
    transform: createJsonSchemaTransform({ schemaRegistry: namedSchemas }),
    transformObject: createJsonSchemaTransformObject({ schemaRegistry: namedSchemas }),
  });
}

/** Asks for the key before a body is read. A route whose `config` has a scope needs a key with it. */
function guard(app: FastifyInstance, keys: KeyRing): void {
  app.decorateRequest('apiKey', null);
  // eslint-disable-next-line @typescript-eslint/require-await -- hooks without a callback are asynchronous
  app.addHook('onRequest', async (request) => {
    const { scope } = request.routeOptions.config;
    if (scope === undefined) return;
    request.apiKey = keys.find(request.headers.authorization) ?? null;
    demandScope(keyOf(request), scope);
  });
}

/** A line for each answer: the route as it is declared, never the address, and the key's id. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        key: request.apiKey?.id ?? null,
      },
      'answered',
    );
  });
}
