import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const partTimeBoarder = recordRule({
  code: '1950',
  title: 'Part-time pupil is shown as a boarder',
  severity: 'query',
  kinds: ['enrolment'],
  fields: ['boarder', 'partTime'],
  help: 'Ask the school which of the two is right.',
  source: census(1950),
  broken: ({ boarder, partTime }) => partTime === true && boarder !== undefined && boarder !== 'N',
});
