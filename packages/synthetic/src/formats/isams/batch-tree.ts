import {
  type AttendanceMark,
  contactRelationships,
  type Contact,
  type Enrolment,
  ethnicities,
  languages,
  type Pupil,
  type SenNeed,
  type SenProvision,
} from '@rollbook/model';
import type { SyntheticPupil, SyntheticSchool } from '../../school.js';
import { codeId, schoolCodes } from './registration-codes.js';

/** An element of the Batch API: attributes, and children or text. What is undefined is left out. */
export interface BatchNode {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly children: readonly BatchNode[] | string | undefined;
}

/** A list of a manager, its items made as they are asked for. */
export interface BatchList {
  readonly manager: string;
  readonly list: string;
  readonly items: () => Iterable<BatchNode>;
}

const AM_PERIOD = '1';
const PM_PERIOD = '2';
const HOUSES = ['Austen', 'Brunel', 'Curie', 'Darwin'];

function leaf(name: string, text: string | undefined): BatchNode {
  return { name, children: text };
}

/** Id of a pupil's row, and the id that other tables have. */
function idsOf(pupil: SyntheticPupil): { id: string; schoolId: string } {
  return { id: String(pupil.index + 1), schoolId: String(100_000_000_001 + pupil.index) };
}

/** A day as iSAMS writes it. */
function day(date: string | undefined): string | undefined {
  return date === undefined ? undefined : `${date}T00:00:00`;
}

/** NC year as a number: nursery is below 0, Reception is 0. */
export function ncYear(yearGroup: string | undefined): string | undefined {
  switch (yearGroup) {
    case 'N1':
      return '-2';
    case 'N2':
      return '-1';
    case 'R':
      return '0';
    default:
      return yearGroup;
  }
}

/** Labels that only one code of a set has, and that hold no comma, which divides languages. */
function uniqueLabels(set: {
  readonly entries: readonly { readonly code: string; readonly label: string }[];
}): ReadonlyMap<string, string> {
  const codes = new Map<string, Set<string>>();
  for (const { code, label } of set.entries) {
    const key = label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
    codes.set(key, (codes.get(key) ?? new Set()).add(code));
  }
  return new Map(
    set.entries
      .filter(({ label }) => codes.get(label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '))?.size === 1)
      .filter(({ label }) => !label.includes(','))
      .map(({ code, label }) => [code, label]),
  );
}

const ethnicityLabels = uniqueLabels(ethnicities);
const languageLabels = uniqueLabels(languages);

/** The description of a code, as a school's list has it; the code itself where a description would be no one's alone. */
export function ethnicityText(code: string | undefined): string | undefined {
  return code === undefined ? undefined : (ethnicityLabels.get(code) ?? code);
}

function languageText(pupil: Pupil): string | undefined {
  return pupil.languages?.map(({ code }) => languageLabels.get(code) ?? code).join(', ');
}

export function mobileOf(person: Pick<Pupil | Contact, 'phones'>, type: string): string | undefined {
  return person.phones?.find((phone) => phone.type === type)?.number;
}

/** The registration at the school itself: iSAMS has no history of schools. */
export function currentOf(pupil: SyntheticPupil): Enrolment | undefined {
  return pupil.records.find(
    (record): record is Enrolment => record.kind === 'enrolment' && record.current === true,
  );
}

function pupilNode(synthetic: SyntheticPupil): BatchNode {
  const { pupil } = synthetic;
  const { id, schoolId } = idsOf(synthetic);
  const enrolment = currentOf(synthetic);
  const house = enrolment?.house;
  const houseId = house === undefined ? -1 : HOUSES.indexOf(house);
  return {
    name: 'Pupil',
    attributes: {
      Id: id,
      PersonId: String(5_000 + synthetic.index),
      AcademicHouseId: houseId < 0 ? undefined : String(houseId + 1),
    },
    children: [
      leaf('SchoolCode', enrolment?.admissionNumber),
      leaf('SchoolId', schoolId),
      leaf('Initials', `${(pupil.forename ?? '').charAt(0)}${(pupil.surname ?? '').charAt(0)}`),
      leaf('Forename', pupil.forename),
      leaf('Surname', pupil.surname),
      leaf('Middlename', pupil.middleNames),
      leaf('Preferredname', pupil.preferredForename),
      leaf('Fullname', [pupil.forename, pupil.surname].filter((name) => name !== undefined).join(' ')),
      leaf('Gender', pupil.sex),
      leaf('DOB', day(pupil.birthDate)),
      leaf('NCYear', ncYear(enrolment?.yearGroup)),
      leaf('Form', enrolment?.registrationGroup),
      leaf('AcademicHouse', house),
      leaf(
        'PupilType',
        enrolment?.boarder === undefined ? undefined : enrolment.boarder === 'N' ? 'Day' : 'Boarder',
      ),
      leaf('EnrolmentDate', day(enrolment?.entryDate)),
      leaf('EmailAddress', pupil.emails?.[0]?.address),
      leaf('MobileNumber', mobileOf(pupil, 'M')),
      leaf('UPN', pupil.upn),
      leaf('ULN', pupil.uln),
      leaf('Ethnicity', ethnicityText(pupil.ethnicity)),
      leaf('Languages', languageText(pupil)),
    ],
  };
}

function contactNode(contact: Contact, pupilId: string): BatchNode {
  const { address, relationship, parentalResponsibility: responsible } = contact;
  return {
    name: 'Contact',
    children: [
      leaf('Title', contact.title),
      leaf('Forename', contact.forename),
      leaf('Middlenames', contact.middleNames),
      leaf('Surname', contact.surname),
      leaf(
        'RelationshipRaw',
        relationship === undefined ? undefined : contactRelationships.label(relationship),
      ),
      leaf('ParentalResponsibility', responsible === undefined ? undefined : responsible ? 'Yes' : 'No'),
      leaf('EmailAddress', contact.emails?.map((email) => email.address).join('; ')),
      leaf('TelephoneNumber', mobileOf(contact, 'H')),
      leaf('MobileNumber', mobileOf(contact, 'M')),
      ...addressLines(address).map((text, i) => leaf(`Address${i + 1}`, text)),
      leaf('County', address?.county),
      leaf('Postcode', address?.postcode),
      { name: 'Pupils', children: [{ name: 'Pupil', attributes: { Id: pupilId }, children: undefined }] },
    ],
  };
}

/** An address by its parts in iSAMS's three lines. */
function addressLines(address: Contact['address']): string[] {
  if (address === undefined) return [];
  const parts = address.lines ?? [
    [address.saon, address.paon, address.street].filter((part) => part !== undefined).join(' '),
    address.locality,
    address.town,
  ];
  const lines = parts.filter((line): line is string => line !== undefined && line !== '');
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), lines.slice(2).join(', ')];
}

function statusNode(mark: AttendanceMark, schoolId: string, id: number): BatchNode {
  const { code, session, date, minutesLate } = mark;
  const present = code === '/' || code === '\\' || code === 'L';
  return {
    name: 'RegistrationStatus',
    attributes: { Id: String(id) },
    children: [
      leaf('PupilId', schoolId),
      leaf('PeriodId', session === 'AM' ? AM_PERIOD : PM_PERIOD),
      leaf('RegistrationDateTime', `${date}T${session === 'AM' ? '08:40:00' : '13:40:00'}`),
      leaf('Registered', present ? '1' : '0'),
      leaf('Late', code === 'L' ? '1' : '0'),
      leaf('MinutesLate', minutesLate === undefined ? undefined : String(minutesLate)),
      leaf('Code', codeId(code)),
    ],
  };
}

function senNodes(record: SenProvision | SenNeed, schoolId: string): BatchNode {
  return {
    name: 'SenRecord',
    children: [
      leaf('PupilId', schoolId),
      leaf('Status', record.kind === 'sen-provision' ? record.provision : undefined),
      leaf('Type', record.kind === 'sen-need' ? record.need : undefined),
      leaf('Rank', record.kind === 'sen-need' && record.rank !== undefined ? String(record.rank) : undefined),
      leaf('StartDate', day(record.startDate)),
      leaf('EndDate', day(record.endDate)),
    ],
  };
}

/** What an answer with all allotted methods holds, list after list. Names without a public source: docs/formats/isams.md. */
export function batchLists(school: SyntheticSchool): BatchList[] {
  const each = function* (
    nodes: (pupil: SyntheticPupil) => Iterable<BatchNode>,
  ): Generator<BatchNode, void, undefined> {
    for (const pupil of school.pupils()) yield* nodes(pupil);
  };
  return [
    {
      manager: 'SchoolManager',
      list: 'AcademicHouses',
      items: () =>
        HOUSES.map((name, i) => ({
          name: 'House',
          attributes: { Id: String(i + 1) },
          children: [leaf('Name', name)],
        })),
    },
    { manager: 'PupilManager', list: 'CurrentPupils', items: () => each((pupil) => [pupilNode(pupil)]) },
    {
      manager: 'PupilManager',
      list: 'Contacts',
      items: () =>
        each(function* (pupil) {
          const { id } = idsOf(pupil);
          for (const record of pupil.records) if (record.kind === 'contact') yield contactNode(record, id);
        }),
    },
    {
      manager: 'RegistrationManager',
      list: 'RegistrationCodes',
      items: () =>
        schoolCodes.map(({ id, character, name, governmentCode }) => ({
          name: 'RegistrationCode',
          attributes: { Id: String(id) },
          children: [
            leaf('Code', character),
            leaf('Name', name),
            leaf('GovernmentCode', governmentCode),
            leaf('Active', '1'),
          ],
        })),
    },
    {
      manager: 'RegistrationManager',
      list: 'PresentCodes',
      items: () => [
        {
          name: 'PresentCode',
          attributes: { Id: '1' },
          children: [leaf('Code', 'M'), leaf('Name', 'Music lesson')],
        },
      ],
    },
    {
      manager: 'RegistrationManager',
      list: 'RegistrationPeriods',
      items: () => [
        {
          name: 'RegistrationPeriod',
          attributes: { Id: AM_PERIOD },
          children: [leaf('Name', 'AM Registration')],
        },
        {
          name: 'RegistrationPeriod',
          attributes: { Id: PM_PERIOD },
          children: [leaf('Name', 'PM Registration')],
        },
      ],
    },
    {
      manager: 'RegistrationManager',
      list: 'RegistrationStatuses',
      items: () => {
        let id = 0;
        return each(function* (pupil) {
          const { schoolId } = idsOf(pupil);
          for (const record of pupil.records) {
            if (record.kind === 'attendance-mark') yield statusNode(record, schoolId, ++id);
          }
        });
      },
    },
    {
      manager: 'SenManager',
      list: 'SenRegister',
      items: () =>
        each(function* (pupil) {
          const { schoolId } = idsOf(pupil);
          for (const record of pupil.records) {
            if (record.kind === 'sen-provision' || record.kind === 'sen-need')
              yield senNodes(record, schoolId);
          }
        }),
    },
  ];
}
