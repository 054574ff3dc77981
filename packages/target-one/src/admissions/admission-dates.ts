import { addDays, isoWeekday } from '@rollbook/model';
import { isBankHoliday } from '@rollbook/validate';

export interface AdmissionDate {
  /** What happens. */
  readonly event: 'closing' | 'offers' | 'preference-return';
  readonly phase: 'secondary' | 'primary';
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** General practice, or said by some authorities only. */
  readonly unconfirmed?: true;
}

/**
 * Days of a round in England: closing 31 October and 15 January before the intake, offers on 1 March and 16 April or the next
 * working day (School Admissions Code; that of closing for secondary schools from general practice), the return of
 * preferences to the DfE about a week later (unconfirmed).
 */
export function admissionDates(intakeYear: number): readonly AdmissionDate[] {
  const secondary = workingDayFrom(`${intakeYear}-03-01`);
  const primary = workingDayFrom(`${intakeYear}-04-16`);
  return [
    { event: 'closing', phase: 'secondary', day: `${intakeYear - 1}-10-31`, unconfirmed: true },
    { event: 'closing', phase: 'primary', day: `${intakeYear}-01-15` },
    { event: 'offers', phase: 'secondary', day: secondary },
    { event: 'offers', phase: 'primary', day: primary },
    { event: 'preference-return', phase: 'secondary', day: addDays(secondary, 7), unconfirmed: true },
    { event: 'preference-return', phase: 'primary', day: addDays(primary, 7), unconfirmed: true },
  ];
}

/** The day, or the next that is no Saturday, Sunday or bank holiday of England. */
export function workingDayFrom(day: string): string {
  let found = day;
  for (;;) {
    if (isoWeekday(found) <= 5 && !isBankHoliday(found)) return found;
    found = addDays(found, 1);
  }
}
