export {
  defaultOneCtfVersion,
  oneAcademicYear,
  oneCtfVersions,
  oneCtfVersionsOn,
  type OneCtfVersions,
} from './ctf/one-ctf-versions.js';
export { oneCtfFileName } from './ctf/one-ctf-file-name.js';
export { writeOneCtf, type OneCtfOptions, type OneCtfSummary } from './ctf/write-one-ctf.js';
export { headingsOf, type OfficerColumn, type OfficerLayout } from './officer-csv/officer-layout.js';
export { officerLayoutIds, officerLayouts, type OfficerLayoutId } from './officer-csv/officer-layouts.js';
export { readOfficerCsv, type OfficerRow } from './officer-csv/read-officer-csv.js';
export {
  writeOfficerCsv,
  type OfficerCsvOptions,
  type OfficerCsvSummary,
} from './officer-csv/write-officer-csv.js';
export {
  createOnePreview,
  type OneOutcome,
  type OnePreview,
  type OnePreviewOptions,
  type PreviewedItem,
  type PreviewedPupil,
} from './preview/one-preview.js';
export {
  oneRejectionReport,
  oneRejections,
  oneRejectionText,
  type RejectionTextOptions,
} from './preview/one-rejections.js';
export { onePreviewIssues, type OnePreviewIssueCode } from './preview/preview-issues.js';
export { type OnePreviewSummary, type SchoolPreview } from './preview/preview-summary.js';
export {
  fitPupil,
  sensitiveGroups,
  type FitOptions,
  type FittedPupil,
  type SensitiveGroup,
} from './pupils/fit-pupil.js';
export { type GuidOptions, withGuids } from './pupils/guids.js';
export { contactsOf, recordsOf, type TargetPupil, type TargetPupils } from './pupils/target-pupil.js';
export { eachPupil, pupilsOfBatches, type PupilsOfBatchesOptions } from './pupils/target-pupils.js';
