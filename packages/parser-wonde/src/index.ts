export { issueCatalogue as wondeIssues, type WondeIssueCode } from './issue-catalogue.js';
export type { WondeParseOptions } from './options.js';
export { wondeParser } from './wonde-parser.js';
