import type { FastifyServerOptions } from 'fastify';

/**
 * Settings of the log: lines of JSON without a request's address, headers or body, any of which may tell of a pupil. What is
 * logged of a request is said in so many words where it is answered.
 */
export function logOptions(stream: NodeJS.WritableStream | undefined): Pick<FastifyServerOptions, 'logger'> {
  if (!stream) return { logger: false };
  return {
    logger: {
      level: 'info',
      stream: { write: (line: string) => void stream.write(line) },
      serializers: {
        req: ({ id }) => ({ id }),
        res: ({ statusCode }) => ({ statusCode }),
        err: (error) => ({ type: error.name, message: '', stack: '', code: error.code }),
      },
    },
  };
}
