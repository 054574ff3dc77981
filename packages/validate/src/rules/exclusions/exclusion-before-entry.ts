import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const exclusionBeforeEntry = pupilRule({
  code: 'exclusion-before-entry',
  title: 'Exclusion begins before the pupil came to the school',
  severity: 'query',
  kinds: ['exclusion', 'enrolment'],
  fields: ['startDate'],
  help: 'Ask the school for the entry date; the exclusion may be of the school before.',
  source: byDefinition('exclusion'),
  broken: (group) => {
    const registered = group.of('enrolment').filter(({ current }) => current === true);
    if (registered.length === 0) return undefined;
    return group
      .of('exclusion')
      .filter(
        ({ startDate, attended }) =>
          startDate !== undefined &&
          attended === undefined &&
          registered.every(({ entryDate }) => entryDate !== undefined && startDate < entryDate),
      )
      .map((record) => ({ record }));
  },
});
