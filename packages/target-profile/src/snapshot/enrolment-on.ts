import type { Enrolment } from '@rollbook/model';
import { compareText } from './records-of.js';

/** Main registrations before the others, a guest's last. */
const STATUS_ORDER: Readonly<Record<string, number>> = { F: 1, O: 1, S: 2, G: 3 };

/**
 * The enrolment that counts on a day (`YYYY-MM-DD`): entry and leaving day are both in it. One without an entry date
 * counts when the school calls it current; school history without a leaving date, and a previous registration (status P),
 * never. Of several a single or main registration comes first, then the latest entry, then the first key.
 */
export function enrolmentOn(enrolments: readonly Enrolment[], date: string): Enrolment | undefined {
  return enrolments
    .filter(({ current, status, entryDate, leavingDate }) => {
      if (status === 'P' || (leavingDate === undefined && current === false)) return false;
      if (entryDate === undefined ? current !== true : entryDate > date) return false;
      return leavingDate === undefined || leavingDate >= date;
    })
    .sort(
      (a, b) =>
        (STATUS_ORDER[a.status ?? ''] ?? 0) - (STATUS_ORDER[b.status ?? ''] ?? 0) ||
        compareText(b.entryDate, a.entryDate) ||
        compareText(a.key, b.key),
    )[0];
}

/** LAESTAB of the school attended: that of the enrolment, for a current one else that of the school that sent it. */
export function attendedSchool({ attended, school, current }: Enrolment): string | undefined {
  return attended ?? (current === false ? undefined : school);
}
