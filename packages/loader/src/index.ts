export type { AuditEntry, AuditRecord, AuditSubject } from './audit/audit-entry.js';
export type { Export, ExportedFile } from './audit/note-export.js';
export type { AuditCheck, AuditHead, AuditQuery } from './audit/read-audit.js';
export { writeAudit } from './audit/write-audit.js';
export { applyPupils, type ApplyResult } from './conflicts/apply-to-persons.js';
export type { Conflict, ConflictCount, ConflictsQuery, ConflictState } from './conflicts/conflict.js';
export {
  carrierFields,
  dataGroups,
  fieldGroups,
  fixedGroups,
  isFixedGroup,
  kindGroups,
  type DataGroup,
} from './conflicts/data-groups.js';
export { decide, isBlank, type Decision, type DecisionDates } from './conflicts/decide.js';
export type { HeldValue, ValueSource } from './conflicts/held-value.js';
export type { ConflictDecision, ConflictResolution, ResolvedConflict } from './conflicts/resolve-conflict.js';
export {
  parseProcessingSettings,
  processingRules,
  ProcessingSettingsError,
  processingSettingsSchema,
  ruleFor,
  type ProcessingRule,
  type ProcessingSettings,
} from './conflicts/settings.js';
export { LoaderError, type LoaderErrorCode } from './errors.js';
export type { StoredKind } from './kind-tables.js';
export type { LedgerQuery } from './ledger.js';
export type { LoadScope } from './load-context.js';
export type { FileInput, LoadInput, LoadOptions } from './load-options.js';
export type { Balance, LedgerEntry, LoadedFile, LoadProgress, LoadResult, LoadState } from './load-result.js';
export { createLoader, type Loader } from './loader.js';
export type { LoaderSettings } from './loader-settings.js';
export { openPgliteStore } from './open-pglite-store.js';
export { openPostgresStore, type PostgresOptions } from './open-postgres-store.js';
export type { PeopleQuery } from './people.js';
export type { MatchState, PupilsQuery, PupilWithRecords } from './pupils/pupil-with-records.js';
export type { QuarantineReason } from './quarantine.js';
export type { QuarantinedRecord, QuarantineQuery } from './quarantined-record.js';
export { explanations as rejectionExplanations, type RejectionCode } from './rejections/explanations.js';
export type { Rejection, RejectionsQuery } from './rejections/rejection.js';
export { rejectionReport, type RejectionReportOptions } from './rejections/rejection-report.js';
export type { ResumeOptions } from './resume.js';
export type { Release, SqlResult, SqlValue, Store, StoreSession } from './store.js';
export type { RecordsQuery, StoredRecord } from './stored-record.js';
export type { RetentionOptions, RetentionResult } from './retention/apply-retention.js';
export {
  retentionPolicySchema,
  type RetentionPolicy,
  type RetentionPolicyInput,
} from './retention/retention-policy.js';
export type { EraseOptions, Erasure } from './subject-access/erase.js';
export type { SubjectSelector } from './subject-access/find-subject.js';
export type { SubjectAccessOptions } from './subject-access/read-subject-access.js';
export { subjectAccessSchema, type SubjectAccessDocument } from './subject-access/subject-access-document.js';
export { subjectAccessHtml } from './subject-access/subject-access-html.js';
export type { HistoryBasis, RecordsAtQuery, RecordVersion } from './versions/read-versions.js';
export { agreeingIdentifiers, identifiersOf } from './matching/identifiers.js';
export { KnownPupils } from './matching/known-pupils.js';
export type {
  Candidate,
  KnownIdentity,
  MatchIdentity,
  MatchVerdict,
  UnmatchedReason,
} from './matching/match-identity.js';
export { matchPupil } from './matching/match-pupil.js';
export { MatchingSettingsError, parseMatchingSettings } from './matching/parse-matching-settings.js';
export { scoreOf } from './matching/score.js';
export type { MatchResolution, ResolvedMatch } from './matching/resolve-match.js';
export { matchingRules, type MatchingSettings, matchingSettingsSchema } from './matching/settings.js';
export type { UnmatchedPupil, UnmatchedQuery, UnmatchedState } from './matching/unmatched.js';
