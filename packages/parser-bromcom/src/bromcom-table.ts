import type { TableDialect } from '@rollbook/parser-kit';
import { bromcomHeadings } from './bromcom-headings.js';
import { prepareBromcom } from './bromcom-rows.js';
import { bromcomColumns } from './detect.js';

/** How Bromcom writes tables, whether delimited, in a workbook, as JSON or as a diffgram. */
export const bromcomTable: TableDialect = {
  id: 'bromcom',
  supplier: 'bromcom',
  title: 'Bromcom reports and feeds',
  headings: bromcomHeadings,
  detect: ({ keys }) => bromcomColumns(keys),
  // One school's numbers are another school's too
  pupilId: ({ schoolStudentId, visionSchoolId, studentId }) =>
    schoolStudentId ??
    (studentId === undefined || visionSchoolId === undefined ? studentId : `${visionSchoolId} ${studentId}`),
  blanks: ['NULL'],
  codes: { 'service-child-indicators': { 'Not Service Child': 'N', 'Service Child': 'Y' } },
  prepare: prepareBromcom,
};
