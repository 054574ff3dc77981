import { addDays, epochDay, isoWeekday } from '@rollbook/model';

export interface MarkOfString {
  readonly date: string;
  readonly session: 'AM' | 'PM';
  readonly code: string;
}

export interface MarksOfString {
  readonly marks: readonly MarkOfString[];
  /** False when the string is not as long as the days up to `endDate` ask for. */
  readonly fits: boolean;
}

/** Two letters of a code can't stand in a string of single characters; between separators they can. */
function tokens(codes: string): string[] {
  const parts = codes.trim().split(/[\s,;]+/);
  return parts.length > 2 && parts.every((part) => part.length <= 3) ? parts : Array.from(codes);
}

const LONGEST_STRING = 2_000;

/**
 * The sessions that a string of marks covers: two a day from `startDate`, morning first, over every day of the
 * calendar or over Mondays to Fridays. With an end date the way that fits is taken, `days` when both do. A space is
 * no session's mark and gives none.
 */
export function readMarkString(
  codes: string,
  startDate: string,
  options: {
    readonly endDate?: string | undefined;
    readonly startSession?: 'AM' | 'PM' | undefined;
    readonly days: 'calendar' | 'weekdays';
  },
): MarksOfString {
  const list = tokens(codes.slice(0, LONGEST_STRING));
  const { endDate, startSession = 'AM' } = options;
  let { days } = options;
  let fits = codes.length <= LONGEST_STRING;
  const offset = startSession === 'AM' ? 0 : 1;
  if (endDate !== undefined && endDate >= startDate && epochDay(endDate) - epochDay(startDate) < 1_000) {
    const calendar = (epochDay(endDate) - epochDay(startDate) + 1) * 2 - offset;
    let weekdays = -offset;
    for (let day = startDate; day <= endDate; day = addDays(day, 1)) if (isoWeekday(day) < 6) weekdays += 2;
    const near = (sessions: number): boolean => list.length === sessions || list.length === sessions - 1;
    if (days === 'calendar' && !near(calendar) && near(weekdays)) days = 'weekdays';
    else if (days === 'weekdays' && !near(weekdays) && near(calendar)) days = 'calendar';
    else fits = near(calendar) || near(weekdays);
  }
  const marks: MarkOfString[] = [];
  let date = startDate;
  let session: 'AM' | 'PM' = startSession;
  const skipWeekend = (): void => {
    while (days === 'weekdays' && isoWeekday(date) > 5) date = addDays(date, 1);
  };
  skipWeekend();
  for (const code of list) {
    if (code.trim() !== '') marks.push({ date, session, code });
    if (session === 'AM') session = 'PM';
    else {
      session = 'AM';
      date = addDays(date, 1);
      skipWeekend();
    }
  }
  return { marks, fits };
}
