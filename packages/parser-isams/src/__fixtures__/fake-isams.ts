import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIsamsClient, type IsamsClient, type IsamsClientOptions } from '../index.js';

/** What a request is answered with; it writes the answer itself. */
export type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

export function json(value: unknown, headers: Record<string, string> = {}, status = 200): Answer {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
}

export function text(body: string, status = 200, headers: Record<string, string> = {}): Answer {
  return (_, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

export const broken: Answer = (request) => {
  request.socket.destroy();
};

/** Begins an answer and never ends it. */
export const stalled: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"students":[');
};

/** Says one length and sends less. */
export const cut: Answer = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"students":[{"schoolId"');
  setImmediate(() => request.socket.destroy());
};

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
  readonly body: string;
}

/** A server on loopback that speaks as iSAMS does, with the faults that a test scripts. */
export class FakeIsams {
  readonly seen: Seen[] = [];
  /** Waits that the client asked for, in milliseconds. */
  readonly waits: number[] = [];
  /** Answers that come before the usual ones, by path; each once. */
  readonly faults = new Map<string, Answer[]>();
  /** Usual answers by path. */
  readonly routes = new Map<string, Answer>();
  secret = 'right-secret';
  lifetime = 3600;
  tokens = 0;
  /** Tokens that are refused. */
  readonly revoked = new Set<string>();
  running = 0;
  mostRunning = 0;
  time = Date.parse('2026-11-20T06:00:00Z');
  #server: Server | undefined;

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.#answer(request, response, Buffer.concat(chunks).toString());
      });
    });
    await new Promise<void>((resolve) => this.#server!.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server!.address() as AddressInfo).port}`;
  }

  client(options: Partial<IsamsClientOptions> = {}): IsamsClient {
    return createIsamsClient({
      baseUrl: this.url,
      clientId: 'client-1',
      clientSecret: this.secret,
      timeout: 5_000,
      now: () => this.time,
      random: () => 1,
      sleep: async (milliseconds, signal) => {
        signal?.throwIfAborted();
        this.waits.push(milliseconds);
        await Promise.resolve();
      },
      ...options,
    });
  }

  fault(path: string, ...answers: Answer[]): void {
    this.faults.set(path, answers);
  }

  /** Pages of a list, as the REST API has them. */
  pages(path: string, name: string, items: readonly object[], size: number, total = items.length): void {
    this.routes.set(path, (request, response, url) => {
      const page = Number(url.searchParams.get('page') ?? '1');
      const part = items.slice((page - 1) * size, page * size);
      const answer = {
        count: part.length,
        page,
        pageSize: size,
        totalCount: total,
        totalPages: Math.ceil(total / size),
      };
      json({ ...answer, [name]: part })(request, response, url);
    });
  }

  #answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const url = new URL(request.url ?? '/', this.url);
    const token = request.headers.authorization?.replace('Bearer ', '');
    this.seen.push({ method: request.method ?? '', path: url.pathname + url.search, token, body });
    this.running++;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    response.on('close', () => this.running--);
    const fault = this.faults.get(url.pathname)?.shift();
    if (fault !== undefined) fault(request, response, url);
    else if (url.pathname === '/auth/connect/token') this.#token(response, body);
    else if (token === undefined || this.revoked.has(token)) text('', 401)(request, response, url);
    else (this.routes.get(url.pathname) ?? text('no such thing', 404))(request, response, url);
  }

  #token(response: ServerResponse, body: string): void {
    const form = new URLSearchParams(body);
    const right =
      form.get('grant_type') === 'client_credentials' && form.get('client_secret') === 'right-secret';
    response.writeHead(right ? 200 : 400, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        right
          ? { access_token: `token-${++this.tokens}`, expires_in: this.lifetime, token_type: 'Bearer' }
          : { error: 'invalid_client' },
      ),
    );
  }
}

/** A student as the REST API has one. */
export function student(n: number): Record<string, unknown> {
  return {
    id: n,
    schoolId: `S${n}`,
    surname: `Surname${n}`,
    forename: 'Ann',
    dob: '2014-05-06',
    yearGroup: 7,
    systemStatus: 1,
  };
}
