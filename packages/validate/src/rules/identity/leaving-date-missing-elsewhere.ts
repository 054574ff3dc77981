import { registrationsAtSeveral } from '../../across-schools.js';
import { storeRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const leavingDateMissingElsewhere = storeRule({
  code: 'leaving-date-missing-elsewhere',
  title: 'Pupil has a single registration here and a later one at another school',
  severity: 'query',
  kinds: ['enrolment'],
  fields: ['leavingDate', 'entryDate', 'status', 'current'],
  by: 'upn',
  help: 'Ask the earlier school for the leaving date, or both for the status of a dual registration.',
  source: byDefinition('enrolment'),
  broken: (person, { asOf }) => {
    const single = registrationsAtSeveral(person, asOf).filter(({ status }) => status === 'C');
    return single
      .filter(({ school, entryDate }) =>
        single.some(
          (other) =>
            other.school !== school &&
            other.entryDate !== undefined &&
            entryDate !== undefined &&
            other.entryDate > entryDate,
        ),
      )
      .map((record) => ({ record }));
  },
});
