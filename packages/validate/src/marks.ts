import type { AttendanceMark } from '@rollbook/model';

function isBefore(a: AttendanceMark, b: AttendanceMark): boolean {
  return a.date < b.date || (a.date === b.date && a.session < b.session);
}

/** The first in time of the marks that a test picks; undefined when it picks none. */
export function firstMark(
  marks: readonly AttendanceMark[],
  picks: (mark: AttendanceMark) => boolean,
): AttendanceMark | undefined {
  let first: AttendanceMark | undefined;
  for (const mark of marks) {
    if (picks(mark) && (first === undefined || isBefore(mark, first))) first = mark;
  }
  return first;
}

/** The marks in the order of their sessions: the list itself when it is so already, else a sorted copy. */
export function inOrder(marks: readonly AttendanceMark[]): readonly AttendanceMark[] {
  for (let i = 1; i < marks.length; i++) {
    if (isBefore(marks[i] as AttendanceMark, marks[i - 1] as AttendanceMark)) {
      return [...marks].sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : a.key < b.key ? -1 : 1));
    }
  }
  return marks;
}
