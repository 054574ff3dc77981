import { addDays, isIsoDate, nccisActivities, type YouthParticipation } from '@rollbook/model';
import { compareText } from './records-of.js';

/** Groups of codes that say that nobody knows: they give way to any activity that starts on the same day. */
const NOT_KNOWN: ReadonlySet<string> = new Set(['150', '810', '820', '830']);
const NEET_GROUPS: ReadonlySet<string> = new Set(['neet-available', 'neet-not-available']);

/** Not in education, employment or training: 540, 610 to 619 and 620 to 680 as far as they are codes. */
export function isNeetCode(code: string): boolean {
  const found = nccisActivities.lookup(code);
  return 'entry' in found && found.entry.group !== undefined && NEET_GROUPS.has(found.entry.group);
}

/** The day by which an activity had certainly begun: its start, for want of which the day it was first recorded. */
function begunBy({ startDate, dateAscertained }: YouthParticipation): string | undefined {
  return startDate ?? dateAscertained;
}

/** True for an activity of which nothing says when it had begun: it can't be placed on any day. */
export function isUndated(record: YouthParticipation): boolean {
  return record.activity !== undefined && begunBy(record) === undefined;
}

/**
 * True for a record that says where someone was on the day and not what they did, as lists of starters and leavers do:
 * it is no activity of the return.
 */
export function isUncoded(record: YouthParticipation, date: string): boolean {
  const begun = begunBy(record);
  if (record.activity !== undefined || record.establishment === undefined) return false;
  return (begun === undefined || begun <= date) && (record.endDate === undefined || record.endDate >= date);
}

/** Below 0 when `a` is the better of two activities that run on one day. What `key` decides is a tie. */
function rank(a: YouthParticipation, b: YouthParticipation): number {
  return (
    compareText(b.startDate, a.startDate) ||
    Number(NOT_KNOWN.has(a.activity ?? '')) - Number(NOT_KNOWN.has(b.activity ?? '')) ||
    compareText(b.dateAscertained, a.dateAscertained)
  );
}

/** True when two activities differ and no rule but the order of their keys chooses between them. */
export function isTied(a: YouthParticipation, b: YouthParticipation): boolean {
  return rank(a, b) === 0 && (a.activity !== b.activity || a.establishment !== b.establishment);
}

/**
 * Every activity that runs on a day (`YYYY-MM-DD`), the primary one first. Start and end days are both in it; one without
 * an end runs on. A record without an activity code is none, and one that starts after the day never counts.
 *
 * Of several, as when the one before was never closed, the primary is, in this order: the one that started last (one
 * without a start, placed by the day it was first recorded, comes after all that have one); of the same day, a known one
 * before 150, 810, 820 and 830; then the one that was recorded last; then that with the first key, so that the answer is
 * the same whatever the order of the records.
 *
 * @throws RangeError when `date` is no day.
 */
export function activitiesOn(records: readonly YouthParticipation[], date: string): YouthParticipation[] {
  if (!isIsoDate(date)) throw new RangeError('A snapshot is of a day, YYYY-MM-DD.');
  return records
    .filter((record) => {
      const begun = begunBy(record);
      if (record.activity === undefined || begun === undefined || begun > date) return false;
      return record.endDate === undefined || record.endDate >= date;
    })
    .sort((a, b) => rank(a, b) || compareText(a.key, b.key));
}

/** The one primary activity on a day, by the rules of {@link activitiesOn}; undefined when none runs. */
export function activityOn(
  records: readonly YouthParticipation[],
  date: string,
): YouthParticipation | undefined {
  return activitiesOn(records, date)[0];
}

/**
 * The day on which the young person became NEET: the start of the first of the NEET activities that follow one another
 * without a gap up to the one of the day. Undefined when the activity of the day is not NEET or has no start.
 *
 * @throws RangeError when `date` is no day.
 */
export function neetStartOn(records: readonly YouthParticipation[], date: string): string | undefined {
  let start: string | undefined;
  let day = date;
  for (;;) {
    const activity = activityOn(records, day);
    if (activity?.activity === undefined || !isNeetCode(activity.activity)) return start;
    // A start that is no day of the calendar leads nowhere further.
    if (activity.startDate === undefined || !isIsoDate(activity.startDate))
      return start ?? activity.startDate;
    start = activity.startDate;
    day = addDays(start, -1);
    if (!isIsoDate(day)) return start;
  }
}
