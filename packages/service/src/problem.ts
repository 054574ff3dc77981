import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import { z } from 'zod';

/** An error as the service tells it: RFC 9457, with a stable code of ours. It never holds a pupil's data. */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  /** Stable, for programs: `school-not-allowed`, `file-too-large`. */
  code: z.string(),
  detail: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

export const PROBLEM_TYPE = 'application/problem+json';

/** An answer that is no success. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not authorised',
  403: 'Not allowed',
  404: 'Not found',
  408: 'Too slow',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available',
};

export function problemOf(status: number, code: string, detail: string): Problem {
  return { type: 'about:blank', title: TITLES[status] ?? 'Error', status, code, detail };
}

/** Errors of Fastify itself that a caller can do something about. */
const FASTIFY_CODES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unsupported',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-empty',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body-no-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'content-length-wrong',
};

/** Codes of the loader by which the request was wrong, with the status that says so. */
const LOADER_STATUS: Readonly<Record<string, number>> = {
  'unknown-kind': 404,
  'unknown-entry': 404,
  'unknown-person': 404,
  'already-decided': 409,
  'wrong-state': 409,
  'unknown-conflict': 404,
  'conflict-closed': 409,
  'conflicts-contradict': 409,
  'unknown-subject': 404,
  'ambiguous-subject': 409,
  'loads-unfinished': 409,
  'invalid-decision': 400,
  'store-unreachable': 503,
  'store-closed': 503,
};

/** What is answered to an error. Of one that nobody foresaw only that it happened, since it may quote the data. */
export function toProblem(error: FastifyError | Error): Problem {
  if (error instanceof ServiceError) return problemOf(error.status, error.code, error.message);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const faults = error.validation.map(
      ({ instancePath, message }) => `${instancePath || '/'}: ${message ?? 'wrong'}`,
    );
    return problemOf(400, 'request-invalid', faults.join('; '));
  }
  if (isResponseSerializationError(error)) return unexpected();
  if (error.name === 'LoaderError' && 'code' in error) {
    const status = LOADER_STATUS[error.code];
    return status === undefined ? unexpected() : problemOf(status, error.code, error.message);
  }
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status !== undefined && status >= 400 && status < 500) {
    const code =
      FASTIFY_CODES['code' in error ? error.code : ''] ??
      (status === 429 ? 'too-many-requests' : 'request-refused');
    return problemOf(status, code, error.message);
  }
  return unexpected();
}

function unexpected(): Problem {
  return problemOf(
    500,
    'unexpected',
    'Something went wrong here; the log of the service has the request’s id.',
  );
}

export async function sendProblem(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const problem = toProblem(error);
  if (problem.status >= 500) {
    // The name and code alone: messages of databases and parsers may quote what they refuse.
    request.log.error(
      { error: error.name, code: 'code' in error ? error.code : undefined },
      'request failed',
    );
  }
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  await reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}
