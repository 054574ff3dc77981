import { ageAtStartOfYear } from '@rollbook/model';
import { isOfReturn } from '../../census-return.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

const BOARDERS: ReadonlySet<string | undefined> = new Set(['B', '6', '7']);

/** Of returns alone, and in place of 2571 too. Age is that of 31 August before the year of the sessions. */
export const attendanceNotAsked = pupilRule({
  code: '2470',
  title: 'Return has attendance of a pupil who is under 4, over 15, or a boarder',
  severity: 'info',
  kinds: ['attendance-summary', 'pupil', 'enrolment'],
  fields: ['sessionsPossible', 'birthDate', 'boarder'],
  help: 'The census takes attendance of pupils from 4 to 15 who do not board.',
  source: census(2470),
  broken: (group, { academicYear }) => {
    const isBoarder = group
      .of('enrolment')
      .some(({ boarder, current }) => current !== false && BOARDERS.has(boarder));
    const birthDate = group.pupil?.birthDate;
    return group
      .of('attendance-summary')
      .filter((record) => {
        if (!isOfReturn(record)) return false;
        if (isBoarder) return true;
        const age =
          birthDate === undefined
            ? undefined
            : ageAtStartOfYear(birthDate, record.academicYear ?? academicYear);
        return age !== undefined && (age < 4 || age > 15);
      })
      .map((record) => ({ record }));
  },
});
