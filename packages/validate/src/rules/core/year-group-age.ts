import { academicYearOf, ageAtStartOfYear, expectedAge } from '@rollbook/model';
import { currentEnrolments } from '../../current-enrolments.js';
import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';
import { yearsOff } from '../../years-off.js';

/** Years in which a year more or less is usual: nurseries take in termly, sixth formers retake. */
const LOOSE = new Set(['E1', 'E2', 'N1', 'N2', '12', '13', '14']);

/** MIS move pupils up between the end of term and 31 August. */
function isMovingUp(date: string): boolean {
  const month = date.slice(5, 7);
  return month === '07' || month === '08';
}

/** A query: pupils are taught out of year by agreement. From two years on it is the DfE's rule 2020, told there. */
export const yearGroupAge = pupilRule({
  code: 'year-group-age',
  title: 'Year group does not fit the pupil’s age',
  severity: 'query',
  kinds: ['enrolment', 'pupil'],
  fields: ['yearGroup', 'birthDate'],
  help: 'Ask the school whether the pupil is taught out of year; if not, year group or date of birth is wrong.',
  source: byDefinition('year group by age on 31 August'),
  broken: (group, { asOf }) => {
    const birthDate = group.pupil?.birthDate;
    if (birthDate === undefined) return undefined;
    const ageIn = ageAtStartOfYear(birthDate, academicYearOf(asOf));
    if (ageIn === undefined) return undefined;
    return currentEnrolments(group, asOf)
      .filter((record) => {
        const { yearGroup } = record;
        const expected = yearGroup === undefined ? undefined : expectedAge(yearGroup);
        if (yearGroup === undefined || expected === undefined) return false;
        const slack = LOOSE.has(yearGroup) ? 1 : 0;
        const oldest = isMovingUp(asOf) ? ageIn + 1 : ageIn;
        if (oldest + slack >= expected.min && ageIn - slack <= expected.max) return false;
        return (yearsOff(record, birthDate, asOf) ?? 0) < 2;
      })
      .map((record) => ({ record }));
  },
});
