import { join } from 'node:path';
import { type CanonicalRecord, pupilKey, type RecordKind } from '@rollbook/model';
import { detectParsers, isRecord, openSource, type Parser, type ParseOptions } from '@rollbook/parser-kit';
import type { SyntheticFormat } from '../format.js';
import type { SyntheticSchool } from '../school.js';
import { writeFormat } from '../write-format.js';

type Fields = Readonly<Record<string, unknown>>;

/** Projections of records to the carried fields, by pupil and kind. */
type Projections = Map<string, Map<RecordKind, Set<string>>>;

export interface Comparison {
  /** What the detection said of each file. */
  readonly detected: readonly {
    readonly file: string;
    readonly parser: string;
    readonly reason: string;
    readonly runnersUp: readonly string[];
  }[];
  /** Distinct records compared, by kind. */
  readonly compared: Readonly<Partial<Record<RecordKind, number>>>;
  /** First differences, as text; empty when all is equal. */
  readonly differences: readonly string[];
  /** Issues of severity error, by code. */
  readonly errors: Readonly<Record<string, number>>;
}

/** A value by path, such as `address.postcode`. */
function valueAt(record: Fields, path: string): unknown {
  const dot = path.indexOf('.');
  if (dot < 0) return record[path];
  const inner = record[path.slice(0, dot)];
  if (typeof inner !== 'object' || inner === null) return undefined;
  return valueAt(inner as Fields, path.slice(dot + 1));
}

/** Objects with their members in order, since one format has the postcode first and another the street. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function project(record: Fields, fields: readonly string[]): string | undefined {
  const values = fields.map((field) => valueAt(record, field) ?? null);
  return values.some((value) => value !== null) ? JSON.stringify(values, inOrder) : undefined;
}

function add(projections: Projections, pupil: string, kind: RecordKind, projection: string): void {
  let kinds = projections.get(pupil);
  if (kinds === undefined) projections.set(pupil, (kinds = new Map<RecordKind, Set<string>>()));
  let set = kinds.get(kind);
  if (set === undefined) kinds.set(kind, (set = new Set()));
  set.add(projection);
}

function pupilOf(record: CanonicalRecord): string {
  if (record.kind === 'school') return 'school';
  return 'pupilKey' in record ? (record.pupilKey ?? '') : record.key;
}

/** Fields that are there win over fields that are not: the lists of a supplier say each a part of a pupil. */
class Parts {
  readonly pupils = new Map<string, Record<string, unknown>>();
  readonly enrolments = new Map<string, Record<string, unknown>>();

  add(record: CanonicalRecord): boolean {
    if (record.kind === 'pupil') merge(this.pupils, record.key, record);
    else if (record.kind === 'enrolment' && record.current === true)
      merge(this.enrolments, record.pupilKey, record);
    else return false;
    return true;
  }
}

function merge(into: Map<string, Record<string, unknown>>, key: string, record: CanonicalRecord): void {
  const before = into.get(key);
  if (before === undefined) into.set(key, { ...record });
  else {
    for (const [name, value] of Object.entries(record)) {
      if (name === 'supplierIds')
        before[name] = { ...(before[name] as object | undefined), ...(value as object) };
      else before[name] ??= value;
    }
  }
}

/** Ways in which a file without UPNs may call a pupil, to the key of the pupil: ids, admission number, names. */
function aliasesOf(parts: Parts, school: SyntheticSchool): Map<string, string> {
  const aliases = new Map<string, string>();
  const link = (from: string | undefined, to: string): void => {
    if (from !== undefined && !aliases.has(from)) aliases.set(from, to);
  };
  for (const [key, pupil] of parts.pupils) {
    if (pupil.upn === undefined) continue;
    const ids = (pupil.supplierIds ?? {}) as Record<string, string>;
    for (const id of Object.values(ids)) link(`id:${id}`, key);
    const admission = parts.enrolments.get(key)?.admissionNumber;
    if (typeof admission === 'string') link(`id:admission ${admission}`, key);
  }
  for (const { pupil } of school.pupils()) {
    const { surname, forename, birthDate, sex } = pupil;
    link(pupilKey({ surname, forename, birthDate, sex }), pupil.key);
    link(pupilKey({ surname, forename, birthDate }), pupil.key);
  }
  return aliases;
}

/**
 * Writes a school in a format, finds the parser of each file among all parsers, parses, and compares what the format
 * says it carries with what the school has, pupil by pupil and field by field.
 */
export async function compareFormat(
  format: SyntheticFormat,
  school: SyntheticSchool,
  parsers: readonly Parser[],
  folder: string,
): Promise<Comparison> {
  const detected: Comparison['detected'][number][] = [];
  const errors: Record<string, number> = {};
  const parts = new Parts();
  const found: Projections = new Map();
  /** What the format says of itself. */
  const added = new Set<string>();
  const fieldsOf = (kind: RecordKind): readonly string[] | undefined => format.carries[kind];

  for (const path of await writeFormat(format, school, join(folder, format.id))) {
    const source = await openSource(path);
    const candidates = await detectParsers(source, parsers);
    const [first, ...others] = candidates;
    detected.push({
      file: source.name ?? '',
      parser: first?.parser.id ?? '',
      reason: first?.reason ?? '',
      runnersUp: others
        .filter(({ confidence }) => confidence === first?.confidence)
        .map(({ parser }) => parser.id),
    });
    const options: ParseOptions & { school: string } = { school: school.laestab };
    for await (const batch of (first?.parser as Parser).parse(source, options)) {
      for (const item of batch) {
        if (!isRecord(item)) {
          if (item.severity === 'error') errors[item.code] = (errors[item.code] ?? 0) + 1;
          continue;
        }
        if (parts.add(item)) continue;
        const fields = fieldsOf(item.kind);
        const projection = fields === undefined ? undefined : project(item, fields);
        if (projection === undefined) continue;
        add(found, pupilOf(item), item.kind, projection);
        if (format.adds?.(item) === true) added.add(projection);
      }
    }
  }

  const aliases = aliasesOf(parts, school);
  const resolved: Projections = new Map();
  const keyOf = (key: string): string =>
    key === 'school' || key.startsWith('upn:') ? key : (aliases.get(key) ?? key);
  for (const [key, kinds] of found) {
    for (const [kind, set] of kinds)
      for (const projection of set) add(resolved, keyOf(key), kind, projection);
  }
  const merged = {
    pupil: new Map<string, Record<string, unknown>>(),
    enrolment: new Map<string, Record<string, unknown>>(),
  };
  for (const [key, record] of parts.pupils)
    merge(merged.pupil, keyOf(key), record as unknown as CanonicalRecord);
  for (const [key, record] of parts.enrolments)
    merge(merged.enrolment, keyOf(key), record as unknown as CanonicalRecord);
  for (const kind of ['pupil', 'enrolment'] as const) {
    const fields = fieldsOf(kind);
    if (fields === undefined) continue;
    for (const [key, record] of merged[kind]) {
      const projection = project(record, fields);
      if (projection !== undefined) add(resolved, key, kind, projection);
    }
  }
  return { detected, errors, ...compare(format, school, resolved, added) };
}

function compare(
  format: SyntheticFormat,
  school: SyntheticSchool,
  resolved: Projections,
  added: ReadonlySet<string>,
): Pick<Comparison, 'compared' | 'differences'> {
  const compared: Partial<Record<RecordKind, number>> = {};
  const differences: string[] = [];
  const differ = (text: string): void => {
    if (differences.length < 12) differences.push(text);
  };
  const check = (pupil: string, records: Iterable<CanonicalRecord>): void => {
    const expected: Projections = new Map();
    for (const record of records) {
      const fields = format.carries[record.kind];
      if (fields === undefined || format.leavesOut?.(record, school) === true) continue;
      const projection = project(record, fields);
      if (projection !== undefined) add(expected, pupil, record.kind, projection);
    }
    const kinds = resolved.get(pupil);
    for (const [kind, set] of expected.get(pupil) ?? []) {
      const got = kinds?.get(kind);
      for (const projection of set) {
        compared[kind] = (compared[kind] ?? 0) + 1;
        if (got?.has(projection) !== true)
          differ(
            `${kind} of ${pupil}: expected ${projection}, found ${[...(got ?? [])].slice(0, 2).join(' ')}`,
          );
      }
      for (const projection of got ?? [])
        if (!set.has(projection) && !added.has(projection))
          differ(`${kind} of ${pupil}: not in the school: ${projection}`);
    }
    for (const [kind, set] of kinds ?? []) {
      if (expected.get(pupil)?.has(kind) !== true && [...set].some((projection) => !added.has(projection)))
        differ(`${kind} of ${pupil}: not in the school: ${[...set][0] ?? ''}`);
    }
    resolved.delete(pupil);
  };
  check('school', [school.record]);
  for (const { pupil, records } of school.pupils()) check(pupil.key, records);
  for (const [key, kinds] of resolved)
    differ(`${key} is no pupil of the school: ${[...kinds.keys()].join(', ')}`);
  return { compared, differences };
}
