import { addDays, isIsoDate, isLaestab, type Enrolment, type YouthParticipation } from '@rollbook/model';
import type { NccisActivityFields } from '../nccis/young-person.js';
import { academicAgeOn } from './academic-age.js';
import { neetStartOn } from './activity-on.js';
import { attendedSchool } from './enrolment-on.js';
import { compareText } from './records-of.js';

/** Establishment number for no establishment, after the LA's number (rule 228). */
const NONE = '9999';
/** Educated at home, and not registered anywhere. */
const WITHOUT_ESTABLISHMENT: ReadonlySet<string> = new Set(['120', '140']);

/** What the return says of a provider, by what the record names: LAESTAB, UKPRN, or only a name (`named`). */
function establishmentFields(
  establishment: string | undefined,
  enrolments: readonly Enrolment[],
): { readonly fields: NccisActivityFields; readonly named: boolean } {
  if (establishment === undefined) return { fields: {}, named: false };
  if (/^1\d{7}$/.test(establishment))
    return { fields: { ukProviderReferenceNumber: establishment }, named: false };
  if (!isLaestab(establishment)) return { fields: { establishmentName: establishment }, named: true };
  const name = enrolments.find(
    (enrolment) => attendedSchool(enrolment) === establishment && enrolment.attendedName !== undefined,
  )?.attendedName;
  return {
    fields: { establishmentNumber: establishment, ...(name !== undefined && { establishmentName: name }) },
    named: false,
  };
}

/** What {@link activityFields} needs beside the record. */
export interface ActivityContext {
  /** Day of the snapshot. */
  readonly date: string;
  /** All of the pupil's, for the start of being NEET. */
  readonly history: readonly YouthParticipation[];
  readonly enrolments: readonly Enrolment[];
  readonly leadLa: string | undefined;
}

/**
 * An activity of the history as `Activities/Cohort`. Lapsed is Y when the day it was due to lapse lies before the day of
 * the snapshot, else N (rules 231, 232). For one who is NEET the day it began is found in the history. At home and not
 * registered have the LA's number and 9999 for an establishment. `named` says that the establishment is no number.
 */
export function activityFields(
  record: YouthParticipation,
  context: ActivityContext,
): { readonly fields: NccisActivityFields; readonly named: boolean } {
  const { date, leadLa } = context;
  const begun = context.enrolments.filter(({ entryDate }) => entryDate === undefined || entryDate <= date);
  const { fields: place, named } = establishmentFields(record.establishment, begun);
  const none = record.establishment === undefined && WITHOUT_ESTABLISHMENT.has(record.activity ?? '');
  const fields: NccisActivityFields = {
    activityCode: record.activity,
    startDate: record.startDate,
    dateAscertained: record.dateAscertained,
    dueToLapseDate: record.dueToLapseDate,
    currencyLapsed: record.dueToLapseDate !== undefined && record.dueToLapseDate < date ? 'Y' : 'N',
    ...place,
    ...(none && leadLa !== undefined && { establishmentNumber: leadLa + NONE }),
    neetStartDate: neetStartOn(context.history, date),
    predictedEndDate: record.predictedEndDate,
  };
  return { fields: told(fields), named };
}

/**
 * “Not known” from the day after the last activity ended: 150 in the final compulsory year, 810 after it. Undefined when no
 * activity has ended by then. So it is done with starters and leavers: an end date closes the activity and an unknown one
 * follows.
 */
export function notKnownAfter(
  history: readonly YouthParticipation[],
  birthDate: string | undefined,
  date: string,
): NccisActivityFields | undefined {
  const last = history
    .filter(
      ({ activity, startDate, endDate }) =>
        activity !== undefined && (startDate ?? '') <= date && endDate !== undefined && endDate < date,
    )
    .map(({ endDate }) => endDate)
    .sort(compareText)
    .at(-1);
  if (last === undefined || !isIsoDate(last)) return undefined;
  const start = addDays(last, 1);
  const age = academicAgeOn(birthDate, date);
  return {
    activityCode: age !== undefined && age <= 15 ? '150' : '810',
    startDate: start,
    dateAscertained: start,
    currencyLapsed: 'N',
  };
}

/**
 * The activity that an enrolment at a school stands for: 110 up to academic age 15, from 1 September of the school year or
 * the entry if that is later (rule 909); after that 210, school sixth form, from 1 September of year 12 or the entry. Verified
 * on the day the school's file was written. Undefined for colleges, other providers and guests, whose activity isn't told by
 * that, and without an entry date or age.
 */
export function activityOfEnrolment(
  enrolment: Enrolment,
  birthDate: string | undefined,
  date: string,
): NccisActivityFields | undefined {
  const age = academicAgeOn(birthDate, date);
  const { entryDate, status = 'C' } = enrolment;
  const school = attendedSchool(enrolment);
  if (age === undefined || age > 18 || entryDate === undefined || school === undefined) return undefined;
  if (!['C', 'M', 'S'].includes(status) || !isLaestab(school)) return undefined;
  const schoolYear = Number(date.slice(0, 4)) - (date.slice(5) < '09-01' ? 1 : 0);
  const from = `${age <= 15 ? schoolYear : schoolYear - (age - 16)}-09-01`;
  const startDate = entryDate > from ? entryDate : from;
  const written = enrolment.provenance.file.createdAt?.slice(0, 10);
  return told({
    activityCode: age <= 15 ? '110' : '210',
    startDate,
    dateAscertained: startDate,
    dateVerified: written !== undefined && written >= startDate && written <= date ? written : undefined,
    currencyLapsed: 'N',
    establishmentNumber: school,
    establishmentName: enrolment.attendedName,
  });
}

function told(fields: {
  [K in keyof NccisActivityFields]: NccisActivityFields[K] | undefined;
}): NccisActivityFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
