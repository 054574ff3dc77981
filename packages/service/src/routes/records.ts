import type { Loader, StoredKind } from '@rollbook/loader';
import { laestabSchema, recordKinds } from '@rollbook/model';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { keyOf, schoolFor } from '../access.js';
import { problemSchema } from '../problem.js';
import { ndjsonOf, sendLines } from '../streams.js';

const kinds = recordKinds.filter((kind): kind is StoredKind => kind !== 'unreadable');

const limit = z.coerce.number().int().min(1).optional();

/** What the store has, and what waits. */
export const recordRoutes: FastifyPluginCallbackZod<{ readonly loader: Loader }> = (
  app,
  { loader },
  done,
) => {
  app.get(
    '/records/:kind',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getRecords',
        summary: 'Records of a kind, by school and key',
        description: 'To go on after a record, give its school and key as afterSchool and afterKey.',
        tags: ['records'],
        params: z.object({ kind: z.enum(kinds) }),
        querystring: z.object({
          school: laestabSchema.optional(),
          afterSchool: laestabSchema.optional(),
          afterKey: z.string().max(1000).optional(),
          limit,
        }),
        response: { 200: ndjsonOf('StoredRecord'), default: problemSchema },
      },
    },
    async (request, reply) => {
      const { school: named, afterSchool, afterKey, limit: most } = request.query;
      const school = schoolFor(keyOf(request), named);
      const records = loader.records(request.params.kind, {
        ...(school === undefined ? {} : { school }),
        ...(afterKey === undefined
          ? {}
          : { after: { school: afterSchool ?? school ?? null, key: afterKey } }),
        ...(most === undefined ? {} : { limit: most }),
      });
      return sendLines(reply, records);
    },
  );

  app.get(
    '/quarantine',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getQuarantine',
        summary: 'Records that wait for someone to see to them, oldest first',
        tags: ['records'],
        querystring: z.object({
          school: laestabSchema.optional(),
          state: z.enum(['open', 'resolved', 'superseded', 'all']).default('open'),
          after: z.coerce.number().int().min(0).optional(),
          limit,
        }),
        response: { 200: ndjsonOf('QuarantinedRecord'), default: problemSchema },
      },
    },
    async (request, reply) => {
      const { school: named, state, after, limit: most } = request.query;
      const school = schoolFor(keyOf(request), named);
      const records = loader.quarantine({
        state,
        ...(school === undefined ? {} : { school }),
        ...(after === undefined ? {} : { after }),
        ...(most === undefined ? {} : { limit: most }),
      });
      return sendLines(reply, records);
    },
  );
  done();
};
