import type { AttendanceMark, Exclusion } from '@rollbook/model';
import { isSuspension } from '../../exclusion-limits.js';
import { firstMark } from '../../marks.js';
import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** A first or last day holds a session only where the exclusion says with which it begins or ends. */
function holds(
  { startDate = '', startSession, endDate = '', endSession }: Exclusion,
  { date, session }: AttendanceMark,
): boolean {
  if (date < startDate || date > endDate) return false;
  if (date === startDate && (startSession === undefined || session < startSession)) return false;
  return date !== endDate || (endSession !== undefined && session <= endSession);
}

/** Told once a pupil; activities elsewhere may be the education the school must give from the sixth day. */
export const exclusionAttended = pupilRule({
  code: 'exclusion-attended',
  title: 'Pupil is marked present while suspended',
  severity: 'query',
  kinds: ['attendance-mark', 'exclusion'],
  fields: ['code', 'date'],
  help: 'Ask the school for the marks, and for the first and last session of the suspension.',
  source: byDefinition('exclusion'),
  broken: (group) => {
    const suspensions = group
      .of('exclusion')
      .filter((one) => isSuspension(one) && one.startDate !== undefined && one.endDate !== undefined);
    if (suspensions.length === 0) return undefined;
    const record = firstMark(
      group.of('attendance-mark'),
      (mark) =>
        (mark.code === '/' || mark.code === '\\' || mark.code === 'L') &&
        suspensions.some((one) => holds(one, mark)),
    );
    return record && { record };
  },
});
