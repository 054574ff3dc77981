import { academicYearOf } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const exclusionAcademicYear = recordRule({
  code: 'exclusion-academic-year',
  title: 'Exclusion begins in another school year than it says',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['academicYear', 'startDate'],
  help: 'Ask the school which is right, the school year or the first day.',
  source: byDefinition('exclusion'),
  broken: ({ academicYear, startDate }) =>
    academicYear !== undefined && startDate !== undefined && academicYearOf(startDate) !== academicYear,
});
