import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { keyOf } from '../access.js';
import type { Uploads } from '../uploads.js';

const METHODS = ['POST', 'HEAD', 'PATCH', 'DELETE'] as const;

/** The tus protocol, which answers by itself; so it stands in the OpenAPI document by its description alone. */
export const uploadRoutes: FastifyPluginCallbackZod<{ readonly uploads: Uploads }> = (
  app,
  { uploads },
  done,
) => {
  app.removeAllContentTypeParsers();
  // Left unread, for tus.
  app.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
  for (const url of ['/uploads', '/uploads/:id']) {
    app.route({
      method: [...METHODS],
      url,
      config: { scope: 'load' },
      schema: { hide: true },
      handler: async (request, reply) => {
        const key = keyOf(request);
        reply.hijack();
        await uploads.handle(request.raw, reply.raw, key);
      },
    });
  }
  // Which versions and extensions there are, for a client without a key yet.
  app.options('/uploads', { schema: { hide: true } }, (_request, reply) =>
    reply
      .code(204)
      .header('tus-resumable', '1.0.0')
      .header('tus-version', '1.0.0')
      .header('tus-extension', 'creation,creation-with-upload,termination,expiration')
      .send(),
  );
  done();
};
