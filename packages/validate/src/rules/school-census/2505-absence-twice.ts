import { isOfReturn } from '../../census-return.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Of returns alone, and in place of 2577 too: other files rightly carry both. */
export const absenceTwice = recordRule({
  code: '2505',
  title: 'Return tells of absence twice: by sums and by codes',
  severity: 'info',
  kinds: ['attendance-summary'],
  fields: ['sessionsByCode', 'sessionsAuthorised', 'sessionsUnauthorised'],
  help: 'A school returns sessions by attendance codes, or the two sums where it has no codes.',
  source: census(2505),
  broken: (record) =>
    record.sessionsByCode !== undefined &&
    (record.sessionsAuthorised !== undefined || record.sessionsUnauthorised !== undefined) &&
    isOfReturn(record),
});
