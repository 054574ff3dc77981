import { type Batch, openSource, type Source } from '@rollbook/parser-kit';
import { ApiSession, type QueryParams } from './api-session.js';
import { type IsamsClientOptions, resolveOptions } from './client-options.js';
import { type IsamsPage, type JsonObject, type PagesOptions, readPages } from './pages.js';
import { readPupils, type ReadPupilsOptions } from './read-pupils.js';

export interface ListOptions extends Pick<PagesOptions, 'array' | 'pageSize' | 'signal'> {
  /** Further parameters of the request. */
  readonly params?: QueryParams;
}

type List = (options?: ListOptions) => AsyncIterable<JsonObject>;

/** A school's iSAMS over its APIs. Answers are given as they come; `readPupils` makes canonical records of them. */
export interface IsamsClient {
  /** The pages of any list of the REST API; `path` is below `/api`, such as `students`. */
  pages(path: string, options?: ListOptions): AsyncIterable<IsamsPage>;
  /** The items of any list of the REST API. */
  all(path: string, options?: ListOptions): AsyncIterable<JsonObject>;
  readonly students: List;
  student(schoolId: string, options?: { readonly signal?: AbortSignal }): Promise<JsonObject>;
  contacts(schoolId: string, options?: ListOptions): AsyncIterable<JsonObject>;
  readonly absenceCodes: List;
  readonly presentCodes: List;
  readonly registrationPeriods: List;
  registrationStatus(
    periodId: string | number,
    schoolId: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<JsonObject>;
  readonly yearGroups: List;
  readonly houses: List;
  readonly terms: List;
  /** Canonical records of the pupils, in batches such as a parser's: a loader takes them as they are. */
  readPupils(options?: ReadPupilsOptions): AsyncIterable<Batch>;
  /**
   * A list of the REST API as a file of JSON, page after page in one array, to be kept or given to `isamsParser`.
   * It can be read once.
   */
  openList(path: string, options?: ListOptions & { readonly name?: string }): Promise<Source>;
  /**
   * An answer of the Batch API as a file for `isamsParser`. It is held in memory, so `maxResponseBytes` bounds it.
   *
   * @param options.filters XML of the body, `<Filters>...</Filters>`, which names methods and narrows them
   */
  openBatch(options?: {
    readonly format?: 'xml' | 'json';
    readonly filters?: string;
    readonly name?: string;
    readonly signal?: AbortSignal;
  }): Promise<Source>;
}

/**
 * A client for the REST API and the Batch API of one school's iSAMS, by OAuth2 client credentials.
 *
 * Requests that fail for a passing reason (429, 5xx, a broken connection, an answer cut short) are tried again with
 * growing waits; `Retry-After` is obeyed.
 *
 * @throws TypeError or RangeError for options that can't be meant; its methods throw IsamsApiError, or the signal's
 * reason
 */
export function createIsamsClient(options: IsamsClientOptions): IsamsClient {
  const resolved = resolveOptions(options);
  const session = new ApiSession(resolved);
  const { maxPages } = resolved;

  const pages = (path: string, list: ListOptions = {}): AsyncGenerator<IsamsPage, void, undefined> => {
    const { params = {}, array, pageSize, signal } = list;
    return readPages(session, path, params, { array, pageSize, signal, maxPages });
  };
  async function* all(path: string, list: ListOptions = {}): AsyncGenerator<JsonObject, void, undefined> {
    for await (const { items } of pages(path, list)) yield* items;
  }
  const list =
    (path: string, array: string): List =>
    (given = {}) =>
      all(path, { array, ...given });
  const one = async (path: string, signal: AbortSignal | undefined): Promise<JsonObject> => {
    const { json } = await session.getJson(path, {}, signal);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
  };

  async function* jsonOf(path: string, given: ListOptions): AsyncGenerator<Uint8Array, void, undefined> {
    let name = given.array;
    let count = 0;
    for await (const page of pages(path, given)) {
      if (name === undefined || page.page === 1) {
        name = page.name;
        yield Buffer.from(`{${JSON.stringify(name)}:[`);
      }
      for (const item of page.items)
        yield Buffer.from(`${count++ === 0 ? '' : ',\n'}${JSON.stringify(item)}`);
    }
    yield Buffer.from(`],"totalCount":${count}}\n`);
  }

  return {
    pages,
    all,
    students: list('students', 'students'),
    student: (schoolId, given = {}) => one(`students/${encodeURIComponent(schoolId)}`, given.signal),
    contacts: (schoolId, given = {}) =>
      all(`students/${encodeURIComponent(schoolId)}/tempcontacts`, { array: 'contacts', ...given }),
    absenceCodes: list('registration/absencecodes', 'absenceCodes'),
    presentCodes: list('registration/presentcodes', 'presentCodes'),
    registrationPeriods: list('registration/periods', 'registrationPeriods'),
    registrationStatus: (periodId, schoolId, given = {}) =>
      one(
        `registration/register/${encodeURIComponent(String(periodId))}/students/${encodeURIComponent(schoolId)}`,
        given.signal,
      ),
    yearGroups: list('school/yeargroups', 'yearGroups'),
    houses: list('school/houses', 'houses'),
    terms: list('school/terms', 'terms'),
    readPupils: (given = {}) => readPupils(session, maxPages, given),
    openList: (path, given = {}) =>
      openSource(jsonOf(path, given), { name: given.name ?? `isams-${path.replaceAll('/', '-')}.json` }),
    openBatch: async (given = {}) => {
      const { format = 'xml', filters, signal, name = `isams-batch.${format}` } = given;
      return openSource(await session.getBatch(format, filters, signal), { name });
    },
  };
}
