import type { Loader } from '@rollbook/loader';
import { laestabSchema } from '@rollbook/model';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allows, keyOf, schoolFor } from '../access.js';
import { problemSchema, ServiceError } from '../problem.js';
import { ndjsonOf, sendLines } from '../streams.js';

const stateSchema = z.enum(['open', 'accepted', 'refused', 'superseded', 'gone', 'all']).default('open');

/** Values of schools that differ from what the council holds. */
export const conflictRoutes: FastifyPluginCallbackZod<{ readonly loader: Loader }> = (
  app,
  { loader },
  done,
) => {
  app.get(
    '/conflicts',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getConflicts',
        summary: 'Values that wait for someone to accept or refuse them, in the order in which they came',
        tags: ['decisions'],
        querystring: z.object({
          school: laestabSchema.optional(),
          personId: z.uuid().optional(),
          state: stateSchema,
          after: z.coerce.number().int().min(0).optional(),
          limit: z.coerce.number().int().min(1).optional(),
        }),
        response: { 200: ndjsonOf('Conflict'), default: problemSchema },
      },
    },
    async (request, reply) => {
      const { school: named, personId, state, after, limit } = request.query;
      const school = schoolFor(keyOf(request), named);
      const conflicts = loader.conflicts({
        state,
        ...(school === undefined ? {} : { school }),
        ...(personId === undefined ? {} : { personId }),
        ...(after === undefined ? {} : { after }),
        ...(limit === undefined ? {} : { limit }),
      });
      return sendLines(reply, conflicts);
    },
  );

  app.post(
    '/conflicts/decisions',
    {
      config: { scope: 'decide' },
      schema: {
        operationId: 'decideConflicts',
        summary: 'Accept or refuse values, all that are named or none',
        tags: ['decisions'],
        body: z.object({
          ids: z.array(z.int().min(1)).min(1).max(1000),
          decision: z.enum(['accept', 'refuse']),
          /** Who decides; the key's id is put beside it. */
          by: z.string().min(1).max(200),
          note: z.string().max(2000).optional(),
        }),
        response: {
          200: z.object({
            conflicts: z.array(
              z.object({ conflictId: z.int(), personId: z.string(), state: z.enum(['accepted', 'refused']) }),
            ),
          }),
          default: problemSchema,
        },
      },
    },
    async (request) => {
      const key = keyOf(request);
      const { ids, decision, by, note } = request.body;
      if (key.schools !== '*') {
        for (const id of ids) {
          for await (const conflict of loader.conflicts({ state: 'all', after: id - 1, limit: 1 })) {
            if (conflict.conflictId === id && allows(key, conflict.school)) continue;
            throw new ServiceError(
              404,
              'unknown-conflict',
              `There is no conflict ${id} of the key’s schools.`,
            );
          }
        }
      }
      const conflicts = await loader.resolveConflict({
        ids,
        decision,
        by: `${by} (key ${key.id})`,
        ...(note === undefined ? {} : { note }),
      });
      return { conflicts };
    },
  );
  done();
};
