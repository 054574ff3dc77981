export { createCodeReader, type CodeReader } from './code-words.js';
export { commonHeadings } from './common-headings.js';
export { tableHeadOf } from './detect-table.js';
export {
  type ColumnMeaning,
  isTableField,
  parseFieldKey,
  type TableField,
  type TableFieldKey,
  tableFields,
  type TableKind,
} from './fields.js';
export { findHeader, type FoundHeader, headerRows, periodOf } from './find-header.js';
export { decodeXmlName, headingKey, numberedKey } from './heading.js';
export {
  defineHeadings,
  type HeadingContext,
  type HeadingDefinition,
  type HeadingLists,
  type HeadingSection,
  type HeadingTable,
  type ResolvedHeadings,
  resolveHeadings,
} from './headings.js';
export {
  type DateOrder,
  type DateSettings,
  readDaysAsSessions,
  readOnRoll,
  readSession,
  readTableDate,
  readTableFlag,
  readTableInteger,
  readYearGroup,
  serialDate,
} from './read-value.js';
export type { CellType, RowBatch } from './row-batch.js';
export type {
  PreparedRow,
  RowPreparer,
  TableDialect,
  TableHead,
  TableParseOptions,
  TableStart,
} from './table-dialect.js';
export { type TableIssueCode, tableIssues } from './table-issues.js';
export { checkTableOptions } from './table-options.js';
export { createTableParser } from './table-parser.js';
export { TableMemory, type TableReaderSettings } from './record-sink.js';
export { TableReader } from './table-reader.js';
