export * from './reports/report.js';
export { shownIssue } from './reports/shown-issue.js';
