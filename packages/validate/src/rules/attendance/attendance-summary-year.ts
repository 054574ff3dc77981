import { academicYearOf } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const attendanceSummaryYear = recordRule({
  code: 'attendance-summary-year',
  title: 'Attendance is summed over dates of another school year than it says',
  severity: 'query',
  kinds: ['attendance-summary'],
  fields: ['academicYear', 'startDate', 'endDate'],
  help: 'Ask the school which is right, the school year or the dates.',
  source: byDefinition('attendance sums'),
  broken: ({ academicYear, startDate, endDate }) =>
    academicYear !== undefined &&
    ((startDate !== undefined && academicYearOf(startDate) !== academicYear) ||
      (endDate !== undefined && academicYearOf(endDate) !== academicYear)),
});
