export {
  firstDayOfRequirement,
  nccisCodeYears,
  type NccisCodeYear,
  requirementYearOf,
} from './codes/code-years.js';
export {
  nccisEthnicities,
  type NccisEthnicityMapping,
  nccisEthnicityOn,
  toNccisEthnicity,
} from './codes/nccis-ethnicities.js';
export { type NccisGender, nccisGenders, toNccisGender } from './codes/nccis-genders.js';
export { isLeadLa, isTransferTarget, nccisLas } from './codes/nccis-las.js';
export { type NccisCsvColumn, nccisCsvColumns } from './nccis/csv-columns.js';
export {
  type NccisFileVersion,
  nccisFileVersion,
  nccisFileVersionOn,
  nccisFileVersions,
} from './nccis/file-versions.js';
export { activityDetailsOf } from './nccis/activity-details.js';
export { nccisFileName } from './nccis/nccis-file-name.js';
export { type NccisIssueCode, nccisIssues } from './nccis/nccis-issues.js';
export {
  collectNccis,
  type NccisBatch,
  type NccisHeaderItem,
  type NccisIssueItem,
  type NccisItem,
  type NccisMisplacedItem,
  type NccisPersonItem,
  type NccisReturn,
} from './nccis/nccis-item.js';
export { nccisParser, type NccisParseOptions } from './nccis/nccis-parser.js';
export { readNccisCsv, type ReadNccisCsvOptions } from './nccis/read-nccis-csv.js';
export { readNccisXml, type ReadNccisOptions, type ReadNccisXmlOptions } from './nccis/read-nccis-xml.js';
export { writeNccisCsv, type WriteNccisCsvOptions } from './nccis/write-nccis-csv.js';
export { writeNccisXml, type WriteNccisXmlOptions } from './nccis/write-nccis-xml.js';
export {
  youngPersonToRecords,
  type YoungPersonRecords,
  type YoungPersonRecordsOptions,
} from './nccis/young-person-records.js';
export * from './nccis/young-person.js';
export {
  checkNccis,
  createNccisChecker,
  type NccisChecker,
  type NccisCheckOptions,
  type NccisCheckSummary,
  type NccisRuleCount,
} from './rules/nccis-checker.js';
export { nccisRules } from './rules/nccis-rules.js';
export type {
  NccisPriority,
  NccisRule,
  NccisRuleContext,
  NccisRuleFacts,
  NccisRuleGroup,
} from './rules/rule.js';
export { academicAgeOn, yearElevenOf } from './snapshot/academic-age.js';
export { activitiesOn, activityOn, isNeetCode, neetStartOn } from './snapshot/activity-on.js';
export {
  type ActivitySurveyOptions,
  defaultSurveyColumns,
  isSurveyLeaver,
  type SurveyBalance,
  type SurveyColumn,
  type SurveyColumnName,
  surveyColumns,
  surveyDay,
  writeActivitySurvey,
} from './snapshot/activity-survey.js';
export { addressLines, type NccisAddress } from './snapshot/address-lines.js';
export {
  changedSince,
  type ChangedSinceOptions,
  type ExportChange,
  type ExportChanges,
  nameGone,
} from './snapshot/changed-since.js';
export {
  type CohortFacts,
  cohortStatus,
  type CohortVerdict,
  type OutsideReason,
} from './snapshot/cohort-status.js';
export { attendedSchool, enrolmentOn } from './snapshot/enrolment-on.js';
export {
  emptyExportState,
  type ExportKeyOptions,
  type ExportState,
  idDigest,
  readExportState,
  writeExportState,
} from './snapshot/export-state.js';
export {
  guaranteeDueOn,
  guaranteesOn,
  type GuaranteeStatuses,
  type GuaranteeYear,
} from './snapshot/guarantee-on.js';
export { sendOn, type SendStatus } from './snapshot/send-on.js';
export { type SensitiveTopic, sensitiveTopic } from './snapshot/sensitive-activities.js';
export type { LeaveOutReason, SnapshotBalance } from './snapshot/snapshot-balance.js';
export { type WithheldGroup, withheldGroups } from './snapshot/snapshot-draft.js';
export { type SnapshotIssueCode, snapshotIssues } from './snapshot/snapshot-issues.js';
export type { Leaving, SnapshotOptions } from './snapshot/snapshot-options.js';
export {
  peopleOf,
  type SnapshotItem,
  type SnapshotPupils,
  youngPeople,
  type YoungPeopleOptions,
} from './snapshot/young-people.js';
export { isYoungPersonId } from './snapshot/young-person-id.js';
export { type UnfitReason, youngPersonOf, type YoungPersonSnapshot } from './snapshot/young-person-of.js';
export {
  type ProfileField,
  type ProfileFieldName,
  profileFields,
  type ProfilePrivacy,
} from './profile-csv/profile-fields.js';
export { type ProfileIssueCode, profileIssues } from './profile-csv/profile-issues.js';
export {
  earlyLeaversLayout,
  intendedDestinationsLayout,
  type ProfileCsv,
  type ProfileCsvInput,
  profileCsvSchema,
  profileLayouts,
  profileRollLayout,
} from './profile-csv/profile-layout.js';
export { type ProfileRow, readProfileCsv } from './profile-csv/read-profile-csv.js';
export {
  encodeProfileCsv,
  type ProfileCsvBalance,
  writeProfileCsv,
  type WriteProfileCsvOptions,
} from './profile-csv/write-profile-csv.js';
export {
  type ComparedRow,
  type CompareOptions,
  compareStartersLeavers,
  type KnownClient,
  matchClients,
  type StartersLeaversAction,
} from './starters-leavers/compare-starters-leavers.js';
export {
  educationRows,
  type StartersLeaversOptions,
  trainingRows,
} from './starters-leavers/rows-of-pupils.js';
export {
  type ReadStartersLeaversRow,
  readStartersLeavers,
  writeStartersLeavers,
} from './starters-leavers/starters-leavers-csv.js';
export {
  type StartersLeaversIssueCode,
  startersLeaversIssues,
} from './starters-leavers/starters-leavers-issues.js';
export {
  type EducationRow,
  educationRowSchema,
  type StartersLeaversKind,
  startersLeaversLayouts,
  type StartersLeaversRow,
  type TrainingRow,
  trainingRowSchema,
} from './starters-leavers/starters-leavers-layouts.js';
