import type { ResolvedOptions } from './client-options.js';
import { IsamsApiError } from './api-error.js';
import { isHtml, type Transport, type Verdict, type Answer } from './transport.js';

const PATH = '/auth/connect/token';
/** A token is renewed so long before its end, in milliseconds, or halfway when it lives shorter. */
const EARLY = 60_000;
/** Lifetime in seconds of a token that doesn't say it. */
const DEFAULT_LIFETIME = 300;

interface Token {
  readonly value: string;
  /** Until when it is used. */
  readonly until: number;
}

/** The token of the client credentials: asked for once, whoever needs it, and kept until shortly before its end. */
export class TokenKeeper {
  readonly #options: ResolvedOptions;
  readonly #transport: Transport;
  #token: Token | undefined;
  #pending: Promise<Token> | undefined;

  constructor(options: ResolvedOptions, transport: Transport) {
    this.#options = options;
    this.#transport = transport;
  }

  async get(): Promise<string> {
    const token = this.#token;
    if (token !== undefined && this.#options.now() < token.until) return token.value;
    this.#pending ??= this.#request().finally(() => {
      this.#pending = undefined;
    });
    return (await this.#pending).value;
  }

  /** Gives up a token that the server refused; one that came since stays. */
  discard(value: string): void {
    if (this.#token?.value === value) this.#token = undefined;
  }

  async #request(): Promise<Token> {
    const { root, clientId, clientSecret, scope, now } = this.#options;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      ...(scope === undefined ? {} : { scope }),
    });
    const answer = await this.#transport.send({
      method: 'POST',
      url: root + PATH,
      path: PATH,
      headers: () =>
        Promise.resolve({ 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }),
      body: form.toString(),
      judge: judgeToken,
    });
    const { value, lifetime } = readToken(answer);
    const milliseconds = lifetime * 1000;
    this.#token = { value, until: now() + milliseconds - Math.min(EARLY, milliseconds / 2) };
    return this.#token;
  }
}

function judgeToken({ status, bytes }: Answer): Verdict | undefined {
  if (status === 400 || status === 401) return { code: 'isams-credentials', retry: false };
  return status === 200 && isHtml(bytes) ? { code: 'isams-html', retry: false } : undefined;
}

function readToken({ bytes, status }: Answer): { value: string; lifetime: number } {
  const fail = (code: 'isams-json' | 'isams-shape') => new IsamsApiError(code, PATH, { status, attempts: 1 });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // The parser's own message would hold a part of the token.
    throw fail('isams-json');
  }
  if (typeof json !== 'object' || json === null) throw fail('isams-shape');
  const { access_token: value, expires_in: expires } = json as Record<string, unknown>;
  if (typeof value !== 'string' || value === '' || /[\r\n]/.test(value)) throw fail('isams-shape');
  const lifetime = Number(expires);
  return { value, lifetime: lifetime > 0 ? lifetime : DEFAULT_LIFETIME };
}
