import { ageAtStartOfYear } from '@rollbook/model';
import { currentEnrolments } from '../../current-enrolments.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Age on 31 August before the school year, as the census counts it. */
export const partTimeAge = pupilRule({
  code: '1940',
  title: 'Pupil aged 5 to 15 is shown as part-time',
  severity: 'query',
  kinds: ['enrolment', 'pupil'],
  fields: ['partTime'],
  help: 'Pupils of compulsory school age are full-time; a reduced timetable is told by attendance codes.',
  source: census(1940),
  broken: (group, { asOf, academicYear }) => {
    const birthDate = group.pupil?.birthDate;
    const age = birthDate === undefined ? undefined : ageAtStartOfYear(birthDate, academicYear);
    if (age === undefined || age < 5 || age > 15) return undefined;
    return currentEnrolments(group, asOf)
      .filter(({ partTime }) => partTime === true)
      .map((record) => ({ record }));
  },
});
