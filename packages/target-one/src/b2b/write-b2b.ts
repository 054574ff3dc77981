import {
  academicYearOf,
  type Address,
  type AttendanceMark,
  type Contact,
  type Exclusion,
  type RecordKind,
} from '@rollbook/model';
import { type Issue, recordReference, XmlWriter } from '@rollbook/parser-kit';
import type { CanonicalRecord } from '@rollbook/model';
import { addWithheld, fitPupil, type FitOptions, type FittedPupil } from '../pupils/fit-pupil.js';
import { contactsOf, recordsOf, type TargetPupil, type TargetPupils } from '../pupils/target-pupil.js';
import { attendanceString, type SeedingOptions } from './attendance-string.js';
import { type B2bIssueCode, b2bIssues } from './b2b-issues.js';
import { b2b, type B2bElement } from './element-names.js';

export interface B2bOptions extends FitOptions {
  /** LAESTAB of the school: ONE's base. */
  readonly school: string;
  /** Local time, `YYYY-MM-DDThh:mm:ss`. */
  readonly dateTime: string;
  /** `multiple` (when not given) has up to three reasons, from ONE 3.72 on; `single` is the form before. ONE takes both. */
  readonly exclusionForm?: 'single' | 'multiple';
  readonly seeding?: SeedingOptions;
  readonly onIssue?: (issue: Issue) => void;
  readonly onDone?: (summary: B2bSummary) => void;
}

/** What became of what was given: `pupils = written + elsewhere`. */
export interface B2bSummary {
  readonly pupils: number;
  readonly written: number;
  readonly elsewhere: number;
  /** Records of kinds that have no place in it, by kind. */
  readonly unwritable: Readonly<Partial<Record<RecordKind, number>>>;
  readonly withheld: FittedPupil['withheld'];
}

const PIECE = 65_536;
const WRITTEN: ReadonlySet<RecordKind> = new Set([
  'enrolment',
  'contact',
  'sen-provision',
  'sen-need',
  'looked-after',
  'exclusion',
  'attendance-mark',
]);

/**
 * Writes B2B XML for ONE, as pieces of text in UTF-8: students with enrolments, address, contacts, SEN, exclusions and attendance
 * strings. Memory grows with one pupil.
 *
 * @experimental Only fragments of the format are public: most names, and the tree, are unconfirmed (`b2bNames`). Send nothing
 *   to ONE by it before a test system took it.
 * @throws RangeError for a LAESTAB or date-time in another form, seeding that ONE hasn't, or a text that XML can't hold.
 */
export async function* writeB2bExperimental(
  options: B2bOptions,
  pupils: TargetPupils,
): AsyncGenerator<string, void, undefined> {
  const { school, dateTime, onDone } = options;
  if (!/^\d{7}$/.test(school)) throw new RangeError('A school is a LAESTAB, seven digits.');
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(dateTime))
    throw new RangeError('The date-time is YYYY-MM-DDThh:mm:ss.');
  const counts = { pupils: 0, written: 0, elsewhere: 0 };
  const unwritable: Partial<Record<RecordKind, number>> = {};
  const withheld: FittedPupil['withheld'] = {};
  const xml = new XmlWriter();
  const { severity, message, help } = b2bIssues['b2b-experimental'];
  options.onIssue?.({ code: 'b2b-experimental', severity, message, help, place: {} });
  xml.start(b2b('root')).start(b2b('header'));
  xml
    .element(b2b('base'), school)
    .element(b2b('dateTime'), dateTime)
    .element(b2b('supplier'), 'Rollbook')
    .end();
  for await (const one of pupils) {
    counts.pupils++;
    if (one.school !== null && one.school !== school) {
      counts.elsewhere++;
      continue;
    }
    counts.written++;
    const fitted = fitPupil(one, options);
    addWithheld(withheld, fitted.withheld);
    for (const { kind } of fitted.pupil.records)
      if (!WRITTEN.has(kind)) unwritable[kind] = (unwritable[kind] ?? 0) + 1;
    new StudentWriter(xml, options).write(fitted.pupil);
    if (xml.length >= PIECE) yield xml.take();
  }
  xml.end();
  yield xml.finish();
  onDone?.({ ...counts, unwritable, withheld });
}

class StudentWriter {
  constructor(
    private readonly xml: XmlWriter,
    private readonly options: B2bOptions,
  ) {}

  #put(element: B2bElement, text: string | number | boolean | undefined): void {
    this.xml.element(b2b(element), text);
  }

  #block(element: B2bElement, isThere: boolean, write: () => void): void {
    if (!isThere) return;
    this.xml.start(b2b(element));
    write();
    this.xml.end();
  }

  #tell(code: B2bIssueCode, record: CanonicalRecord, field?: string): void {
    const { severity, message, help } = b2bIssues[code];
    const { place } = record.provenance;
    const at = field === undefined ? {} : { field };
    this.options.onIssue?.({ code, severity, message, help, place, record: recordReference(record), ...at });
  }

  write(one: TargetPupil): void {
    const { pupil } = one;
    this.xml.start(b2b('student'));
    if (one.guid === null) this.#tell('b2b-guid-missing', pupil);
    this.#block('suppInfo', one.guid !== null, () => this.#put('guid', one.guid ?? undefined));
    this.#put('upn', pupil.upn);
    for (const former of pupil.formerUpns ?? []) this.#put('formerUpn', former);
    this.#put('uln', pupil.uln);
    this.#put('surname', pupil.surname);
    this.#put('forename', pupil.forename);
    this.#put('middleNames', pupil.middleNames);
    this.#put('chosenSurname', pupil.preferredSurname);
    this.#put('chosenForename', pupil.preferredForename);
    this.#put('birthDate', pupil.birthDate);
    this.#put('gender', pupil.sex);
    this.#put('firstLanguage', pupil.languages?.find(({ type }) => type === 'F')?.code);
    this.#put('homeLanguage', pupil.languages?.find(({ type }) => type === 'M' || type === 'H')?.code);
    this.#put('ethnicity', pupil.ethnicity);
    this.#put('religion', pupil.religion);
    this.#put('medicalFlag', pupil.medicalFlag);
    this.#address(pupil.address);
    for (const { number } of pupil.phones ?? []) this.#put('phone', number);
    for (const { address } of pupil.emails ?? []) this.#put('email', address);
    this.#enrolments(one);
    const contacts = contactsOf(one);
    this.#block('contacts', contacts.length > 0, () =>
      contacts.forEach((contact) => this.#contact(contact, one)),
    );
    this.#sen(one);
    for (const { inCare, careAuthority, startDate, endDate } of recordsOf(one, 'looked-after'))
      this.#block('lookedAfter', true, () => {
        this.#put('inCare', inCare);
        this.#put('careAuthority', careAuthority);
        this.#put('startDate', startDate);
        this.#put('endDate', endDate);
      });
    const exclusions = recordsOf(one, 'exclusion');
    this.#block('exclusions', exclusions.length > 0, () =>
      exclusions.forEach((each) => this.#exclusion(each)),
    );
    this.#attendance(recordsOf(one, 'attendance-mark'));
    this.xml.end();
  }

  #address(address: Address | undefined): void {
    this.#block('address', address !== undefined, () => {
      for (const part of ['uprn', 'saon', 'paon', 'street', 'locality', 'town', 'county'] as const)
        this.#put(part, address?.[part]);
      for (const line of address?.lines ?? []) this.#put('line', line);
      this.#put('postcode', address?.postcode);
    });
  }

  #enrolments(one: TargetPupil): void {
    const enrolments = recordsOf(one, 'enrolment');
    this.#block('enrolments', enrolments.length > 0, () => {
      for (const each of enrolments)
        this.#block('enrolment', true, () => {
          this.#put(
            'establishment',
            each.attended ?? (each.current === true ? this.options.school : each.attendedUrn),
          );
          this.#put('status', each.status);
          this.#put('entryDate', each.entryDate);
          this.#put('leavingDate', each.leavingDate);
          this.#put('leavingReason', each.leavingReason);
          this.#put('yearGroup', each.yearGroup);
          this.#put('partTime', each.partTime);
        });
    });
  }

  #contact(contact: Contact, { contactGuids }: TargetPupil): void {
    const guid = contactGuids.get(contact.key);
    if (guid === undefined) this.#tell('b2b-guid-missing', contact);
    this.#block('contact', true, () => {
      this.#put('guid', guid);
      this.#put('contactOrder', contact.priority);
      this.#put('title', contact.title);
      this.#put('surname', contact.surname);
      this.#put('forename', contact.forename);
      this.#put('relationship', contact.relationship);
      this.#put('responsibility', contact.parentalResponsibility);
      this.#address(contact.address);
      for (const { number } of contact.phones ?? []) this.#put('phone', number);
      for (const { address } of contact.emails ?? []) this.#put('email', address);
    });
  }

  #sen(one: TargetPupil): void {
    const provisions = recordsOf(one, 'sen-provision');
    const needs = recordsOf(one, 'sen-need');
    this.#block('senHistory', provisions.length + needs.length > 0, () => {
      for (const { provision, startDate, endDate } of provisions)
        this.#block('sen', true, () => {
          this.#put('senProvision', provision);
          this.#put('startDate', startDate);
          this.#put('endDate', endDate);
        });
      for (const { need, rank } of needs)
        this.#block('senNeed', true, () => {
          this.#put('senRank', rank);
          this.#put('senType', need);
        });
    });
  }

  #exclusion(exclusion: Exclusion): void {
    const { category, reasons = [], startDate, startSession, endDate, sessions } = exclusion;
    this.#block('exclusion', true, () => {
      this.#put('category', category);
      if (this.options.exclusionForm === 'single') {
        this.#put('reason', reasons[0]);
        if (reasons.length > 1) this.#tell('b2b-reason-left-out', exclusion, 'reasons');
      } else {
        if (reasons.length > 3) this.#tell('b2b-reason-left-out', exclusion, 'reasons');
        this.#block('reasons', reasons.length > 0, () =>
          reasons.slice(0, 3).forEach((reason) => this.#put('reason', reason)),
        );
      }
      this.#put('startDate', startDate);
      this.#put('endDate', endDate);
      // Half a day a session, six decimals, as the release notes show it
      this.#put('schoolDays', sessions === undefined ? undefined : (sessions / 2).toFixed(6));
      this.#put('startTime', startSession);
    });
  }

  #attendance(marks: readonly AttendanceMark[]): void {
    const years = new Map<number, AttendanceMark[]>();
    for (const mark of marks) {
      // ONE imports attendance unchecked: sessions at another school are that school's to send.
      const { LEA, Estab } = mark.extensions ?? {};
      if (typeof LEA === 'string' && typeof Estab === 'string' && LEA + Estab !== this.options.school) {
        this.#tell('b2b-mark-elsewhere', mark, 'date');
        continue;
      }
      const year = academicYearOf(mark.date);
      const there = years.get(year);
      if (there) there.push(mark);
      else years.set(year, [mark]);
    }
    for (const [, ofYear] of [...years].sort(([a], [b]) => a - b)) {
      const found = attendanceString(ofYear, this.options.seeding);
      for (const mark of found?.faulty ?? (found ? [] : ofYear))
        this.#tell('b2b-mark-unwritable', mark, 'code');
      this.#block('attendance', found !== undefined, () => {
        this.#put('attendanceStart', found?.startDate);
        this.#put('attendanceString', found?.marks);
      });
    }
  }
}

/** Name of a B2B file: base and time, without spaces and data of a child (a name of ours; ONE asks only for no spaces). */
export function b2bFileName({ school, dateTime }: Pick<B2bOptions, 'school' | 'dateTime'>): string {
  if (!/^\d{7}$/.test(school)) throw new RangeError('A school is a LAESTAB, seven digits.');
  const digits = dateTime.replace(/\D/g, '').slice(0, 14);
  if (digits.length !== 14) throw new RangeError('The date-time is YYYY-MM-DDThh:mm:ss.');
  return `B2B_${school}_${digits}.xml`;
}
