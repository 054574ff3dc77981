import { isOfReturn } from '../../census-return.js';
import { currentEnrolments } from '../../current-enrolments.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Of returns alone: many extracts carry no addresses. */
export const addressMissing = pupilRule({
  code: '2355',
  title: 'Pupil on roll has no address',
  severity: 'query',
  kinds: ['pupil', 'enrolment'],
  fields: ['address'],
  help: 'Ask the school for the address, or for the reason why there is none.',
  source: census(2355),
  broken: (group, { asOf }) => {
    const { pupil } = group;
    if (pupil === undefined || pupil.address !== undefined || !isOfReturn(pupil)) return undefined;
    return currentEnrolments(group, asOf).length > 0 ? { record: pupil } : undefined;
  },
});
