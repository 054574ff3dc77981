import { attendanceCodes } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Of sums by code; single marks are judged by the date of their session. */
export const attendanceCodeInvalid = recordRule({
  code: '2475',
  title: 'Sessions are counted under a code that is no attendance code',
  severity: 'query',
  kinds: ['attendance-summary'],
  fields: ['sessionsByCode'],
  help: 'Map the school’s own codes to the DfE’s in the export.',
  source: census(2475),
  broken: ({ sessionsByCode }) => {
    for (const code in sessionsByCode) if (!attendanceCodes.accepts(code)) return { value: code };
    return false;
  },
});
