import { ageOn } from '@rollbook/model';
import { isBlank } from '../../blank.js';
import { currentEnrolments } from '../../current-enrolments.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Information: few files but the census carry the ULN. */
export const ulnMissingLeaver = pupilRule({
  code: '1573',
  title: 'Pupil aged 14 or over on the day of leaving has no unique learner number',
  severity: 'info',
  kinds: ['pupil', 'enrolment'],
  fields: ['uln', 'birthDate', 'leavingDate'],
  help: 'The school gets the ULN from the Learning Records Service.',
  source: census(1573),
  broken: (group, { asOf }) => {
    const { pupil } = group;
    if (pupil?.birthDate === undefined || !isBlank(pupil.uln)) return undefined;
    let left = '';
    for (const { leavingDate = '' } of group.of('enrolment')) if (leavingDate > left) left = leavingDate;
    // Whoever is on the roll has rule 1570.
    if (left === '' || currentEnrolments(group, asOf).length > 0) return undefined;
    return ageOn(pupil.birthDate, left) >= 14 ? { record: pupil } : undefined;
  },
});
