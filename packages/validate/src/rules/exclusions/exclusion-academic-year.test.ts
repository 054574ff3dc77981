import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionAcademicYear } from './exclusion-academic-year.js';

proveRule(exclusionAcademicYear, {
  fails: {
    'the year before': anExclusion({ academicYear: 2025 }),
    'on 31 August': anExclusion({ academicYear: 2026, startDate: '2026-08-31' }),
  },
  passes: {
    'the same': anExclusion({ academicYear: 2026 }),
    'not told': anExclusion(),
    'no start': anExclusion({ academicYear: 2025, startDate: undefined }),
  },
});
