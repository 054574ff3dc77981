import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

export const exclusionAfterLeaving = pupilRule({
  code: '2303',
  title: 'Exclusion begins after the pupil had left the school',
  severity: 'query',
  kinds: ['exclusion', 'enrolment'],
  fields: ['startDate', 'leavingDate'],
  help: 'Ask the school for the leaving date and the first day of the exclusion.',
  source: census(2303),
  broken: (group) => {
    const registered = group.of('enrolment').filter(({ current }) => current === true);
    if (registered.length === 0) return undefined;
    return group
      .of('exclusion')
      .filter(
        ({ startDate, attended }) =>
          startDate !== undefined &&
          attended === undefined &&
          registered.every(({ leavingDate }) => leavingDate !== undefined && leavingDate < startDate),
      )
      .map((record) => ({ record }));
  },
});
