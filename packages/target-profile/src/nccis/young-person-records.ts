import {
  type CanonicalRecord,
  type FileProvenance,
  isIsoDate,
  isUpn,
  type JsonValue,
  normaliseUpn,
  type Place,
  pupilKey,
  youthParticipationKey,
} from '@rollbook/model';
import { type Issue, recordReference } from '@rollbook/parser-kit';
import { nccisIssue } from './nccis-item.js';
import type { NccisYoungPerson } from './young-person.js';

export interface YoungPersonRecordsOptions {
  readonly file: FileProvenance;
  readonly place: Place;
  /** LAESTAB that the records belong to; they stand under no school when not given, since an authority sends the return. */
  readonly school?: string | undefined;
  /** What the reader kept beside the person. */
  readonly extensions?: Record<string, JsonValue> | undefined;
}

export interface YoungPersonRecords {
  /** The pupil first; an `unreadable` record alone where nobody can say whose it is. */
  readonly records: CanonicalRecord[];
  readonly issues: Issue[];
}

/** Fields of the return that no canonical record has, by the name under which they are kept with the participation. */
const KEPT = [
  'cohortStatus',
  'leadLea',
  'educatedLea',
  'transferredToLaCode',
  'leaCodeAtYear11',
  'guaranteeStatusIndicator',
  'youthContractIndicator',
  'youthContractStartDate',
  'previousYpidIdentifier',
  'sendFlag',
  'senSupportFlag',
] as const satisfies readonly (keyof NccisYoungPerson)[];

const ACTIVITY_KEPT = [
  'dateVerified',
  'reviewDate',
  'currencyLapsed',
  'establishmentName',
  'ukProviderReferenceNumber',
  'neetStartDate',
] as const satisfies readonly (keyof NonNullable<NccisYoungPerson['activity']>)[];

/** Collects a record's fields: dates that are none go to `sent` with an issue. */
class Fields {
  readonly values: Record<string, JsonValue> = {};
  readonly sent: Record<string, string> = {};
  readonly faults: { field: string; value: string }[] = [];

  put(name: string, value: JsonValue | undefined): this {
    if (value !== undefined) this.values[name] = value;
    return this;
  }

  date(name: string, value: string | undefined): this {
    if (value === undefined) return this;
    if (isIsoDate(value)) return this.put(name, value);
    this.sent[name] = value;
    this.faults.push({ field: name, value });
    return this;
  }

  /** With what was sent in another form. */
  done(): Record<string, JsonValue> {
    return Object.keys(this.sent).length === 0 ? this.values : { ...this.values, sent: this.sent };
  }
}

/**
 * A person of the return as canonical records: the pupil, and one youth participation with what the return says of the day.
 * Codes stay as they are. The key is the UPN's, else that of the young person's id. Special category data (ethnicity, SEN flags,
 * characteristics) is in the return and so in the records: who loads it decides what to keep.
 */
export function youngPersonToRecords(
  person: NccisYoungPerson,
  options: YoungPersonRecordsOptions,
): YoungPersonRecords {
  const { file, place, school } = options;
  const provenance = { file, place };
  const own = school === undefined ? {} : { school };
  const upn = person.uniquePupilNumber === undefined ? undefined : normaliseUpn(person.uniquePupilNumber);
  const key = pupilKey({
    upn: upn !== undefined && isUpn(upn) ? upn : undefined,
    supplierId: person.youngPersonsId,
    surname: person.familyName,
    forename: person.givenName,
    birthDate: person.dob,
    sex: person.gender,
  });
  if (key === undefined) return unreadable(person, options);

  const pupil = pupilFields(person, upn);
  const participation = participationFields(person);
  // What the return has a field for is never written over by a column that only looks like it.
  const extensions: Record<string, JsonValue> = { ...participation.kept };
  for (const [name, value] of Object.entries(options.extensions ?? {}))
    extensions[Object.hasOwn(extensions, name) ? `${name} (kept)` : name] = value;
  const records: CanonicalRecord[] = [
    { kind: 'pupil', key, ...own, provenance, ...pupil.done() },
    {
      kind: 'youth-participation',
      key: youthParticipationKey(key, participation.fields.values),
      pupilKey: key,
      ...own,
      provenance,
      ...participation.fields.done(),
      ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
    },
  ];
  const issues = [pupil, participation.fields].flatMap(({ faults }, index) =>
    faults.map((fault) =>
      nccisIssue('nccis-date-unreadable', place, {
        ...fault,
        record: recordReference(records[index] as CanonicalRecord),
      }),
    ),
  );
  return { records, issues };
}

function pupilFields(person: NccisYoungPerson, upn: string | undefined): Fields {
  const { youngPersonsId, previousYpidIdentifier, gender } = person;
  const ids = {
    ...(youngPersonsId === undefined ? {} : { youngPersonId: youngPersonsId }),
    ...(previousYpidIdentifier === undefined ? {} : { previousYoungPersonId: previousYpidIdentifier }),
  };
  const lines = [person.addressLine1, person.addressLine2, person.addressLine3, person.addressLine4].filter(
    (line) => line !== undefined,
  );
  const address = {
    ...(lines.length === 0 ? {} : { lines }),
    ...(person.town === undefined ? {} : { town: person.town }),
    ...(person.county === undefined ? {} : { county: person.county }),
    ...(person.postcode === undefined ? {} : { postcode: person.postcode }),
  };
  const fields = new Fields()
    .put('upn', upn)
    .put('uln', person.uniqueLearnerNo)
    .put('supplierIds', Object.keys(ids).length === 0 ? undefined : ids)
    .put('surname', person.familyName)
    .put('forename', person.givenName)
    .put('middleNames', person.middleName)
    .date('birthDate', person.dob)
    // W, withheld, is no sex; U says that it isn't known.
    .put('sex', gender === 'W' ? undefined : gender)
    .put('ethnicity', person.ethnicity)
    .put('address', Object.keys(address).length === 0 ? undefined : address);
  if (gender === 'W') fields.sent.sex = gender;
  if (person.uniquePupilNumber !== undefined && person.uniquePupilNumber !== upn)
    fields.sent.upn = person.uniquePupilNumber;
  return fields;
}

function participationFields(person: NccisYoungPerson): { fields: Fields; kept: Record<string, JsonValue> } {
  const { activity = {}, guaranteeYear11, guaranteeYear12 } = person;
  const fields = new Fields()
    .put('youngPersonId', person.youngPersonsId)
    .put('activity', activity.activityCode)
    .date('startDate', activity.startDate)
    .date('dueToLapseDate', activity.dueToLapseDate)
    .date('dateAscertained', activity.dateAscertained)
    .put(
      'establishment',
      activity.establishmentNumber ?? activity.ukProviderReferenceNumber ?? activity.establishmentName,
    )
    .put('intendedDestination', person.intendedDestinationYr11)
    // The later one is the one that is being made or followed up.
    .put('guaranteeStatus', guaranteeYear12?.guaranteeStatus ?? guaranteeYear11?.guaranteeStatus)
    .put('levelOfNeed', person.levelOfNeedCode)
    .date('predictedEndDate', activity.predictedEndDate);
  const kept: Record<string, JsonValue> = {};
  for (const field of KEPT) if (person[field] !== undefined) kept[field] = person[field];
  for (const field of ACTIVITY_KEPT) if (activity[field] !== undefined) kept[field] = activity[field];
  if (person.characteristics !== undefined) kept.characteristics = person.characteristics;
  if (guaranteeYear11) kept.guaranteeYear11 = guaranteeYear11 as Record<string, string>;
  if (guaranteeYear12) kept.guaranteeYear12 = guaranteeYear12 as Record<string, string>;
  return { fields, kept };
}

function unreadable(
  person: NccisYoungPerson,
  { file, place, school, extensions }: YoungPersonRecordsOptions,
): YoungPersonRecords {
  const kept = extensions === undefined ? {} : { extensions };
  const record = {
    kind: 'unreadable' as const,
    key: place.path ?? `line ${place.line ?? 0}`,
    ...(school === undefined ? {} : { school }),
    provenance: { file, place },
    intended: 'pupil',
    raw: JSON.parse(JSON.stringify({ ...person, ...kept })) as JsonValue,
  };
  return {
    records: [record],
    issues: [nccisIssue('nccis-identity-missing', place, { record: recordReference(record) })],
  };
}
