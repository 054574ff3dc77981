import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const attendanceLateMinutes = recordRule({
  code: 'attendance-late-minutes',
  title: 'Minutes late stand beside a mark that is not late',
  severity: 'query',
  kinds: ['attendance-mark'],
  fields: ['minutesLate', 'code'],
  help: 'Ask the school whether the mark is L or U.',
  source: ownRule('DfE, Working together to improve school attendance', 'codes L and U'),
  broken: ({ minutesLate, code }) =>
    minutesLate !== undefined && minutesLate > 0 && code !== 'L' && code !== 'U',
});
