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
export {
  birthDateRanges,
  earlyYearsTerm,
  earlyYearsTerms,
  placeByAge,
  type AgePlacement,
  type BirthDateRange,
  type EarlyYearsAge,
  type EarlyYearsTerm,
  type EarlyYearsTermCode,
} from './early-years/census-terms.js';
export {
  entitlements,
  entitlementsOf,
  hourLimits,
  hourLimitsOn,
  type Entitlement,
  type HourLimits,
} from './early-years/hour-limits.js';
export {
  isOverYearly,
  placeHours,
  weeklyHours,
  yearlyHours,
  type HoursRequest,
  type PlacedHours,
} from './early-years/hours.js';
export { checkHourCaps, childrenAtSettings, type ChildAtSetting } from './early-years/hour-caps.js';
export * from './early-years/setting.js';
export * from './early-years/child.js';
export { countByAge, countsOf } from './early-years/counts.js';
export * from './early-years/children-of-pupil.js';
export { recordsOfChild, type ChildRecordsOf } from './early-years/child-records.js';
export {
  earlyYearsCensusFileName,
  earlyYearsHeaderSchema,
  type EarlyYearsHeader,
} from './early-years/census-header.js';
export type { EarlyYearsItem, EarlyYearsNames, NameState } from './early-years/census-names.js';
export { writeEarlyYearsXml } from './early-years/write-census-xml.js';
export { writeEarlyYearsCsv, type WriteEarlyYearsCsvOptions } from './early-years/write-census-csv.js';
export type { EarlyYearsSummary, WriteEarlyYearsOptions } from './early-years/prepare-return.js';
export { readEarlyYearsXml, type ReadEarlyYearsOptions } from './early-years/read-census-xml.js';
export { readEarlyYearsCsv } from './early-years/read-census-csv.js';
export {
  collectEarlyYears,
  type EarlyYearsBatch,
  type EarlyYearsItemRead,
} from './early-years/census-items.js';
export { checkEarlyYearsSetting, earlyYearsRules } from './early-years/rules/early-years-rules.js';
export type { ChildRule, EarlyYearsRule, SettingRule } from './early-years/rules/rule.js';
export { earlyYearsIssues, type EarlyYearsIssueCode } from './early-years/early-years-issues.js';
export { headcountColumns, type HeadcountColumn } from './early-years/headcount-columns.js';
export { readHeadcount, type ReadHeadcountOptions } from './early-years/read-headcount.js';
export {
  writeHeadcount,
  type HeadcountSummary,
  type WriteHeadcountOptions,
} from './early-years/write-headcount.js';
export { type AdmissionDate, admissionDates, workingDayFrom } from './admissions/admission-dates.js';
export {
  type AdmissionsFileKind,
  type AdmissionsFileName,
  formatAdmissionsFileName,
  parseAdmissionsFileName,
} from './admissions/admissions-file-name.js';
export {
  type OfferRow,
  offersHeadings,
  type OffersOptions,
  readOffersCsv,
  writeOffersCsv,
} from './admissions/offers-csv.js';
export {
  type ExchangeApplication,
  type ExchangeHeader,
  type ExchangeIssueCode,
  exchangeIssues,
  type ExchangeItem,
  readAdmissionsExchange,
} from './admissions/read-exchange.js';
export { admissionsSeries, admissionsVersion, intakeOfVersion, isYearOfRound } from './admissions/series.js';
export { type OneAtfOptions, type OneAtfSummary, writeOneAtf } from './admissions/write-one-atf.js';
export {
  type AttendanceString,
  attendanceString,
  type SeedingOptions,
  sessionsOf,
} from './b2b/attendance-string.js';
export { type B2bIssueCode, b2bIssues } from './b2b/b2b-issues.js';
export { type B2bElement, type B2bName, b2bNames } from './b2b/element-names.js';
export { type B2bStudent, readB2bExperimental } from './b2b/read-b2b.js';
export { b2bFileName, type B2bOptions, type B2bSummary, writeB2bExperimental } from './b2b/write-b2b.js';
