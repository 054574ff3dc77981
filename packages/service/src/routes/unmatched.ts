import type { Loader } from '@rollbook/loader';
import { laestabSchema } from '@rollbook/model';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allows, keyOf, schoolFor } from '../access.js';
import { problemSchema, ServiceError } from '../problem.js';
import { ndjsonOf, sendLines } from '../streams.js';

const stateSchema = z.enum(['open', 'added', 'matched', 'rejected', 'all']).default('open');

const resolvedSchema = z.object({
  id: z.int(),
  state: z.enum(['open', 'added', 'matched', 'rejected']),
  personId: z.string().nullable(),
  /** Other pupils of the child that waited and are matched now. */
  followed: z.array(z.int()),
});

/** Pupils whom no rule matched with a person of the council's. */
export const unmatchedRoutes: FastifyPluginCallbackZod<{ readonly loader: Loader }> = (
  app,
  { loader },
  done,
) => {
  app.get(
    '/unmatched',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getUnmatched',
        summary: 'Pupils whom no rule matched, the oldest first, with the persons who may be the same',
        tags: ['decisions'],
        querystring: z.object({
          school: laestabSchema.optional(),
          state: stateSchema,
          after: z.coerce.number().int().min(0).optional(),
          limit: z.coerce.number().int().min(1).optional(),
        }),
        response: { 200: ndjsonOf('UnmatchedPupil'), default: problemSchema },
      },
    },
    async (request, reply) => {
      const { school: named, state, after, limit } = request.query;
      const school = schoolFor(keyOf(request), named);
      const pupils = loader.unmatched({
        state,
        ...(school === undefined ? {} : { school }),
        ...(after === undefined ? {} : { after }),
        ...(limit === undefined ? {} : { limit }),
      });
      return sendLines(reply, pupils);
    },
  );

  app.post(
    '/unmatched/:id/decision',
    {
      config: { scope: 'decide' },
      schema: {
        operationId: 'decideMatch',
        summary: 'Say whose a pupil is; its later records follow',
        tags: ['decisions'],
        params: z.object({ id: z.coerce.number().int().min(1) }),
        body: z.object({
          /** A new person, the person named, nobody of the council’s, or to wait again after that. */
          decision: z.enum(['add', 'match', 'reject', 'reopen']),
          /** For `match`. */
          personId: z.uuid().optional(),
          /** Who decides; the key's id is put beside it. */
          by: z.string().min(1).max(200),
          note: z.string().max(2000).optional(),
        }),
        response: { 200: resolvedSchema, default: problemSchema },
      },
    },
    async (request) => {
      const key = keyOf(request);
      const { id } = request.params;
      const { decision, personId, by, note } = request.body;
      if (key.schools !== '*' && !(await isAllowed(loader, id, (school) => allows(key, school))))
        throw new ServiceError(404, 'unknown-entry', 'There is no such pupil of the key’s schools.');
      const { followed, ...resolved } = await loader.resolveMatch({
        id,
        decision,
        by: `${by} (key ${key.id})`,
        ...(personId === undefined ? {} : { personId }),
        ...(note === undefined ? {} : { note }),
      });
      return { ...resolved, followed: [...followed] };
    },
  );
  done();
};

async function isAllowed(
  loader: Loader,
  id: number,
  allowed: (school: string | null) => boolean,
): Promise<boolean> {
  for await (const entry of loader.unmatched({ state: 'all', after: id - 1, limit: 1 }))
    return entry.id === id && allowed(entry.school);
  return false;
}
