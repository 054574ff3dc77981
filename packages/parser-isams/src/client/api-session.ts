import type { JsonValue } from '@rollbook/model';
import { endpointOf, IsamsApiError } from './api-error.js';
import type { ResolvedOptions } from './client-options.js';
import { TokenKeeper } from './token.js';
import { type Answer, isHtml, startOf, Transport, type Verdict } from './transport.js';

export type QueryParams = Readonly<Record<string, string | number | boolean | undefined>>;

export interface JsonAnswer {
  readonly json: JsonValue;
  /** As they came, for digests. */
  readonly bytes: Uint8Array;
}

/** Requests with a token below `/api`. */
export class ApiSession {
  readonly #options: ResolvedOptions;
  readonly #transport: Transport;
  readonly #tokens: TokenKeeper;

  constructor(options: ResolvedOptions) {
    this.#options = options;
    this.#transport = new Transport(options);
    this.#tokens = new TokenKeeper(options, this.#transport);
  }

  /**
   * A JSON answer. An answer that was cut short counts as a passing failure; a token that is refused is renewed once.
   *
   * @param path below `/api`, such as `students`
   */
  async getJson(path: string, params: QueryParams, signal: AbortSignal | undefined): Promise<JsonAnswer> {
    let json: JsonValue | undefined;
    const judge = ({ status, bytes }: Answer): Verdict | undefined => {
      if (status !== 200) return undefined;
      if (isHtml(bytes)) return { code: 'isams-html', retry: false };
      try {
        json = JSON.parse(new TextDecoder().decode(bytes)) as JsonValue;
        return undefined;
      } catch {
        // The parser's own message would hold a part of the answer.
        return { code: 'isams-json', retry: true };
      }
    };
    const { bytes, status } = await this.#send('GET', path, params, {
      signal,
      judge,
      accept: 'application/json',
    });
    if (json === undefined) throw new IsamsApiError('isams-shape', endpointOf(path), { status, attempts: 1 });
    return { json, bytes };
  }

  /** An answer of the Batch API, as bytes. */
  async getBatch(
    format: 'xml' | 'json',
    filters: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> {
    const judge = ({ status, bytes }: Answer): Verdict | undefined => {
      if (isHtml(bytes)) return status < 300 ? { code: 'isams-html', retry: false } : undefined;
      const start = startOf(bytes);
      // An error message may come with any status. What a busy database says passes; the parser tells the rest.
      if (!/<Message[\s>]|"MessageId"/.test(start)) return undefined;
      if (/deadlock|lock.{0,20}time-?\s?out/i.test(start)) return { code: 'isams-http', retry: true };
      return status < 300
        ? undefined
        : { code: status === 403 ? 'isams-forbidden' : 'isams-http', retry: false };
    };
    const answer = await this.#send(
      filters === undefined ? 'GET' : 'POST',
      `batch/1.0/${format}.ashx`,
      { apiKey: this.#options.clientId },
      { signal, judge, accept: format === 'xml' ? 'application/xml' : 'application/json', body: filters },
    );
    return answer.bytes;
  }

  async #send(
    method: 'GET' | 'POST',
    path: string,
    params: QueryParams,
    call: {
      readonly signal: AbortSignal | undefined;
      readonly accept: string;
      readonly judge: (answer: Answer) => Verdict | undefined;
      readonly body?: string | undefined;
    },
  ): Promise<Answer> {
    let token = '';
    let renewed = false;
    return this.#transport.send({
      method,
      url: this.#urlOf(path, params),
      path,
      signal: call.signal,
      body: call.body,
      headers: async () => {
        token = await this.#tokens.get();
        return {
          authorization: `Bearer ${token}`,
          accept: call.accept,
          ...(call.body === undefined ? {} : { 'content-type': 'application/xml' }),
        };
      },
      judge: (answer) => {
        if (answer.status === 401) {
          this.#tokens.discard(token);
          const retry = !renewed;
          renewed = true;
          return { code: 'isams-unauthorised', retry };
        }
        return call.judge(answer);
      },
    });
  }

  #urlOf(path: string, params: QueryParams): string {
    const clean = path.replace(/^\/+/, '').replace(/^api\//i, '');
    if (/(?:^|\/)\.\.?(?:\/|$)|[?#\\]/.test(clean))
      throw new TypeError('a path has steps only; give the rest as params');
    const url = new URL(`${this.#options.root}/api/${clean}`);
    for (const [name, value] of Object.entries(params)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url.href;
  }
}
