export { issueCatalogue as onerosterIssues, type OneRosterIssueCode } from './issue-catalogue.js';
export { OneRosterLinks } from './links.js';
export { onerosterParser } from './oneroster-parser.js';
export type { OneRosterParseOptions } from './options.js';
