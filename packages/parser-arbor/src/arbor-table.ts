import type { TableDialect } from '@rollbook/parser-kit';
import { arborColumns } from './detect.js';
import { arborHeadings } from './arbor-headings.js';
import { prepareArbor } from './arbor-rows.js';

/** How Arbor writes tables, whether delimited, in a workbook or as JSON. */
export const arborTable: TableDialect = {
  id: 'arbor',
  supplier: 'arbor',
  title: 'Arbor reports, BI Connector tables and API answers',
  headings: arborHeadings,
  detect: ({ keys }) => arborColumns(keys),
  // One school's numbers are another school's too
  pupilId: ({ studentUniqueId, globallyUniqueStudentId, applicationId, studentId, arborId }) => {
    const unique = studentUniqueId ?? globallyUniqueStudentId;
    if (unique !== undefined) return unique;
    const id = studentId ?? arborId;
    return id === undefined || applicationId === undefined ? id : `${applicationId} ${id}`;
  },
  blanks: ['NULL', '\\N'],
  codes: {
    'sen-provisions': { 'Education, Health and Care Plan': 'E', 'SEN Support': 'K', 'No SEN': 'N' },
  },
  prepare: prepareArbor,
};
