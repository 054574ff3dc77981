export type { CensusHeader } from './census-header.js';
export {
  type AttendancePeriod,
  type CensusRound,
  type CensusTerm,
  summerHalfTerm2Period,
  termlyPeriod,
} from './census-round.js';
export { type CensusIssueCode, issueCatalogue as schoolCensusIssues } from './issue-catalogue.js';
export { type CensusParseOptions, schoolCensusParser } from './school-census-parser.js';
