/** How to reach a school's iSAMS, and how patient to be. */
export interface IsamsClientOptions {
  /** Address of the school's host, such as `https://example.isams.cloud`. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Scope of the token; none when not given. The Batch API asks for `apiv1`. */
  readonly scope?: string;
  /** The platform's `fetch` when not given. */
  readonly fetch?: typeof fetch;
  /** Milliseconds for one attempt, its body included; 60,000 when not given. */
  readonly timeout?: number;
  /** How often a request that failed for a passing reason is tried again; 5 when not given. */
  readonly retries?: number;
  /** Requests at a time; 2 when not given, since schools set a limit for each key. */
  readonly maxConcurrency?: number;
  /** Longest wait in milliseconds that a server may ask for before it counts as a failure; 300,000 when not given. */
  readonly maxWait?: number;
  /** Bytes of one answer; 32 MB when not given. */
  readonly maxResponseBytes?: number;
  /** Pages of one list; 10,000 when not given. */
  readonly maxPages?: number;
  /** Ends every request and wait. */
  readonly signal?: AbortSignal;
  /** Milliseconds since 1970; for tests. */
  readonly now?: () => number;
  /** Waits; for tests. It rejects with the signal's reason when aborted. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  /** From 0 up to 1, for the jitter of waits; for tests. */
  readonly random?: () => number;
}

export type ResolvedOptions = Readonly<
  Required<Omit<IsamsClientOptions, 'scope' | 'signal' | 'baseUrl'>> & {
    scope: string | undefined;
    signal: AbortSignal | undefined;
    /** Without a slash at the end. */
    root: string;
  }
>;

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** @throws TypeError for an address that isn't https, since the secret goes there, or carries a password */
function rootOf(baseUrl: string): string {
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw new TypeError('baseUrl is an address such as https://example.isams.cloud');
  }
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
  if (!isSafe) throw new TypeError('baseUrl must begin with https://, since the secret is sent there');
  if (url.username !== '' || url.password !== '') throw new TypeError('baseUrl must not hold a password');
  return `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/api$/i, '')}`;
}

function wholeNumber(name: string, value: number, least: number): number {
  if (!Number.isSafeInteger(value) || value < least)
    throw new RangeError(`${name} must be a whole number from ${least}`);
  return value;
}

export function resolveOptions(options: IsamsClientOptions): ResolvedOptions {
  const { clientId, clientSecret, scope, signal } = options;
  if (clientId === '' || clientSecret === '') throw new TypeError('clientId and clientSecret are needed');
  return {
    root: rootOf(options.baseUrl),
    clientId,
    clientSecret,
    scope,
    signal,
    fetch: options.fetch ?? fetch,
    timeout: wholeNumber('timeout', options.timeout ?? 60_000, 1),
    retries: wholeNumber('retries', options.retries ?? 5, 0),
    maxConcurrency: wholeNumber('maxConcurrency', options.maxConcurrency ?? 2, 1),
    maxWait: wholeNumber('maxWait', options.maxWait ?? 300_000, 0),
    maxResponseBytes: wholeNumber('maxResponseBytes', options.maxResponseBytes ?? 32 * 1024 * 1024, 1),
    maxPages: wholeNumber('maxPages', options.maxPages ?? 10_000, 1),
    now: options.now ?? Date.now,
    sleep: options.sleep ?? sleep,
    random: options.random ?? Math.random,
  };
}

async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done, { once: true });
  });
  signal?.throwIfAborted();
}
