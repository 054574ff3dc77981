import type { PupilWithRecords } from '@rollbook/loader';
import { isLaestab, type YouthParticipation } from '@rollbook/model';
import { attendedSchool } from '../snapshot/enrolment-on.js';
import { recordsOf } from '../snapshot/records-of.js';
import { isTellingActivity } from '../snapshot/sensitive-activities.js';
import { type EducationRow, listOf, type TrainingRow } from './starters-leavers-layouts.js';

export interface StartersLeaversOptions {
  /** First day, `YYYY-MM-DD`, of the starts and ends that are told. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  /** Rows of activities that tell of SEN or custody (460, 130, 290) are made only when it is `include`. */
  readonly telling?: 'include' | undefined;
  /** Children whose address is protected: no postcode. */
  readonly withholdAddress?: ((pupil: PupilWithRecords) => boolean) | undefined;
}

/**
 * Who began or ended at a school or college between two days, from their registrations and the activities of education: a row
 * for each, once for one school and start.
 */
export async function* educationRows(
  pupils: AsyncIterable<PupilWithRecords> | Iterable<PupilWithRecords>,
  options: StartersLeaversOptions,
): AsyncGenerator<EducationRow, void, undefined> {
  for await (const one of pupils) {
    const told = new Set<string>();
    const rows: EducationRow[] = [];
    const add = (dfeNumber: string | undefined, startDate?: string, endDate?: string): void => {
      const key = `${dfeNumber ?? ''} ${startDate ?? ''} ${endDate ?? ''}`;
      if (told.has(key) || !isWithin(startDate, endDate, options)) return;
      const open = rows.findIndex(
        (row) => row.dfeNumber === dfeNumber && row.startDate === startDate && row.endDate === undefined,
      );
      // The one that knows the end says more; one that doesn't says nothing new.
      if (open >= 0) rows.splice(open, 1);
      else if (
        endDate === undefined &&
        rows.some((row) => row.dfeNumber === dfeNumber && row.startDate === startDate)
      )
        return;
      told.add(key);
      rows.push(without({ ...person(one, options), dfeNumber, startDate, endDate }));
    };
    for (const enrolment of recordsOf(one.records, 'enrolment')) {
      if (enrolment.status === 'G') continue;
      const school = attendedSchool(enrolment);
      if (school !== undefined && isLaestab(school)) add(school, enrolment.entryDate, enrolment.leavingDate);
    }
    for (const { activity, establishment, startDate, endDate } of recordsOf(
      one.records,
      'youth-participation',
    ))
      if (
        (options.telling === 'include' || !isTellingActivity(activity)) &&
        listOf(activity) === 'education' &&
        establishment !== undefined &&
        isLaestab(establishment)
      )
        add(establishment, startDate, endDate);
    yield* rows;
  }
}

/** Who began or ended training or an apprenticeship between two days. */
export async function* trainingRows(
  pupils: AsyncIterable<PupilWithRecords> | Iterable<PupilWithRecords>,
  options: StartersLeaversOptions,
): AsyncGenerator<TrainingRow, void, undefined> {
  for await (const one of pupils) {
    for (const record of recordsOf(one.records, 'youth-participation')) {
      const { activity, startDate, endDate } = record;
      if (listOf(activity) !== 'training' || !isWithin(startDate, endDate, options)) continue;
      if (options.telling !== 'include' && isTellingActivity(activity)) continue;
      yield without({
        ...person(one, options),
        ukprn: ukprnOf(record),
        ...{ startDate, endDate },
        // The groups of One IYSS aren't public; NCCIS codes stand for them (unconfirmed).
        situationGroup: activity?.slice(0, 1).padEnd(3, '0'),
        situationSubGroup: activity,
      });
    }
  }
}

function ukprnOf({ establishment }: YouthParticipation): string | undefined {
  return establishment !== undefined && /^1\d{7}$/.test(establishment) ? establishment : undefined;
}

function person(one: PupilWithRecords, { withholdAddress }: StartersLeaversOptions) {
  const { forename, surname, birthDate, upn, address } = one.pupil;
  const postcode = withholdAddress?.(one) === true ? undefined : address?.postcode;
  return { forename, surname, birthDate, postcode, upn };
}

function isWithin(
  start: string | undefined,
  end: string | undefined,
  { from, to }: StartersLeaversOptions,
): boolean {
  return [start, end].some((day) => day !== undefined && from <= day && day <= to);
}

function without<T extends Record<string, string | undefined>>(row: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}
