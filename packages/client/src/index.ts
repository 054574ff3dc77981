export { RollbookClientError } from './client-error.js';
export {
  type CanonicalRecord,
  type ClientOptions,
  createClient,
  type FileSettings,
  type Issue,
  type Job,
  type LedgerEntry,
  type LedgerQuery,
  type LoadResult,
  type QuarantinedRecord,
  type QuarantineQuery,
  type RecordKind,
  type RecordsQuery,
  type RollbookClient,
  type StoredRecord,
} from './create-client.js';
export type { components, operations, paths } from './openapi.generated.js';
export type { UploadOptions } from './upload.js';
