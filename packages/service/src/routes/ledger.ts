import type { Loader } from '@rollbook/loader';
import { laestabSchema } from '@rollbook/model';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { keyOf, schoolFor } from '../access.js';
import { problemSchema, ServiceError } from '../problem.js';
import { ndjsonOf, sendLines } from '../streams.js';
import { ledgerEntrySchema } from '../wire.js';

/** What was loaded, when, and what was wrong with it. */
export const ledgerRoutes: FastifyPluginCallbackZod<{ readonly loader: Loader }> = (
  app,
  { loader },
  done,
) => {
  app.get(
    '/ledger',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getLedger',
        summary: 'Loads, the newest first',
        tags: ['ledger'],
        querystring: z.object({
          school: laestabSchema.optional(),
          limit: z.coerce.number().int().min(1).max(1000).default(100),
        }),
        response: { 200: z.object({ loads: z.array(ledgerEntrySchema) }), default: problemSchema },
      },
    },
    async (request) => {
      const { school: named, limit } = request.query;
      const school = schoolFor(keyOf(request), named);
      const loads = await loader.ledger({ limit, ...(school === undefined ? {} : { school }) });
      return { loads: loads.map((entry) => ledgerEntrySchema.parse(entry)) };
    },
  );

  app.get(
    '/ledger/:loadId/issues',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getIssues',
        summary: 'All issues of one load',
        tags: ['ledger'],
        params: z.object({ loadId: z.coerce.number().int().min(1) }),
        response: { 200: ndjsonOf('Issue'), default: problemSchema },
      },
    },
    async (request, reply) => {
      const key = keyOf(request);
      const { loadId } = request.params;
      // Issues may hold values of pupils of every school in the file.
      if (key.schools !== '*') {
        const schools = await loader.schoolsOf(loadId);
        if (
          schools.length === 0 ||
          !schools.every((school) => school !== null && key.schools.includes(school))
        ) {
          throw new ServiceError(404, 'load-unknown', 'There is no such load of the key’s schools alone.');
        }
      }
      return sendLines(reply, loader.issues(loadId));
    },
  );
  done();
};
