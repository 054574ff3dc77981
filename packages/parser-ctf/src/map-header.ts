import { formatLaestab, isLaestab, parseUrn, type School, schoolKey } from '@rollbook/model';
import type { XmlElement, XmlRecord } from '@rollbook/parser-kit';
import { parseCtfFileName } from './ctf-file-name.js';
import {
  type CtfHeader,
  type CtfSchool,
  ctfVersionNumber,
  isPartialCtf,
  NEWEST_CTF_VERSION,
  OLDEST_CTF_VERSION,
} from './ctf-header.js';
import { elementFields, readContainer, type ReadField, readRecord } from './element-fields.js';
import type { FileContext } from './file-context.js';
import { RecordDraft } from './record-draft.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type WritableHeader = Writable<CtfHeader>;
type WritableSchool = Writable<CtfSchool>;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

function schoolText(field: 'la' | 'establishment' | 'urn' | 'name'): ReadField<WritableSchool> {
  return (school, element, draft) => {
    const text = draft.text(element, field);
    if (text !== undefined) school[field] = text;
  };
}

const SCHOOL_FIELDS = elementFields<WritableSchool>({
  LEA: schoolText('la'),
  Estab: schoolText('establishment'),
  URN: schoolText('urn'),
  SchoolName: schoolText('name'),
  AcademicYear: (school, element, draft) => {
    const year = draft.integer(element, 'academicYear', FIRST_YEAR, LAST_YEAR);
    if (year !== undefined) school.academicYear = year;
  },
});

type HeaderText =
  'version' | 'dateTime' | 'documentQualifier' | 'dataQualifier' | 'dataDescriptor' | 'supplierId';

interface HeaderTarget {
  readonly header: WritableHeader;
  documentName: string | undefined;
  source: XmlElement | undefined;
}

function text(field: HeaderText): ReadField<HeaderTarget> {
  return ({ header }, element, draft) => {
    const value = draft.text(element, field);
    if (value !== undefined) header[field] = value;
  };
}

function readSchool(element: XmlElement, draft: RecordDraft): CtfSchool {
  const school: WritableSchool = {};
  readContainer(element, SCHOOL_FIELDS, school, draft);
  if (school.la !== undefined && school.establishment !== undefined) {
    const laestab = formatLaestab(school.la, school.establishment);
    if (laestab !== undefined) school.laestab = laestab;
  }
  return school;
}

const HEADER_FIELDS = elementFields<HeaderTarget>({
  DocumentName: (target, element, draft) => {
    target.documentName = draft.text(element, 'documentName');
  },
  CTFversion: text('version'),
  CTFVersion: text('version'),
  ATFversion: text('version'),
  ATFVersion: text('version'),
  DateTime: text('dateTime'),
  DocumentQualifier: text('documentQualifier'),
  DataQualifier: text('dataQualifier'),
  DataDescriptor: text('dataDescriptor'),
  SupplierID: text('supplierId'),
  SourceSchool: (target, element, draft) => {
    target.source = element;
    target.header.sourceSchool = readSchool(element, draft);
  },
  DestSchool: ({ header }, element, draft) => {
    header.destSchool = readSchool(element, draft);
  },
});

/** Local time, to the second or finer. */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

/** `LLLL` stands for the authority itself, which has no LAESTAB; any other letters stand for no school at all. */
function keyOf(school: CtfSchool): string | undefined {
  const { la = '', establishment, laestab, urn, name } = school;
  if (laestab !== undefined) return schoolKey({ laestab });
  if (establishment === 'LLLL') return schoolKey({ laestab: la + establishment });
  // a service such as "Get Information About Pupils", which has XXX and XXXX
  return establishment === undefined
    ? schoolKey({ urn: urn === undefined ? undefined : parseUrn(urn), name })
    : undefined;
}

function putSchool(context: FileContext, source: CtfSchool, element: XmlElement, path: string): void {
  const key = keyOf(source);
  if (key === undefined) return;
  const school: School = {
    kind: 'school',
    key,
    provenance: { file: context.file, place: { line: element.line, column: element.column, path } },
  };
  if (source.laestab !== undefined) school.school = source.laestab;
  if (source.la !== undefined) school.la = source.la;
  if (source.establishment !== undefined) school.establishment = source.establishment;
  if (source.urn !== undefined) school.urn = source.urn;
  if (source.name !== undefined) school.name = source.name;
  context.out.push(school);
}

/**
 * Decides whose records the file holds: what the caller says, the source school, the sender in the file's name, or
 * the destination when the source is known to be no school.
 */
export function settleSchool(
  context: FileContext,
  header: CtfHeader | undefined,
  given: string | undefined,
): void {
  const source = header?.sourceSchool;
  context.schoolName = source?.name;
  const place = {};
  if (given !== undefined) {
    context.school = given;
    return;
  }
  if (source?.laestab !== undefined) {
    context.school = source.laestab;
    return;
  }
  const names = context.file.name === undefined ? undefined : parseCtfFileName(context.file.name);
  if (names?.sender.kind === 'school' && isLaestab(names.sender.laestab)) {
    context.school = names.sender.laestab;
    context.issue('ctf-school-from-file-name', place, { field: 'school', value: names.sender.laestab });
    return;
  }
  const destination = header?.destSchool?.laestab;
  if (source?.establishment !== undefined && destination !== undefined) {
    context.school = destination;
    context.issue('ctf-school-from-destination', place, { field: 'school', value: destination });
    return;
  }
  context.issue('ctf-source-school-missing', place, { field: 'school' });
}

/** Reads a `Header`: DfE, CTF specification, section 2.6. Puts out the school and what is to be said of the file. */
export function mapHeader(
  context: FileContext,
  { element, path }: XmlRecord,
  given: string | undefined,
): CtfHeader {
  const draft = new RecordDraft(context);
  draft.begin(element, path, `/${context.envelope.root}/Header`);
  const header: WritableHeader = {};
  const target: HeaderTarget = { header, documentName: undefined, source: undefined };
  readRecord(element, HEADER_FIELDS, target, draft);
  const extensions = draft.extensions();
  if (extensions !== undefined) header.extensions = extensions;
  if (header.version !== undefined) context.file.version = header.version;
  if (DATE_TIME.test(header.dateTime ?? '')) context.file.createdAt = header.dateTime;
  settleSchool(context, header, given);
  context.destination = header.destSchool?.laestab;
  if (target.source !== undefined && header.sourceSchool !== undefined) {
    putSchool(context, header.sourceSchool, target.source, `${path}/SourceSchool`);
  }
  const place = { line: element.line, column: element.column, path };
  const version = ctfVersionNumber(header.version);
  // An ATF has the series of its round, of which there is no list.
  const isKnown =
    version !== undefined &&
    (context.envelope.admissions || (version >= OLDEST_CTF_VERSION && version <= NEWEST_CTF_VERSION));
  if (!isKnown) {
    context.issue('ctf-version-unknown', place, {
      field: 'version',
      ...(header.version === undefined ? {} : { value: header.version }),
    });
  }
  const { documentName } = context.envelope;
  if (
    documentName !== undefined &&
    target.documentName !== undefined &&
    target.documentName.toLowerCase() !== documentName
  ) {
    context.issue('ctf-document-name', place, { field: 'documentName', value: target.documentName });
  }
  if (isPartialCtf(header)) {
    context.issue('ctf-partial-file', place, {
      field: 'documentQualifier',
      value: header.dataQualifier ?? header.dataDescriptor ?? 'partial',
    });
  }
  draft.putIssues();
  return header;
}
