import { addDays, isIsoDate, type YouthParticipation } from '@rollbook/model';
import { academicAgeOn } from './academic-age.js';
import { compareText } from './records-of.js';

/** The guarantee of those who leave year 11, or of those who leave year 12. */
export type GuaranteeYear = 11 | 12;

/** April to August, when this year's guarantee is made; from September to March last year's is followed up. */
function isMaking(date: string): boolean {
  const month = date.slice(5, 7);
  return month >= '04' && month <= '08';
}

/**
 * The guarantee that a return of that day must tell of, by academic age: from April to August those of years 11 and 12 for
 * their own year, from September to March those of years 12 and 13 for the year before. By rules 905 and 906 as the public
 * checker has them.
 */
export function guaranteeDueOn(birthDate: string | undefined, date: string): GuaranteeYear | undefined {
  const age = academicAgeOn(birthDate, date);
  if (age === 15) return isMaking(date) ? 11 : undefined;
  if (age === 16) return isMaking(date) ? 12 : 11;
  return age === 17 && !isMaking(date) ? 12 : undefined;
}

/** Which guarantee a status that stood on a day was of: the one due, else the next in year 11, the last in year 13. */
function guaranteeYearOf(birthDate: string | undefined, date: string): GuaranteeYear | undefined {
  const age = academicAgeOn(birthDate, date);
  return guaranteeDueOn(birthDate, date) ?? (age === 15 ? 11 : age === 17 ? 12 : undefined);
}

export interface GuaranteeStatuses {
  readonly year11?: string;
  readonly year12?: string;
  /** Records whose status belongs to neither. */
  readonly unplaced: readonly YouthParticipation[];
}

/**
 * September Guarantee statuses as known on a day (`YYYY-MM-DD`), from a history in which a record has one status and no
 * year (inferred): a status is taken to be that of the last day on which its record stood, before it ended or another
 * activity followed. Of several for one guarantee the latest counts. Records that start after the day don't.
 */
export function guaranteesOn(
  records: readonly YouthParticipation[],
  birthDate: string | undefined,
  date: string,
): GuaranteeStatuses {
  const begun = records
    .filter((record) => (record.startDate ?? record.dateAscertained ?? '') <= date)
    .sort((a, b) => compareText(a.startDate, b.startDate) || compareText(a.key, b.key));
  const statuses: { year11?: string; year12?: string } = {};
  const unplaced: YouthParticipation[] = [];
  for (const [i, record] of begun.entries()) {
    if (record.guaranteeStatus === undefined) continue;
    const next = begun
      .slice(i + 1)
      .find(({ startDate }) => compareText(startDate, record.startDate) > 0)?.startDate;
    const days = [
      date,
      record.endDate,
      next !== undefined && isIsoDate(next) ? addDays(next, -1) : undefined,
    ];
    const last = days.reduce((a, b) => (b !== undefined && (a === undefined || b < a) ? b : a)) ?? date;
    const year = guaranteeYearOf(birthDate, last);
    if (year === undefined) unplaced.push(record);
    else statuses[`year${year}`] = record.guaranteeStatus;
  }
  return { ...statuses, unplaced };
}
