import type { Rule } from '../../rule.js';
import { upnMissing } from './1500-upn-missing.js';
import { upnCheckLetter } from './1510-upn-check-letter.js';
import { upnTwice } from './1520-upn-twice.js';
import { upnLa } from './1530-upn-la.js';
import { upnDigits } from './1540-upn-digits.js';
import { upnLastCharacter } from './1550-upn-last-character.js';
import { ulnMissing } from './1570-uln-missing.js';
import { ulnMissingLeaver } from './1573-uln-missing-leaver.js';
import { ulnInvalid } from './1575-uln-invalid.js';
import { ulnTwice } from './1578-uln-twice.js';
import { surnameMissing } from './1580-surname-missing.js';
import { forenameMissing } from './1590-forename-missing.js';
import { birthDateMissing } from './1600-birth-date-missing.js';
import { sexInvalid } from './1610-sex-invalid.js';
import { ethnicityInvalid } from './1630-ethnicity-invalid.js';
import { ethnicityAllWhite } from './1640-ethnicity-all-white.js';
import { ethnicityNotObtained } from './1700-ethnicity-not-obtained.js';
import { serviceChildFsm } from './1741-service-child-fsm.js';
import { fsmOneDay } from './1745-fsm-one-day.js';
import { fsmHigh } from './1750-fsm-high.js';
import { fsmStartMissing } from './1761-fsm-start-missing.js';
import { fsmStartFuture } from './1762-fsm-start-future.js';
import { fsmPeriod } from './1763-fsm-period.js';
import { fsmCountry } from './1764-fsm-country.js';
import { fsmAbroadOpen } from './1765-fsm-abroad-open.js';
import { fsmDates } from './1766-fsm-dates.js';
import { fsmOpenTwice } from './1768-fsm-open-twice.js';
import { languageInvalid } from './1840-language-invalid.js';
import { eyppOfThree } from './1846-eypp-three.js';
import { eyppOfFour } from './1848-eypp-four.js';
import { languageNotObtained } from './1850-language-not-obtained.js';
import { fundedHoursAge } from './1851-funded-hours-age.js';
import { fundedHoursOfTwoAndThree } from './1852-funded-hours-two-three.js';
import { hoursAtSettingAge } from './1854-hours-at-setting-age.js';
import { hoursAtSettingMissing } from './1855-hours-at-setting-missing.js';
import { serviceChildInvalid } from './1856-service-child.js';
import { fundedHoursOver } from './1859-funded-hours-over.js';
import { enrolmentStatus } from './1860-enrolment-status.js';
import { eyppAge } from './1861-eypp-age.js';
import { eyppReception } from './1862-eypp-reception.js';
import { soleRegistrationLow } from './1870-sole-registration-low.js';
import { postLookedAfter } from './1871-post-looked-after.js';
import { postLookedAfterHigh } from './1872-post-looked-after-high.js';
import { entryDate } from './1880-entry-date.js';
import { entryAfterSummer1 } from './1881-entry-after-summer-1.js';
import { entryMovedUp } from './1882-entry-moved-up.js';
import { entryAfterSummer2 } from './1883-entry-after-summer-2.js';
import { leavingBeforeEntry } from './1920-leaving-before-entry.js';
import { partTimeMissing } from './1930-part-time-missing.js';
import { partTimeAge } from './1940-part-time-age.js';
import { partTimeBoarder } from './1950-part-time-boarder.js';
import { partTimeHigh } from './1960-part-time-high.js';
import { boarderInvalid } from './1970-boarder-invalid.js';
import { yearGroupInvalid } from './2000-year-group-invalid.js';
import { yearGroupsOff } from './2010-year-groups-off.js';
import { yearGroupTwoOff } from './2020-year-group-age.js';
import { senStatement } from './2115-sen-statement.js';
import { senProvisionInvalid } from './2120-sen-provision-invalid.js';
import { senNeedWithoutSen } from './2125-sen-need-without-sen.js';
import { senNeedTypeMissing } from './2130-sen-need-type-missing.js';
import { senNeedRankMissing } from './2140-sen-need-rank-missing.js';
import { senSingleNeed } from './2160-sen-single-need.js';
import { senNeedsOneRank } from './2165-sen-needs-one-rank.js';
import { senNeedsMany } from './2166-sen-needs-many.js';
import { senNeedMissing } from './2170-sen-need-missing.js';
import { senNsaWithoutSupport } from './2175-sen-nsa-without-support.js';
import { ehcpHigh } from './2190-ehcp-high.js';
import { senNone } from './2200-sen-none.js';
import { senSupportHigh } from './2205-sen-support-high.js';
import { exclusionIncomplete } from './2270-exclusion-incomplete.js';
import { exclusionCategoryInvalid } from './2275-exclusion-category-invalid.js';
import { exclusionReason } from './2280-exclusion-reason.js';
import { exclusionPermanentTwice } from './2285-exclusion-permanent-twice.js';
import { exclusionStartFuture } from './2290-exclusion-start-future.js';
import { exclusionSessionsMissing } from './2300-exclusion-sessions-missing.js';
import { exclusionAfterLeaving } from './2303-exclusion-after-leaving.js';
import { exclusionLong } from './2320-exclusion-long.js';
import { exclusionPermanentSessions } from './2330-exclusion-permanent-sessions.js';
import { exclusionPermanentOnRoll } from './2335-exclusion-permanent-on-roll.js';
import { postcodeInvalid } from './2340-postcode-invalid.js';
import { addressShort } from './2350-address-short.js';
import { addressMissing } from './2355-address-missing.js';
import { dwellingAlone } from './2380-dwelling-alone.js';
import { addressOneLine } from './2400-address-one-line.js';
import { addressTwoForms } from './2445-address-two-forms.js';
import { attendanceNotAsked } from './2470-attendance-not-asked.js';
import { attendanceCodeInvalid } from './2475-attendance-code-invalid.js';
import { codeWithoutSessions } from './2480-code-without-sessions.js';
import { sessionsPossible } from './2500-sessions-possible.js';
import { sessionsNone } from './2502-sessions-none.js';
import { absenceTwice } from './2505-absence-twice.js';
import { sessionsMissed } from './2530-sessions-missed.js';
import { authorisedHigh } from './2560-authorised-high.js';
import { extendedHoursAge } from './3100-extended-hours-age.js';
import { eligibilityCode } from './3105-eligibility-code.js';
import { eligibilityCodeAge } from './3110-eligibility-code-age.js';
import { disabilityAccessFundAge } from './3120-disability-access-fund-age.js';
import { eligibilityCodeMissing } from './3130-eligibility-code-missing.js';
import { extendedHoursRange } from './3140-extended-hours-range.js';
import { fundedHoursBesideExtended } from './3150-funded-hours-beside-extended.js';
import { eligibilityCodeTwice } from './3160-eligibility-code-twice.js';
import { basisAge } from './3200-basis-age.js';
import { uprnFormat } from './5155-uprn-format.js';
import { fundedHoursReception } from './5170-funded-hours-reception.js';
import { fundedHoursOfFour } from './5180-funded-hours-four.js';
import { hoursAtSettingReception } from './5190-hours-at-setting-reception.js';
import { hoursAtSettingOfFour } from './5200-hours-at-setting-four.js';
import { disabilityAccessFundHours } from './5220-disability-access-fund-hours.js';
import { fundedHoursWithCode } from './5225-funded-hours-code.js';
import { disabilityAccessFundMissing } from './5230-disability-access-fund-missing.js';
import { basisOfTwo } from './5235-basis-two.js';

export const schoolCensusRules: readonly Rule[] = [
  upnMissing,
  upnCheckLetter,
  upnTwice,
  upnLa,
  upnDigits,
  upnLastCharacter,
  ulnMissing,
  ulnMissingLeaver,
  ulnInvalid,
  ulnTwice,
  surnameMissing,
  forenameMissing,
  birthDateMissing,
  sexInvalid,
  ethnicityInvalid,
  ethnicityAllWhite,
  ethnicityNotObtained,
  serviceChildFsm,
  fsmOneDay,
  fsmHigh,
  fsmStartMissing,
  fsmStartFuture,
  fsmPeriod,
  fsmCountry,
  fsmAbroadOpen,
  fsmDates,
  fsmOpenTwice,
  languageInvalid,
  eyppOfThree,
  eyppOfFour,
  languageNotObtained,
  fundedHoursAge,
  fundedHoursOfTwoAndThree,
  hoursAtSettingAge,
  hoursAtSettingMissing,
  serviceChildInvalid,
  fundedHoursOver,
  enrolmentStatus,
  eyppAge,
  eyppReception,
  soleRegistrationLow,
  postLookedAfter,
  postLookedAfterHigh,
  entryDate,
  entryAfterSummer1,
  entryMovedUp,
  entryAfterSummer2,
  leavingBeforeEntry,
  partTimeMissing,
  partTimeAge,
  partTimeBoarder,
  partTimeHigh,
  boarderInvalid,
  yearGroupInvalid,
  yearGroupsOff,
  yearGroupTwoOff,
  senStatement,
  senProvisionInvalid,
  senNeedWithoutSen,
  senNeedTypeMissing,
  senNeedRankMissing,
  senSingleNeed,
  senNeedsOneRank,
  senNeedsMany,
  senNeedMissing,
  senNsaWithoutSupport,
  ehcpHigh,
  senNone,
  senSupportHigh,
  exclusionIncomplete,
  exclusionCategoryInvalid,
  exclusionReason,
  exclusionPermanentTwice,
  exclusionStartFuture,
  exclusionSessionsMissing,
  exclusionAfterLeaving,
  exclusionLong,
  exclusionPermanentSessions,
  exclusionPermanentOnRoll,
  postcodeInvalid,
  addressShort,
  addressMissing,
  dwellingAlone,
  addressOneLine,
  addressTwoForms,
  attendanceNotAsked,
  attendanceCodeInvalid,
  codeWithoutSessions,
  sessionsPossible,
  sessionsNone,
  absenceTwice,
  sessionsMissed,
  authorisedHigh,
  extendedHoursAge,
  eligibilityCode,
  eligibilityCodeAge,
  disabilityAccessFundAge,
  eligibilityCodeMissing,
  extendedHoursRange,
  fundedHoursBesideExtended,
  eligibilityCodeTwice,
  basisAge,
  uprnFormat,
  fundedHoursReception,
  fundedHoursOfFour,
  hoursAtSettingReception,
  hoursAtSettingOfFour,
  disabilityAccessFundHours,
  fundedHoursWithCode,
  disabilityAccessFundMissing,
  basisOfTwo,
];
