import { addDays, attendanceCount, isIsoDate, isoWeekday, type AttendanceMark } from '@rollbook/model';
import type { SessionFigures } from './report.js';

/** Days remembered: more than fifty years. Marks of further days are left out. */
const mostDays = 20_000;
/** Codes remembered of one half day; marks with further ones count as unknown. */
const mostCodes = 100;

interface HalfDay {
  readonly byCode: Map<string, { marks: number }>;
  lastCode: string;
  last: { marks: number };
}

interface Day {
  readonly AM: HalfDay;
  readonly PM: HalfDay;
}

type Counted = Record<'attended' | 'authorised' | 'unauthorised' | 'notPossible' | 'unknown', number>;

const FIELD_OF_COUNT = {
  attended: 'attended',
  authorised: 'authorised',
  unauthorised: 'unauthorised',
  'not-possible': 'notPossible',
} as const;

/**
 * Counts marks by day, half day and code as they pass. What a code counts as is asked once for a code and day, at
 * the end, since marks are most of what files hold.
 */
export class SessionTally {
  readonly #days = new Map<string, Day>();
  #lastDate = '';
  #lastDay: Day | undefined;

  add({ date, session, code }: AttendanceMark): void {
    if (date !== this.#lastDate) {
      this.#lastDate = date;
      this.#lastDay = this.#dayOf(date);
    }
    const half = this.#lastDay?.[session];
    if (half === undefined) return;
    if (code !== half.lastCode) {
      half.lastCode = code;
      half.last = countOf(half, code);
    }
    half.last.marks++;
  }

  #dayOf(date: string): Day | undefined {
    let day = this.#days.get(date);
    if (day === undefined && this.#days.size < mostDays)
      this.#days.set(date, (day = { AM: emptyHalfDay(), PM: emptyHalfDay() }));
    return day;
  }

  /** By week, weekday and session. Days that are none are left out. */
  figures(): SessionFigures[] {
    const figures: SessionFigures[] = [];
    for (const date of [...this.#days.keys()].filter(isIsoDate).sort()) {
      const weekday = isoWeekday(date);
      const week = addDays(date, 1 - weekday);
      for (const session of ['AM', 'PM'] as const) {
        const half = this.#days.get(date)?.[session];
        if (half === undefined || half.byCode.size === 0) continue;
        const counted: Counted = { attended: 0, authorised: 0, unauthorised: 0, notPossible: 0, unknown: 0 };
        for (const [code, { marks }] of half.byCode) {
          const count = attendanceCount(code, date);
          counted[count === undefined ? 'unknown' : FIELD_OF_COUNT[count]] += marks;
        }
        figures.push({ week, weekday, session, ...counted });
      }
    }
    return figures;
  }
}

function emptyHalfDay(): HalfDay {
  return { byCode: new Map(), lastCode: '', last: { marks: 0 } };
}

function countOf({ byCode }: HalfDay, code: string): { marks: number } {
  // The empty text is no code, and so stands for all that there was no room for.
  const known = byCode.get(code) ?? (byCode.size < mostCodes ? undefined : byCode.get(''));
  if (known !== undefined) return known;
  const made = { marks: 0 };
  byCode.set(byCode.size < mostCodes ? code : '', made);
  return made;
}
