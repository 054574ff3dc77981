export { atfParser, type AtfParseOptions } from './atf-parser.js';
export { type CtfFileName, type CtfParty, formatCtfFileName, parseCtfFileName } from './ctf-file-name.js';
export {
  type CtfHeader,
  type CtfSchool,
  isPartialCtf,
  NEWEST_CTF_VERSION,
  OLDEST_CTF_VERSION,
} from './ctf-header.js';
export { type CtfParseOptions, ctfParser } from './ctf-parser.js';
export { type CtfIssueCode, issueCatalogue as ctfIssues } from './issue-catalogue.js';
export { writeAtf, type WriteAtfOptions } from './write-atf.js';
export { writeCtf, type WriteCtfHeader, type WriteCtfOptions } from './write-ctf.js';
