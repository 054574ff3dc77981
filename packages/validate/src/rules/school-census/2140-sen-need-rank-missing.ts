import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Information: many exports have the needs in order but unranked. */
export const senNeedRankMissing = recordRule({
  code: '2140',
  title: 'SEN need has no rank',
  severity: 'info',
  kinds: ['sen-need'],
  fields: ['rank'],
  help: 'Ask the school which need is the primary one.',
  source: census(2140),
  broken: ({ rank }) => rank === undefined,
});
