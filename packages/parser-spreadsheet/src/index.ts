export { formatMapping, type FormatMappingOptions } from './format-mapping.js';
export { MappingError, type MappingProblem } from './mapping-error.js';
export { parseMapping } from './parse-mapping.js';
export { spreadsheetIssues, type SpreadsheetIssueCode } from './spreadsheet-issues.js';
export {
  type MappedColumn,
  type MappedSheet,
  type SpreadsheetMapping,
  spreadsheetMappingSchema,
} from './spreadsheet-mapping.js';
export { spreadsheetParser, type SpreadsheetParseOptions } from './spreadsheet-parser.js';
export {
  type MappingSuggestion,
  suggestMapping,
  type SuggestedColumn,
  type SuggestMappingOptions,
} from './suggest-mapping.js';
