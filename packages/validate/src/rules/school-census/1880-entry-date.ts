import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const entryDate = recordRule({
  code: '1880',
  title: 'Entry date of the current registration is missing or still to come',
  severity: 'query',
  kinds: ['enrolment'],
  fields: ['entryDate', 'current'],
  help: 'Ask the school for the day on which the pupil came on its roll.',
  source: census(1880),
  broken: ({ entryDate: entry, current }, { asOf }) =>
    current === true && (entry === undefined || entry > asOf),
});
