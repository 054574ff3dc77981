export { type IsamsIssueCode, issueCatalogue as isamsIssues } from './issue-catalogue.js';
export { isamsParser } from './isams-parser.js';
export type { IsamsMapOptions, IsamsParseOptions } from './options.js';
export { IsamsApiError, type IsamsApiErrorCode } from './client/api-error.js';
export { createIsamsClient, type IsamsClient, type ListOptions } from './client/client.js';
export type { IsamsClientOptions } from './client/client-options.js';
export type { QueryParams } from './client/api-session.js';
export type { IsamsPage } from './client/pages.js';
export type { ReadPupilsOptions } from './client/read-pupils.js';
