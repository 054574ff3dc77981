/** What went wrong with a request, by code. */
export const apiErrorHelp = {
  'isams-credentials': 'The client id or secret is wrong, or switched off. Ask the school for new ones.',
  'isams-unauthorised': 'The school’s server does not accept its own token. Ask the school to check the key.',
  'isams-forbidden': 'The key may not use this endpoint. Ask the school to allot it.',
  'isams-not-found':
    'The school’s version of iSAMS may not have this endpoint: see /Main/swagger on its host.',
  'isams-rate-limit':
    'The school’s limit for the key is used up. Ask less often, or ask the school to raise it.',
  'isams-http': 'The school’s server failed or refused the request. Try again later.',
  'isams-redirect': 'The address leads elsewhere, perhaps to a log-in page. Check the base address.',
  'isams-html':
    'The server gave a web page in place of data. Check the base address; it may be under maintenance.',
  'isams-json': 'The answer is no JSON or was cut short. Try again later.',
  'isams-shape': 'The answer has not the shape that is documented. Tell the makers of Rollbook.',
  'isams-too-large': 'The answer is larger than allowed. Ask for smaller pages, or raise maxResponseBytes.',
  'isams-network': 'The server can’t be reached, or broke the connection off. Check address and network.',
  'isams-timeout': 'The server did not answer in time. Try again later, or raise the timeout.',
  'isams-page-repeated': 'The server gives the same page again. Tell the school’s supplier.',
  'isams-too-many-pages': 'The server does not come to an end. Raise maxPages if the school is that large.',
} as const satisfies Record<string, string>;

export type IsamsApiErrorCode = keyof typeof apiErrorHelp;

/**
 * A request to iSAMS failed for good. Its message names endpoint and status and holds neither secrets nor a pupil's
 * data: ids in the path are left out.
 */
export class IsamsApiError extends Error {
  override readonly name = 'IsamsApiError';
  readonly code: IsamsApiErrorCode;
  /** Path of the endpoint, with `{id}` in place of ids. */
  readonly endpoint: string;
  readonly status: number | undefined;
  readonly help: string;
  /** How often it was tried. */
  readonly attempts: number;

  constructor(
    code: IsamsApiErrorCode,
    endpoint: string,
    details: { status?: number | undefined; attempts: number },
  ) {
    const { status, attempts } = details;
    const tries = attempts === 1 ? '' : ` after ${attempts} attempts`;
    super(`iSAMS ${endpoint}: ${code}${status === undefined ? '' : `, status ${status}`}${tries}.`);
    this.code = code;
    this.endpoint = endpoint;
    this.status = status;
    this.attempts = attempts;
    this.help = apiErrorHelp[code];
  }
}

/** A path without query, and with `{id}` for each step that isn't a word of the API. */
export function endpointOf(path: string): string {
  const [steps = ''] = path.split('?', 1);
  return steps
    .split('/')
    .map((step) => (/^[A-Za-z][A-Za-z.]*$/.test(step) || step === '' || step === '1.0' ? step : '{id}'))
    .join('/');
}
