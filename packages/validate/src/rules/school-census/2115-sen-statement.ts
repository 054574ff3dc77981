import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Statements of SEN had been moved to EHC plans by 31 March 2018. */
export const senStatement = recordRule({
  code: '2115',
  title: 'SEN provision S (statement) is no longer in use',
  severity: 'query',
  kinds: ['sen-provision'],
  fields: ['provision', 'endDate'],
  validFrom: '2018-04-01',
  help: 'Ask the school to review the pupil’s SEN: a statement that was still in force has become an EHC plan (E).',
  source: census(2115),
  broken: ({ provision, endDate }) => provision === 'S' && (endDate === undefined || endDate > '2018-03-31'),
});
