import { academicYearOf, ageOn } from '@rollbook/model';
import { firstMark } from '../../marks.js';
import { pupilRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** In the pandemic X stood for pupils of any age. */
const SINCE = '2022-09-01';

/** Told once a pupil, from the sixth birthday to year 10: at both ends compulsory age depends on the day. */
export const attendanceCompulsoryAge = pupilRule({
  code: 'attendance-compulsory-age',
  title: 'Pupil of compulsory school age is marked as not required to attend',
  severity: 'query',
  kinds: ['attendance-mark', 'pupil'],
  fields: ['code', 'date'],
  help: 'Ask the school for the right mark, or for the date of birth.',
  source: ownRule('DfE, Working together to improve school attendance', 'code X'),
  broken: (group) => {
    const birthDate = group.pupil?.birthDate;
    if (birthDate === undefined) return undefined;
    const record = firstMark(
      group.of('attendance-mark'),
      ({ code, date }) =>
        code === 'X' &&
        date >= SINCE &&
        ageOn(birthDate, date) >= 6 &&
        ageOn(birthDate, `${academicYearOf(date)}-08-31`) < 15,
    );
    return record && { record };
  },
});
