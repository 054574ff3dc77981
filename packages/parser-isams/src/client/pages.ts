import { createHash } from 'node:crypto';
import type { JsonValue } from '@rollbook/model';
import { endpointOf, IsamsApiError, type IsamsApiErrorCode } from './api-error.js';
import type { ApiSession, QueryParams } from './api-session.js';

export type JsonObject = Record<string, JsonValue>;

/** One page of a list. */
export interface IsamsPage {
  readonly items: readonly JsonObject[];
  /** Name of the array that the items stand in, such as `students`. */
  readonly name: string;
  /** From 1. */
  readonly page: number;
  /** As the server says now; undefined when it doesn't. */
  readonly totalPages: number | undefined;
  readonly totalCount: number | undefined;
  /** As they came, for digests. */
  readonly bytes: Uint8Array;
}

export interface PagesOptions {
  /** Name of the array; the first array of the answer when not given. */
  readonly array?: string | undefined;
  /** Items that are asked for; 100 when not given. The server may give fewer. */
  readonly pageSize?: number | undefined;
  readonly maxPages: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The pages of a list, one request each, until the last that the server names, an empty page, or, when it names none,
 * a short one. A server that gives a page again, or never comes to an end, is stopped with an IsamsApiError.
 */
export async function* readPages(
  session: ApiSession,
  path: string,
  params: QueryParams,
  options: PagesOptions,
): AsyncGenerator<IsamsPage, void, undefined> {
  const { array, pageSize = 100, maxPages, signal } = options;
  const fail = (code: IsamsApiErrorCode) =>
    new IsamsApiError(code, endpointOf(path), { status: 200, attempts: 1 });
  const seen = new Set<string>();
  for (let page = 1; ; page++) {
    if (page > maxPages) throw fail('isams-too-many-pages');
    const { json, bytes } = await session.getJson(path, { ...params, page, pageSize }, signal);
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      // Small lists come without pages.
      if (!Array.isArray(json) || page > 1) throw fail('isams-shape');
      yield {
        items: objectsOf(json, fail),
        name: 'items',
        page,
        totalPages: 1,
        totalCount: json.length,
        bytes,
      };
      return;
    }
    const name = array ?? Object.keys(json).find((key) => Array.isArray(json[key]));
    const list = name === undefined ? undefined : json[name];
    if (name === undefined || !(Array.isArray(list) || list === null || list === undefined))
      throw fail('isams-shape');
    if (list === undefined && !('page' in json) && !('totalCount' in json)) throw fail('isams-shape');
    const items = objectsOf(list ?? [], fail);
    const given = numberOf(json.page);
    if (given !== undefined && given !== page) throw fail('isams-page-repeated');
    if (items.length > 0) {
      const digest = createHash('sha256').update(JSON.stringify(items)).digest('base64');
      if (seen.has(digest)) throw fail('isams-page-repeated');
      seen.add(digest);
    }
    const totalPages = numberOf(json.totalPages);
    yield { items, name, page, totalPages, totalCount: numberOf(json.totalCount), bytes };
    if (items.length === 0) return;
    if (totalPages === undefined ? items.length < (numberOf(json.pageSize) ?? pageSize) : page >= totalPages)
      return;
  }
}

function numberOf(value: JsonValue | undefined): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

function objectsOf(list: readonly JsonValue[], fail: (code: IsamsApiErrorCode) => Error): JsonObject[] {
  return list.map((item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) throw fail('isams-shape');
    return item;
  });
}
