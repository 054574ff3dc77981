import { createHash } from 'node:crypto';
import { isLaestab, type FileProvenance } from '@rollbook/model';
import type { Batch } from '@rollbook/parser-kit';
import { FileContext } from '../file-context.js';
import { elementFromJson, type ListItem } from '../node.js';
import type { IsamsMapOptions } from '../options.js';
import { Periods } from '../registration-period.js';
import { RecordReader } from '../record-reader.js';
import { Sink } from '../sink.js';
import { IsamsApiError } from './api-error.js';
import type { ApiSession, QueryParams } from './api-session.js';
import { type JsonObject, type PagesOptions, readPages } from './pages.js';

export interface ReadPupilsOptions extends IsamsMapOptions {
  /** Further parameters of `students`, such as a filter of the school's version. */
  readonly params?: QueryParams;
  readonly pageSize?: number;
  /** Reads each pupil's contacts too: a request for each pupil. */
  readonly contacts?: boolean;
  /**
   * Reads marks too: a request for each pupil and period, so keep to a few days. The periods are those of the
   * divisions, or all; only statutory ones that start within the days (both included) are asked for.
   */
  readonly attendance?: {
    readonly from: string;
    readonly to: string;
    readonly divisionIds?: readonly (string | number)[];
  };
  /** Items in a batch, about; 500 when not given. */
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
}

const NO_PLACE = { line: 1, column: 1 };

/** An item with the answer it came in: `/api/students?page=2#/students/17`. */
function itemOf(list: string, json: JsonObject, path: string): ListItem {
  return { manager: '', list, element: elementFromJson('item', json, NO_PLACE), path };
}

/** Reads a school's pupils by the REST API, through the mapper of files. */
export async function* readPupils(
  session: ApiSession,
  maxPages: number,
  options: ReadPupilsOptions,
): AsyncGenerator<Batch, void, undefined> {
  const { school, batchSize, signal, contacts = false, attendance, pageSize, params = {} } = options;
  if (school !== undefined && !isLaestab(school)) throw new RangeError('school is a LAESTAB of seven digits');
  const file: FileProvenance = {
    name: 'students',
    sha256: null,
    size: null,
    supplier: 'isams',
    format: 'isams-rest',
  };
  const context = new FileContext(file, options);
  const sink = new Sink(batchSize);
  const reader = new RecordReader(context, sink);
  const hash = createHash('sha256');
  let size = 0;
  const digest = (bytes: Uint8Array): void => {
    hash.update(bytes);
    size += bytes.length;
  };
  const paging = (array: string): PagesOptions => ({ array, maxPages, signal, pageSize });

  const readList = async (path: string, list: string, query: QueryParams = {}): Promise<JsonObject[]> => {
    const all: JsonObject[] = [];
    for await (const { items, bytes, page } of readPages(session, path, query, paging(list))) {
      digest(bytes);
      items.forEach((json, i) => {
        const item = itemOf(list, json, `/api/${path}?page=${page}#/${list}/${i}`);
        const kind = reader.kindOf(item);
        if (kind !== 'unread') reader.read(item, kind, true);
        all.push(json);
      });
    }
    return all;
  };

  const meanings = new Periods(reader.lookups, options);
  const periods =
    attendance === undefined
      ? []
      : (await readPeriods(attendance, readList)).filter(
          // Marks of others would be left out, so they are not asked for.
          (period) => meanings.find(textOf(period.id) ?? '').statutory,
        );
  let marks = 0;
  let noMark: IsamsApiError | undefined;
  let total: number | undefined;
  let count = 0;
  for await (const { items, page, totalCount, bytes } of readPages(
    session,
    'students',
    params,
    paging('students'),
  )) {
    digest(bytes);
    total = totalCount ?? total;
    count += items.length;
    const extras = contacts
      ? await Promise.all(items.map((json) => contactsOf(session, json, signal)))
      : items.map(() => undefined);
    for (const [i, json] of items.entries()) {
      const path = `/api/students?page=${page}#/students/${i}`;
      const item = itemOf('students', json, path);
      reader.read(item, 'pupil', true);
      const schoolId = textOf(json.schoolId) ?? '';
      const key = reader.lookups.findPupil(schoolId, 'schoolId')?.key;
      const extra = extras[i];
      if (extra !== undefined) {
        digest(extra.bytes);
        extra.items.forEach((contact, n) => {
          const of = itemOf(
            'contacts',
            contact,
            `/api/students/{schoolId}/tempcontacts#/contacts/${n} of ${path}`,
          );
          if (key !== undefined) reader.readContactOf(of, key);
        });
      }
      if (key !== undefined) {
        const statuses = await Promise.all(
          periods.map((period) =>
            statusOf(session, period, schoolId, signal).catch((error: unknown) => {
              // A pupil who is not in the period's division has no status there.
              if (!(error instanceof IsamsApiError) || error.code !== 'isams-not-found') throw error;
              noMark = error;
              return undefined;
            }),
          ),
        );
        statuses.forEach((status, n) => {
          if (status === undefined) return;
          marks++;
          digest(status.bytes);
          const of = itemOf(
            'registrationStatuses',
            status.json,
            `/api/registration/register/${textOf(periods[n]?.id) ?? ''}/students/{schoolId} of ${path}`,
          );
          reader.read(of, 'status', true);
        });
      }
      yield* sink.take();
    }
  }
  // Nobody has one: it is the endpoint that is missing.
  if (marks === 0 && noMark !== undefined) throw noMark;
  file.sha256 = hash.digest('hex');
  file.size = size;
  if (total !== undefined && total !== count) {
    const message = `The school’s server said that it has ${total} pupils, and gave ${count}.`;
    sink.put(undefined, [context.issue('isams-total-changed', { path: '/api/students' }, { message })]);
  }
  reader.end();
  yield* sink.end();
}

/** The codes, then the periods of the days asked for. */
async function readPeriods(
  {
    from,
    to,
    divisionIds = [undefined],
  }: Omit<NonNullable<ReadPupilsOptions['attendance']>, 'divisionIds'> & {
    readonly divisionIds?: readonly (string | number | undefined)[];
  },
  readList: (path: string, list: string, query?: QueryParams) => Promise<JsonObject[]>,
): Promise<JsonObject[]> {
  await readList('registration/absencecodes', 'absenceCodes');
  await readList('registration/presentcodes', 'presentCodes');
  const periods = new Map<string, JsonObject>();
  for (const divisionId of divisionIds) {
    for (const period of await readList('registration/periods', 'registrationPeriods', { divisionId })) {
      const id = textOf(period.id);
      const start = textOf(period.start) ?? textOf(period.time) ?? '';
      const day = start.slice(0, 10);
      if (id !== undefined && day >= from && day <= to) periods.set(id, period);
    }
  }
  return [...periods.values()];
}

async function contactsOf(
  session: ApiSession,
  student: JsonObject,
  signal: AbortSignal | undefined,
): Promise<{ items: JsonObject[]; bytes: Uint8Array } | undefined> {
  const schoolId = textOf(student.schoolId);
  if (schoolId === undefined) return undefined;
  const path = `students/${encodeURIComponent(schoolId)}/tempcontacts`;
  const { json, bytes } = await session.getJson(path, {}, signal);
  const list = Array.isArray(json) ? json : isObject(json) ? json.contacts : undefined;
  return { items: Array.isArray(list) ? list.filter(isObject) : [], bytes };
}

/** The status of a pupil in a period, with the ids that its own answer may leave out. */
async function statusOf(
  session: ApiSession,
  period: JsonObject,
  schoolId: string,
  signal: AbortSignal | undefined,
): Promise<{ json: JsonObject; bytes: Uint8Array } | undefined> {
  const id = textOf(period.id) ?? '';
  const path = `registration/register/${encodeURIComponent(id)}/students/${encodeURIComponent(schoolId)}`;
  const { json, bytes } = await session.getJson(path, {}, signal);
  if (!isObject(json)) return undefined;
  return { json: { ...json, schoolId, registrationPeriodId: id }, bytes };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
