import { BodyTooLargeError, readBody } from './read-body.js';
import { endpointOf, IsamsApiError, type IsamsApiErrorCode } from './api-error.js';
import type { ResolvedOptions } from './client-options.js';
import { Limiter } from './limiter.js';
import { backOff, retryAfter } from './retry-wait.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  /** Whole address. */
  readonly url: string;
  /** Path below the host, for errors; ids in it are left out there. */
  readonly path: string;
  /** Made anew for each attempt, since a token may change. */
  readonly headers: () => Promise<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * What an answer means: undefined when it is fine, else what to do. It is asked before the usual reading of the
   * status.
   */
  readonly judge?: (answer: Answer) => Verdict | undefined;
}

export interface Verdict {
  readonly code: IsamsApiErrorCode;
  readonly retry: boolean;
  /** Milliseconds that the server asks to wait. */
  readonly wait?: number | undefined;
}

/** Answers of a server that is busy or restarting. */
const passing = new Set([408, 500, 502, 503, 504]);

/** Sends requests: a few at a time, each with a time limit, and again when it failed for a passing reason. */
export class Transport {
  readonly #options: ResolvedOptions;
  readonly #limiter: Limiter;

  constructor(options: ResolvedOptions) {
    this.#options = options;
    this.#limiter = new Limiter(options.maxConcurrency);
  }

  /**
   * @throws IsamsApiError when it failed for good, and the signal's reason when aborted
   */
  async send(call: Call): Promise<Answer> {
    const { retries, maxWait, now, random, sleep } = this.#options;
    const signal = anySignal(call.signal, this.#options.signal);
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      // Before a place is taken, since getting a token needs one too.
      const headers = await call.headers();
      const outcome = await this.#limiter.run(() => this.#try(call, headers, signal));
      if ('bytes' in outcome) {
        const verdict = call.judge?.(outcome) ?? judgeStatus(outcome, now());
        if (verdict === undefined) return outcome;
        const tooLong = verdict.wait !== undefined && verdict.wait > maxWait;
        if (!verdict.retry || attempt > retries || tooLong) {
          throw new IsamsApiError(verdict.code, endpointOf(call.path), {
            status: outcome.status,
            attempts: attempt,
          });
        }
        await sleep(Math.max(verdict.wait ?? 0, backOff(attempt, random)), signal);
        continue;
      }
      if (!outcome.retry || attempt > retries) {
        throw new IsamsApiError(outcome.code, endpointOf(call.path), { attempts: attempt });
      }
      await sleep(backOff(attempt, random), signal);
    }
  }

  async #try(
    call: Call,
    headers: Record<string, string>,
    signal: AbortSignal | undefined,
  ): Promise<Answer | Verdict> {
    const { timeout, maxResponseBytes } = this.#options;
    const late = AbortSignal.timeout(timeout);
    try {
      const response = await this.#options.fetch(call.url, {
        method: call.method,
        headers,
        ...(call.body === undefined ? {} : { body: call.body }),
        // A redirect leads to a log-in page, and must not take the token elsewhere.
        redirect: 'manual',
        signal: anySignal(signal, late) ?? late,
      });
      const bytes = await readBody(response, maxResponseBytes);
      return { status: response.status, headers: response.headers, bytes };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof BodyTooLargeError) return { code: 'isams-too-large', retry: false };
      // What the platform's error says may hold the address with its ids, so only its kind is kept.
      return { code: late.aborted ? 'isams-timeout' : 'isams-network', retry: true };
    }
  }
}

function anySignal(...signals: (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length < 2 ? given[0] : AbortSignal.any(given);
}

/** The usual reading of a status; undefined for one that means success. */
export function judgeStatus(answer: Answer, now: number): Verdict | undefined {
  const { status, headers, bytes } = answer;
  if (status >= 200 && status < 300) return undefined;
  const wait = retryAfter(headers.get('retry-after'), now);
  if (status === 429) return { code: 'isams-rate-limit', retry: true, wait };
  if (status === 403 && /rate\s*limit|too\s+many\s+requests|quota/i.test(startOf(bytes))) {
    return { code: 'isams-rate-limit', retry: true, wait };
  }
  if (passing.has(status)) return { code: 'isams-http', retry: true, wait };
  if (status >= 300 && status < 400) return { code: 'isams-redirect', retry: false };
  if (status === 401) return { code: 'isams-unauthorised', retry: false };
  if (status === 403) return { code: 'isams-forbidden', retry: false };
  return { code: status === 404 ? 'isams-not-found' : 'isams-http', retry: false };
}

/** The first of an answer's text, for looking into. */
export function startOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 2048));
}

export function isHtml(bytes: Uint8Array): boolean {
  return /^\ufeff?\s*<(?:!doctype\s+html|html)[\s>]/i.test(startOf(bytes));
}
