/** What a request came to that was no success. */
export class RollbookClientError extends Error {
  override readonly name = 'RollbookClientError';

  constructor(
    /** HTTP status; 0 where there was no answer. */
    readonly status: number,
    /** Stable, of the service: `key-missing`, `school-not-allowed`, `file-too-large`; or `no-answer`, `broken-off`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The error of an answer with a problem (RFC 9457), or with anything else a proxy may send. */
export function errorOf(status: number, body: unknown): RollbookClientError {
  const { code, detail } = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: unknown;
    detail?: unknown;
  };
  return new RollbookClientError(
    status,
    typeof code === 'string' ? code : 'unknown',
    typeof detail === 'string' ? detail : `The service answered with ${status}.`,
  );
}
