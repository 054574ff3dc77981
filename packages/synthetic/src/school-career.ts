import type { AttendanceSummary, Enrolment } from '@rollbook/model';
import { firstDayOfYear, isoDay, lastDayOfYear } from './days.js';
import type { Fields } from './draft.js';
import { feederEstablishment } from './identifiers.js';
import { schoolName } from './places.js';
import { type Random, Weighted } from './random.js';

/** The school and its day of export, as what is known of a pupil depends on them. */
export interface CareerContext {
  readonly la: string;
  /** LA number in UPNs, and of authorities that care. */
  readonly upnLa: string;
  readonly establishment: string;
  readonly laestab: string;
  readonly schoolName: string;
  readonly urn: string;
  readonly phase: 'primary' | 'secondary' | 'all-through';
  /** The school year of the export, by the year it starts in. */
  readonly academicYear: number;
  /** Day number of the export. */
  readonly today: number;
}

/** A stay at one school: from and to as day numbers, `to` absent while it lasts. */
export interface Stay {
  /** 0 is the school itself. */
  readonly feeder: number;
  readonly secondary: boolean;
  readonly from: number;
  readonly to?: number;
  /** A phase transfer, or a move during a phase. */
  readonly reason?: 'PM' | 'IM';
}

const STATUSES = new Weighted([
  ['C', 975],
  ['M', 14],
  ['S', 8],
  ['G', 3],
]);
const HOUSES = ['Austen', 'Brunel', 'Curie', 'Darwin'];

/** Numbers of the schools that secondary pupils move from within the phase: establishments 4001 to 4020. */
const FIRST_OTHER_SECONDARY = 2001;
const LAST_OTHER_SECONDARY = 2020;

/** A day of the school year that starts in `year` on which a pupil may move; no weekend, not after today. */
function dayOfMove(random: Random, year: number, today: number): number {
  const last = Math.min(lastDayOfYear(year) - 30, today - 7);
  const first = Math.min(firstDayOfYear(year) + 14, last);
  const day = random.between(first, last);
  const weekday = day % 7;
  // 2 is a Saturday, 3 a Sunday: the Friday before
  return weekday === 2 ? day - 1 : weekday === 3 ? day - 2 : day;
}

/**
 * The schools a pupil has been to, oldest first; the last is the school itself.
 *
 * @param firstYear the school year in which the pupil was first on a roll in England
 * @param reception the school year in which the pupil was or would have been in Reception
 * @param feeder the school that gave the UPN, 0 for the school itself
 */
export function makeStays(
  random: Random,
  context: CareerContext,
  { firstYear, reception, feeder }: { firstYear: number; reception: number; feeder: number },
): Stay[] {
  const { academicYear, today } = context;
  const secondary = context.phase === 'secondary';
  const arrivedLate = firstYear > reception;
  const begin = arrivedLate ? dayOfMove(random, firstYear, today) : firstDayOfYear(firstYear);
  if (feeder === 0) return [{ feeder, secondary, from: begin }];

  const transfer = reception + 7;
  const stays: Stay[] = [];
  let from = begin;
  if (secondary && firstYear < transfer) {
    stays.push({ feeder, secondary: false, from: begin, to: lastDayOfYear(transfer - 1), reason: 'PM' });
    from = firstDayOfYear(transfer);
    if (academicYear > transfer && random.chance(0.12)) {
      const move = dayOfMove(random, random.between(transfer, academicYear - 1), today);
      stays.push({
        feeder: random.between(FIRST_OTHER_SECONDARY, LAST_OTHER_SECONDARY),
        secondary: true,
        from,
        to: move - 1,
        reason: 'IM',
      });
      from = move;
    }
  } else if (academicYear === firstYear) {
    // Only just in Reception, with the number of another school: there was a nursery class before
    stays.push({
      feeder,
      secondary,
      from: firstDayOfYear(firstYear - 1),
      to: lastDayOfYear(firstYear - 1),
      reason: 'IM',
    });
    from = begin;
  } else {
    const move = dayOfMove(random, random.between(firstYear, academicYear), today);
    // No stay may end before it began, when someone arrived and moved on within a year
    const to = Math.max(move - 1, begin + 7);
    const late = to >= today;
    if (!late) {
      const seniorFeeder = secondary || to >= firstDayOfYear(transfer);
      stays.push({ feeder, secondary: seniorFeeder, from: begin, to, reason: 'IM' });
      from = to + 1;
    }
  }
  stays.push({ feeder: 0, secondary, from });
  return stays;
}

function laestabOf(stay: Stay, context: CareerContext): string {
  return context.la + feederEstablishment(stay.feeder, context.establishment);
}

/** The registrations of a pupil: the present one first, then the history, newest first. */
export function makeEnrolments(
  random: Random,
  context: CareerContext,
  stays: readonly Stay[],
  pupil: { index: number; yearGroup: string },
): Fields<Enrolment>[] {
  return [...stays].reverse().map((stay, age): Fields<Enrolment> => {
    const place = { attended: laestabOf(stay, context), entryDate: isoDay(stay.from) };
    if (stay.to === undefined) {
      return {
        ...place,
        attendedName: context.schoolName,
        current: true,
        status: STATUSES.pick(random),
        yearGroup: pupil.yearGroup,
        registrationGroup: pupil.yearGroup + 'ABCDEF'.charAt(random.below(6)),
        house: random.pick(HOUSES),
        admissionNumber: String(pupil.index + 1).padStart(6, '0'),
        boarder: 'N',
        partTime: false,
      };
    }
    return {
      ...place,
      attendedName: schoolName(stay.feeder, stay.secondary ? 'Secondary' : 'Primary'),
      current: false,
      leavingDate: isoDay(stay.to),
      ...(stay.reason === undefined ? {} : { leavingReason: stay.reason }),
      lastSchool: age === 1,
    };
  });
}

/** School days in a school year, and so its share of the days from its first day to its last. */
const SCHOOL_DAYS = 190;

/**
 * Sums of sessions for each of the last `years` school years and school, oldest first. Present, authorised and
 * unauthorised add up to the sessions possible.
 */
export function makeAttendance(
  random: Random,
  context: CareerContext,
  stays: readonly Stay[],
  years: number,
): Fields<AttendanceSummary>[] {
  const summaries: Fields<AttendanceSummary>[] = [];
  // One pupil in five is persistently absent: misses a tenth or more
  const habit = random.chance(0.2) ? 0.75 + 0.15 * random.fraction() : 0.91 + 0.085 * random.fraction();
  for (let year = context.academicYear - years + 1; year <= context.academicYear; year++) {
    const first = firstDayOfYear(year);
    const last = lastDayOfYear(year);
    for (const stay of stays) {
      const from = Math.max(first, stay.from);
      const to = Math.min(last, stay.to ?? last, context.today - 1);
      const days = Math.floor(((to - from + 1) * SCHOOL_DAYS) / (last - first + 1));
      if (days < 1) continue;
      const possible = 2 * days;
      const absent = Math.min(
        possible,
        Math.round(possible * Math.max(0, 1 - habit + 0.03 * (random.fraction() - 0.5))),
      );
      const unauthorised = Math.round(absent * 0.5 * random.fraction());
      summaries.push({
        academicYear: year,
        ...(stay.feeder === 0 ? {} : { attended: laestabOf(stay, context) }),
        sessionsPossible: possible,
        sessionsAttended: possible - absent,
        sessionsAuthorised: absent - unauthorised,
        sessionsUnauthorised: unauthorised,
      });
    }
  }
  return summaries;
}
