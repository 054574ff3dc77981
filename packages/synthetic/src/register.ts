import { epochDay } from '@rollbook/model';
import { makeMarks } from './attendance-marks.js';
import { replaceSums, sumMarks } from './attendance-sums.js';
import { dayNumber, isoDay } from './days.js';
import type { PupilDraft } from './draft.js';
import { makeExclusions, type PupilExclusions } from './exclusions.js';
import type { SchoolOptions } from './options.js';
import { Random } from './random.js';
import { schoolDaysBetween } from './school-calendar.js';
import { SchoolEvents } from './school-events.js';

/** Streams of their own, so that the other records of a pupil are the same with marks and exclusions or without. */
const ATTENDANCE_STREAM = 3;
const EXCLUSION_STREAM = 4;

const NO_EXCLUSIONS: PupilExclusions = { exclusions: [], suspended: new Set() };
/** White Gypsy or Roma, and Traveller of Irish heritage. */
const TRAVELLERS: ReadonlySet<string | undefined> = new Set(['WROM', 'WIRT']);

/**
 * First day of compulsory school age: the day after the 31 December, 31 March or 31 August on or after the fifth birthday
 * (Education Act 1996, section 8).
 */
export function compulsoryFrom(birthDay: number): number {
  const [year, month] = isoDay(birthDay).split('-').map(Number) as [number, number];
  const fifth = year + 5;
  if (month <= 3) return dayNumber(fifth, 4, 1);
  return month <= 8 ? dayNumber(fifth, 9, 1) : dayNumber(fifth + 1, 1, 1);
}

interface Registered {
  /** Year group at the export, as a number; 0 is Reception. */
  readonly yearIndex: number;
  readonly birthDay: number;
}

/** Puts session marks and exclusions into drafts, where the options ask for them. */
export class Register {
  readonly #events: SchoolEvents;
  readonly #from: number;
  readonly #to: number;

  /** @param school the school year of the export, by the year it starts in, and the day of the export as a number */
  constructor(
    private readonly options: SchoolOptions,
    private readonly school: { readonly academicYear: number; readonly today: number },
  ) {
    const { attendance, seed } = options;
    this.#events = new SchoolEvents(seed);
    this.#from = attendance === undefined ? school.today - 364 : epochDay(attendance.from);
    this.#to = attendance === undefined ? school.today : epochDay(attendance.to);
  }

  /** Adds to a draft that has no faults yet. */
  add(draft: PupilDraft, { yearIndex, birthDay }: Registered): void {
    const { attendance, exclusions, seed } = this.options;
    const enrolment = draft.enrolments.find(({ current }) => current);
    if ((attendance === undefined && exclusions !== true) || enrolment?.entryDate === undefined) return;
    const years = schoolDaysBetween(Math.max(this.#from, epochDay(enrolment.entryDate)), this.#to);
    const yearIndexIn = (academicYear: number) =>
      Math.max(0, yearIndex - (this.school.academicYear - academicYear));

    const excluded =
      exclusions === true
        ? makeExclusions(new Random(seed, EXCLUSION_STREAM, draft.index), years, yearIndexIn)
        : NO_EXCLUSIONS;
    draft.exclusions = excluded.exclusions;
    if (attendance === undefined) return;
    draft.marks = makeMarks(
      new Random(seed, ATTENDANCE_STREAM, draft.index),
      {
        yearIndexIn,
        absenceRate: absenceRate(draft),
        status: enrolment.status,
        traveller: TRAVELLERS.has(draft.pupil.ethnicity),
        compulsoryFrom: compulsoryFrom(birthDay),
        suspended: excluded.suspended,
      },
      years,
      this.#events,
    );
    draft.attendance = replaceSums(draft.attendance, sumMarks(draft.marks));
  }
}

/** What is missed for study leave and reduced timetables comes on top of what is drawn by this rate. */
const OTHER_ABSENCE = 0.92;

/** Share of sessions missed in the sums that are there already, so that a pupil's years are alike. */
function absenceRate({ attendance }: PupilDraft): number {
  let possible = 0;
  let attended = 0;
  for (const { sessionsPossible = 0, sessionsAttended = 0 } of attendance) {
    possible += sessionsPossible;
    attended += sessionsAttended;
  }
  return possible === 0 ? 0.05 : Math.min(0.4, OTHER_ABSENCE * (1 - attended / possible));
}
