import { isOfReturn } from '../../census-return.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Of returns alone: other files tell of part-time pupils by other means, or not at all. */
export const partTimeMissing = recordRule({
  code: '1930',
  title: 'Nothing tells whether the pupil is part-time',
  severity: 'info',
  kinds: ['enrolment'],
  fields: ['partTime', 'current'],
  help: 'Ask the school for yes or no.',
  source: census(1930),
  broken: (record) => record.current === true && record.partTime === undefined && isOfReturn(record),
});
