export { readSimsAttendanceCodes } from './attendance-codes.js';
export { simsHeadings } from './headings.js';
export type { SimsParseOptions, SimsResultColumn } from './options.js';
export { type SimsIssueCode, simsIssues } from './sims-issues.js';
export { simsParser } from './sims-parser.js';
