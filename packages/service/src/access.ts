import type { FastifyRequest } from 'fastify';
import type { ApiKey, Scope } from './api-keys.js';
import { ServiceError } from './problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The key that the request came with; null where a route needs none. */
    apiKey: ApiKey | null;
  }
  interface FastifyContextConfig {
    /** The scope that a route needs; every route with none of its own is open to all. */
    scope?: Scope;
  }
}

/** @throws ServiceError 401 when the request has no key that is valid. */
export function keyOf(request: FastifyRequest): ApiKey {
  if (request.apiKey === null) {
    throw new ServiceError(401, 'key-missing', 'The request needs a valid key: Authorization: Bearer KEY.');
  }
  return request.apiKey;
}

/** @throws ServiceError 403 */
export function demandScope(key: ApiKey, scope: Scope): void {
  if (!key.scopes.includes(scope)) {
    throw new ServiceError(403, 'scope-missing', `The key has no scope "${scope}".`);
  }
}

export function allows(key: ApiKey, school: string | null): boolean {
  return key.schools === '*' || (school !== null && key.schools.includes(school));
}

/**
 * The school that a request is about: the one named, else the only one of the key; undefined for all, which a key of some
 * schools can't ask for. @throws ServiceError 400, 403
 */
export function schoolFor(key: ApiKey, named: string | undefined): string | undefined {
  if (named === undefined) {
    if (key.schools === '*') return undefined;
    const [only, ...others] = key.schools;
    if (others.length === 0) return only;
    throw new ServiceError(
      400,
      'school-missing',
      'The key is for several schools, so the request must name one.',
    );
  }
  if (!allows(key, named)) {
    throw new ServiceError(403, 'school-not-allowed', `The key isn't for the school ${named}.`);
  }
  return named;
}
