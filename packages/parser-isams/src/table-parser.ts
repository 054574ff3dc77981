import type { CanonicalRecord, Enrolment, JsonValue, Pupil } from '@rollbook/model';
import {
  type Batch,
  createTableParser,
  isRecord,
  type Issue,
  type Item,
  recordReference,
  type Source,
  type TableDialect,
  type TableHead,
} from '@rollbook/parser-kit';
import { issueCatalogue, type IsamsIssueCode } from './issue-catalogue.js';
import type { IsamsParseOptions } from './options.js';
import { readYearGroup } from './read-values.js';
import { tableHeadings } from './table-headings.js';

function detect({ keys, format }: TableHead): { confidence: number; reason: string } | undefined {
  const kind = format === 'csv' ? 'delimited text' : 'workbook';
  for (const key of keys) {
    if (key === 'txtschoolid' || (key.startsWith('tblpupil') && key.endsWith('id'))) {
      return { confidence: 0.9, reason: `${kind} with columns of iSAMS's tables` };
    }
  }
  if (keys.has('formtutorgroup') && keys.has('boardinghouse')) {
    return { confidence: 0.7, reason: `${kind} with headings of iSAMS's migration template for pupils` };
  }
  if (keys.has('pupilid') && keys.has('optioncode') && keys.has('firstgrade')) {
    return { confidence: 0.7, reason: `${kind} with headings of iSAMS's migration template for results` };
  }
  return keys.has('schoolcode') && keys.has('forenamefirstname')
    ? { confidence: 0.6, reason: `${kind} with headings of iSAMS's export wizard` }
    : undefined;
}

const dialect: TableDialect = {
  id: 'isams',
  supplier: 'isams',
  title: 'iSAMS',
  headings: tableHeadings,
  detect,
  blanks: ['NULL'],
};

/** Tables of pupils and results; those of registration are read as the lists of the Batch API are. */
export const tableParser = createTableParser(dialect);

/** Columns whose values go to `supplierIds`: kept apart until then, so that the `SchoolId` makes the key. */
const idColumns: readonly (readonly [column: string, name: string])[] = [
  ['TblPupilManagementPupilsID', 'id'],
  ['Id', 'id'],
  ['intPersonID', 'personId'],
  ['txtCandidateNumber', 'candidateNumber'],
  ['Exam Candidate Number', 'candidateNumber'],
];
const yearColumns = ['intNCYear', 'NC Year'] as const;
const STATUS = 'intSystemStatus';

/** An extension by its column, whatever its case, taken out. */
function takeExtension(record: CanonicalRecord, column: string): string | undefined {
  const { extensions } = record;
  if (extensions === undefined) return undefined;
  const lower = column.toLowerCase();
  const name = Object.keys(extensions).find((each) => each.toLowerCase() === lower);
  const value: JsonValue | undefined = name === undefined ? undefined : extensions[name];
  if (name === undefined || typeof value !== 'string') return undefined;
  // The name is one of the file's own, and the object one of this record's.
  Reflect.deleteProperty(extensions, name);
  if (Object.keys(extensions).length === 0) delete record.extensions;
  return value;
}

function issueAbout(code: IsamsIssueCode, record: CanonicalRecord, field: string, value?: string): Issue {
  const { severity, message, help } = issueCatalogue[code];
  return {
    code,
    severity,
    message,
    help,
    place: record.provenance.place,
    field,
    record: recordReference(record),
    ...(value === undefined ? {} : { value }),
  };
}

function setIds(pupil: Pupil): void {
  for (const [column, name] of idColumns) {
    const value = takeExtension(pupil, column);
    if (value !== undefined) (pupil.supplierIds ??= {})[name] = value;
  }
}

/** The registration that the year group and status belong to; one is made for a table that has nothing else of it. */
function setEnrolment(pupil: Pupil, items: Item[], status: string | undefined): void {
  const year = yearColumns.map((column) => takeExtension(pupil, column)).find((text) => text !== undefined);
  if (year === undefined && status === undefined) return;
  let enrolment = items.find((item): item is Enrolment => isRecord(item) && item.kind === 'enrolment');
  if (enrolment === undefined) {
    const { school, key, provenance } = pupil;
    enrolment = {
      kind: 'enrolment',
      key: `${key}|${school ?? ''}|`,
      ...(school === undefined ? {} : { school, attended: school }),
      provenance,
      pupilKey: key,
      current: true,
    };
    items.splice(1, 0, enrolment);
  }
  if (status === '1' || status === '-1') enrolment.current = status === '1';
  if (year === undefined) return;
  const group = readYearGroup(year);
  if (group !== undefined) enrolment.yearGroup = group;
  else items.push(issueAbout('isams-year-unreadable', enrolment, 'yearGroup', year));
  if (group !== year) (enrolment.sent ??= {}).yearGroup = year;
}

/** A pupil's items with ids, year group and system status in their places; none for one who has not started. */
function complete(items: Item[], left: { count: number }): readonly Item[] {
  const pupil = items.find((item): item is Pupil => isRecord(item) && item.kind === 'pupil');
  if (pupil === undefined) return items;
  const status = takeExtension(pupil, STATUS);
  if (status === '0') {
    left.count++;
    return [];
  }
  setIds(pupil);
  setEnrolment(pupil, items, status);
  return items;
}

function pupilOf(item: Item): string | undefined {
  if (!isRecord(item))
    return item.record?.pupilKey ?? (item.record?.kind === 'pupil' ? item.record.key : undefined);
  if (item.kind === 'pupil') return item.key;
  return 'pupilKey' in item ? item.pupilKey : undefined;
}

/** Reads a table of pupils or results. */
export async function* readTable(
  source: Source,
  options: IsamsParseOptions,
): AsyncGenerator<Batch, void, undefined> {
  const { registrationCodes, attendanceCodes } = options;
  const left = { count: 0 };
  const batches = tableParser.parse(source, {
    ...options,
    attendanceCodes: { ...registrationCodes, ...attendanceCodes },
  });
  for await (const batch of batches) {
    const out: Item[] = [];
    let group: Item[] = [];
    let current: string | undefined;
    const close = (): void => {
      out.push(...complete(group, left));
      group = [];
    };
    for (const item of batch) {
      const pupil = pupilOf(item);
      if (pupil !== current || (pupil !== undefined && isRecord(item) && item.kind === 'pupil')) close();
      current = pupil;
      group.push(item);
    }
    close();
    if (out.length > 0) yield out;
  }
  if (left.count > 0) {
    const { severity, help } = issueCatalogue['isams-pupils-to-start'];
    const message = `${left.count} pupils who have not started yet were left out.`;
    yield [{ code: 'isams-pupils-to-start', severity, message, help, place: {}, field: STATUS }];
  }
}
