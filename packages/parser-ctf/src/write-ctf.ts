import { type CanonicalRecord, isLaestab } from '@rollbook/model';
import { type CtfSchool, ctfVersionNumber } from './ctf-header.js';
import { ctfEnvelope, type TransferEnvelope } from './envelope.js';
import { addRecord, type PupilRecords, pupilRecords } from './pupil-records.js';
import { isWritableMark } from './write-attendance.js';
import { writePupil, type WriteContext } from './write-pupil.js';
import { container, jsonElements, textElement } from './write-xml.js';
import type { JsonValue } from '@rollbook/model';

/** The header of a CTF to be written. */
export interface WriteCtfHeader {
  /** `25.0` when not given. */
  readonly version?: string;
  /** `YYYY-MM-DDThh:mm:ss`, local time (Europe/London). */
  readonly dateTime: string;
  /** `full` when not given. */
  readonly documentQualifier?: 'full' | 'partial';
  readonly dataQualifier?: string;
  readonly dataDescriptor?: string;
  readonly supplierId?: string;
  readonly sourceSchool: CtfSchool & { readonly la: string; readonly establishment: string };
  /** `XXX` and `XXXX`, destination unknown, when not given. */
  readonly destSchool?: CtfSchool & { readonly la: string; readonly establishment: string };
  readonly extensions?: Record<string, JsonValue>;
}

export interface WriteCtfOptions {
  /** The file's header. */
  readonly header: WriteCtfHeader;
  /** `CTfile` when not given, which is what the DfE's own services write. */
  readonly root?: 'CTfile' | 'CTFile';
  /** `Sex` from version 24 on and `Gender` before, when not given. */
  readonly sexElement?: 'Sex' | 'Gender';
  /**
   * Writes elements of which no public document shows the name too: service child, pupil premium, end dates of
   * SEN provision, dates of SEN needs (docs/formats/ctf.md). False when not given, for a strict reader would
   * refuse them.
   */
  readonly includeUnconfirmed?: boolean;
  /** Called with each record that a CTF can't carry. Without it such a record is an error. */
  readonly onUnwritable?: (record: CanonicalRecord) => void;
}

/** Characters in one piece of output, about. */
const PIECE = 65_536;

const NEWEST_WRITTEN = '25.0';
const SEX_FROM_VERSION = 24;
const URN_FROM_VERSION = 18;

function writeSchool(name: string, school: CtfSchool, hasUrn: boolean): string {
  return container(
    name,
    textElement('LEA', school.la) +
      textElement('Estab', school.establishment) +
      (hasUrn ? textElement('URN', school.urn) : '') +
      textElement('SchoolName', school.name) +
      textElement('AcademicYear', school.academicYear),
  );
}

function writeHeader(header: WriteCtfHeader, version: string, envelope: TransferEnvelope): string {
  const hasUrn = !envelope.admissions && (ctfVersionNumber(version) ?? 0) >= URN_FROM_VERSION;
  return container(
    'Header',
    textElement('DocumentName', envelope.title.replace(/ \(.*/, '')) +
      textElement(envelope.versions[0] ?? '', version) +
      textElement('DateTime', header.dateTime) +
      textElement('DocumentQualifier', header.documentQualifier ?? 'full') +
      textElement('DataQualifier', header.dataQualifier) +
      textElement('DataDescriptor', header.dataDescriptor) +
      textElement('SupplierID', header.supplierId) +
      writeSchool('SourceSchool', header.sourceSchool, hasUrn) +
      writeSchool('DestSchool', header.destSchool ?? { la: 'XXX', establishment: 'XXXX' }, hasUrn) +
      jsonElements(header.extensions),
  );
}

/** LAESTAB of the school that a reader will put the records under, as `settleSchool` does. */
function ownLaestab({ sourceSchool, destSchool }: WriteCtfHeader): string | undefined {
  const source = sourceSchool.la + sourceSchool.establishment;
  if (isLaestab(source)) return source;
  const destination = destSchool === undefined ? '' : destSchool.la + destSchool.establishment;
  return isLaestab(destination) ? destination : undefined;
}

/** Kinds that only stand under an unconfirmed name, and marks whose code needs two characters. */
function isWritable(record: CanonicalRecord, context: WriteContext): boolean {
  if (
    context.admissions &&
    (record.kind === 'attendance-mark' ||
      record.kind === 'attendance-summary' ||
      record.kind === 'assessment-result')
  )
    return false;
  if (record.kind === 'attendance-mark') return isWritableMark(record);
  if (record.kind === 'service-child' || record.kind === 'pupil-premium') return context.includeUnconfirmed;
  return true;
}

/** The first of a pupil, in an ATF. */
function addApplication(
  records: PupilRecords,
  record: CanonicalRecord,
  { admissions }: WriteContext,
): boolean {
  if (!admissions || record.kind !== 'admission-application' || records.application !== undefined)
    return false;
  records.application = record;
  return true;
}

/** Turns records, one after another, into `Pupil` elements: a pupil is written when the next one begins. */
class PupilWriter {
  #current: PupilRecords | undefined;

  constructor(
    private readonly context: WriteContext,
    private readonly onUnwritable: ((record: CanonicalRecord) => void) | undefined,
  ) {}

  /** The element of the pupil that ends with this record's coming, or nothing. */
  add(record: CanonicalRecord): string {
    // the header says it; a CTF has no other place for schools
    if (record.kind === 'school') return '';
    const key = record.kind === 'pupil' ? record.key : record.pupilKey;
    let finished = '';
    if (key !== undefined && key !== this.#current?.key) {
      finished = this.end();
      this.#current = pupilRecords(key);
    }
    const records = this.#current;
    if (
      key === undefined ||
      records === undefined ||
      !isWritable(record, this.context) ||
      !(addApplication(records, record, this.context) || addRecord(records, record))
    ) {
      if (!this.onUnwritable) {
        throw new TypeError(
          `a CTF can not carry this record of kind ${record.kind}; pass onUnwritable to go on without`,
        );
      }
      this.onUnwritable(record);
    }
    return finished;
  }

  end(): string {
    const records = this.#current;
    this.#current = undefined;
    if (records === undefined) return '';
    if (records.pupil === undefined) {
      throw new TypeError('records of a pupil must stand together, with the pupil record among them');
    }
    return writePupil(records, records.pupil, this.context) + '\n';
  }
}

function isSync(
  records: Iterable<CanonicalRecord> | AsyncIterable<CanonicalRecord>,
): records is Iterable<CanonicalRecord> {
  return Symbol.iterator in records;
}

/**
 * Writes a CTF as pieces of XML text (declare UTF-8, so encode them so). Memory grows with one pupil, not with the
 * file.
 *
 * What a CTF has no element for is left out: of a registration its group, house, admission number, boarding and
 * notes, of a contact its court order, and of a person all but one address for email. Extensions go back where the
 * parser found them. Records that are read from what is written equal those that were written, but for provenance
 * and `sent`.
 *
 * @param records the records of each pupil together, as every parser yields them; `school` records are skipped,
 *   since the header names the school
 * @throws TypeError when records of a pupil stand without their pupil, or when a record can't be carried and
 *   `onUnwritable` is not given
 * @throws RangeError when an extension has a name that no element can have
 */
export function writeCtf(
  options: WriteCtfOptions,
  records: Iterable<CanonicalRecord> | AsyncIterable<CanonicalRecord>,
): AsyncGenerator<string, void, undefined> {
  return writeTransfer(ctfEnvelope, options, records);
}

/** @see writeCtf */
export async function* writeTransfer(
  envelope: TransferEnvelope,
  options: WriteCtfOptions,
  records: Iterable<CanonicalRecord> | AsyncIterable<CanonicalRecord>,
): AsyncGenerator<string, void, undefined> {
  const { header, root = envelope.root } = options;
  const version = header.version ?? NEWEST_WRITTEN;
  const writer = new PupilWriter(
    {
      admissions: envelope.admissions,
      laestab: ownLaestab(header),
      sexElement:
        options.sexElement ?? ((ctfVersionNumber(version) ?? 0) >= SEX_FROM_VERSION ? 'Sex' : 'Gender'),
      includeUnconfirmed: options.includeUnconfirmed ?? false,
    },
    options.onUnwritable,
  );
  let piece = `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${writeHeader(header, version, envelope)}\n<${envelope.pupils}>\n`;
  if (isSync(records)) {
    for (const record of records) {
      piece += writer.add(record);
      if (piece.length >= PIECE) {
        yield piece;
        piece = '';
      }
    }
  } else {
    for await (const record of records) {
      piece += writer.add(record);
      if (piece.length >= PIECE) {
        yield piece;
        piece = '';
      }
    }
  }
  yield piece + writer.end() + `</${envelope.pupils}>\n</${root}>\n`;
}
