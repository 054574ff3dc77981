import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const senNeedTypeMissing = recordRule({
  code: '2130',
  title: 'SEN need has a rank but no type',
  severity: 'query',
  kinds: ['sen-need'],
  fields: ['need', 'rank'],
  help: 'Ask the school for the type of need.',
  source: census(2130),
  broken: ({ need, rank }) => need === undefined && rank !== undefined,
});
