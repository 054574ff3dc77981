import { type School, schoolKey } from '@rollbook/model';
import { UnreadableInputError, type XmlElement, type XmlRecord } from '@rollbook/parser-kit';
import type { CensusHeader } from './census-header.js';
import { ElementFields, readModule, type ReadField } from './element-fields.js';
import type { FileContext } from './file-context.js';
import { RecordDraft } from './record-draft.js';

/** Modules of a school that are kept for one record; a return has about ten. */
const MOST_MODULES = 1_000;

interface SchoolTarget {
  name?: string;
  urn?: string;
  ukprn?: string;
}

function text(field: keyof SchoolTarget): ReadField<SchoolTarget> {
  return (target, element, draft) => {
    const value = draft.text(element, field);
    if (value !== undefined) target[field] = value;
  };
}

const keep: ReadField<SchoolTarget> = (_, element, draft) => {
  draft.keep(element);
};

/**
 * What canonical records have no field for, single items and whole modules; names after
 * docs/formats/school-census.md, School.
 */
const KEPT = [
  'Phase',
  'Type',
  'SchoolType',
  'Governance',
  'Intake',
  'HighestNCyearGroup',
  'LowestNCyearGroup',
  'MaxNCyear',
  'MinNCyear',
  'PhoneNo',
  'Email',
  'Phones',
  'Accommodation',
  'MaxDayPupils',
  'MaxBoarders',
  'MinMaleAge',
  'MaxMaleAge',
  'MinFemaleAge',
  'MaxFemaleAge',
  'SpecialSchoolType',
  'Provisions',
  'SchoolLocation',
  'Address',
  'SpecialSchool',
  'SpecialSchoolOrganisation',
  'AdmissionsAppeals',
  'AdmissionAppeals',
  'PrimaryAdmissionsAppeals',
  'SecondaryAdmissionsAppeals',
  'InfantAdmissionsAppeals',
  'InfantAdmissionAppeals',
  'InfantsAdmissionsAppeals',
  'Reconciliation',
  'PupilReconciliation',
  'Classes',
  'Miscellaneous',
  'FreeMealsTaken',
  'ChildMothers',
  'TeenMotherPlaces',
  'ChildCarePlaces',
  'Childcare',
  'SchoolChildcare',
  'StaffInformation',
];

/** A table of its own for each file, since modules come one by one while other files may be read. */
function schoolFields(): ElementFields<SchoolTarget> {
  const fields: ElementFields<SchoolTarget> = new ElementFields<SchoolTarget>(
    { SchoolName: text('name'), URN: text('urn'), UKPRN: text('ukprn') },
    {
      SchoolCharacteristics: (target, element, draft) => {
        readModule(element, fields, target, draft);
      },
      // the header says them, and what differs from it is kept here
      LEA: keep,
      Estab: keep,
      ...Object.fromEntries(KEPT.map((name) => [name, keep])),
    },
  );
  fields.beginTurn();
  return fields;
}

/** The school of the file: the header's numbers, and the modules of `School` as they come. */
export class SchoolCollector {
  readonly #context: FileContext;
  readonly #draft: RecordDraft;
  readonly #fields = schoolFields();
  readonly #target: SchoolTarget = {};
  #first: XmlRecord | undefined;
  #modules = 0;
  #header: CensusHeader | undefined;
  #headerRecord: XmlRecord | undefined;
  #isPut = false;

  constructor(context: FileContext) {
    this.#context = context;
    this.#draft = new RecordDraft(context);
  }

  setHeader(header: CensusHeader, record: XmlRecord): void {
    this.#header = header;
    this.#headerRecord = record;
  }

  /** True while modules can still become part of the record. */
  get isOpen(): boolean {
    return !this.#isPut;
  }

  get hasModules(): boolean {
    return this.#modules > 0;
  }

  /** A child of `School`. */
  add(record: XmlRecord): void {
    if (this.#first === undefined) {
      this.#first = record;
      const parent = record.path.slice(0, record.path.lastIndexOf('/'));
      this.#draft.begin(record.element, parent, '/School');
    }
    if (++this.#modules > MOST_MODULES) {
      throw new UnreadableInputError(
        'census-school-large',
        'The school level has more modules than can be.',
        {
          place: { line: record.element.line, column: record.element.column },
          help: 'Check that the file is a school census of one school.',
        },
      );
    }
    this.#read(record.element);
  }

  #read(element: XmlElement): void {
    const field = this.#fields.find(element.name);
    if (field === undefined) this.#draft.keepUnknown(element);
    else if (!this.#fields.isFirst(field)) this.#draft.keepRepeated(element);
    else {
      if (element.attributes !== undefined) this.#draft.keepOddities(element);
      field.read(this.#target, element, this.#draft);
    }
  }

  /** Puts the school out, once. Without numbers or name there is none, and what was kept has nowhere to go. */
  put(): void {
    if (this.#isPut) return;
    this.#isPut = true;
    const record = this.#headerRecord ?? this.#first;
    if (record === undefined) return;
    const { name, urn = this.#header?.urn, ukprn } = this.#target;
    const laestab = this.#header?.laestab ?? this.#context.school;
    // a file that is put under a school by its caller still has its numbers
    const key = schoolKey({ laestab, urn, name });
    const place = { line: record.element.line, column: record.element.column, path: record.path };
    const school: School = {
      kind: 'school',
      key: key ?? record.path,
      provenance: { file: this.#context.file, place },
    };
    if (laestab !== undefined) school.school = laestab;
    if (this.#header?.la !== undefined) school.la = this.#header.la;
    if (this.#header?.establishment !== undefined) school.establishment = this.#header.establishment;
    if (urn !== undefined) school.urn = urn;
    if (name !== undefined) school.name = name;
    if (ukprn !== undefined) school.ukprn = ukprn;
    if (key === undefined && this.#first === undefined) return;
    this.#context.out.push(school);
    this.#draft.complete(school);
  }
}
