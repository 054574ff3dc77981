export { defaultJsonLimits, jsonHelp, type JsonErrorCode, type JsonLimits } from './json-errors.js';
export { jsonPointer, type JsonRecord, type JsonSegment, type JsonValue } from './json-value.js';
export { readJsonRecords, type ReadJsonOptions } from './read-json.js';
export type { JsonRecordMatcher } from './scanner.js';
export { sniffJson, type SniffedJson } from './sniff.js';
