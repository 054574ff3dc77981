import type { Rule } from '../../rule.js';
import { upnMissing } from './1500-upn-missing.js';
import { upnCheckLetter } from './1510-upn-check-letter.js';
import { upnTwice } from './1520-upn-twice.js';
import { upnLa } from './1530-upn-la.js';
import { upnDigits } from './1540-upn-digits.js';
import { upnLastCharacter } from './1550-upn-last-character.js';
import { ulnMissing } from './1570-uln-missing.js';
import { ulnInvalid } from './1575-uln-invalid.js';
import { ulnTwice } from './1578-uln-twice.js';
import { surnameMissing } from './1580-surname-missing.js';
import { forenameMissing } from './1590-forename-missing.js';
import { birthDateMissing } from './1600-birth-date-missing.js';
import { sexInvalid } from './1610-sex-invalid.js';
import { ethnicityInvalid } from './1630-ethnicity-invalid.js';
import { fsmStartMissing } from './1761-fsm-start-missing.js';
import { fsmStartFuture } from './1762-fsm-start-future.js';
import { fsmCountry } from './1764-fsm-country.js';
import { fsmAbroadOpen } from './1765-fsm-abroad-open.js';
import { fsmDates } from './1766-fsm-dates.js';
import { fsmOpenTwice } from './1768-fsm-open-twice.js';
import { languageInvalid } from './1840-language-invalid.js';
import { serviceChildInvalid } from './1856-service-child.js';
import { fundedHoursOver } from './1859-funded-hours-over.js';
import { enrolmentStatus } from './1860-enrolment-status.js';
import { postLookedAfter } from './1871-post-looked-after.js';
import { entryDate } from './1880-entry-date.js';
import { leavingBeforeEntry } from './1920-leaving-before-entry.js';
import { partTimeAge } from './1940-part-time-age.js';
import { partTimeBoarder } from './1950-part-time-boarder.js';
import { boarderInvalid } from './1970-boarder-invalid.js';
import { yearGroupInvalid } from './2000-year-group-invalid.js';
import { senStatement } from './2115-sen-statement.js';
import { senProvisionInvalid } from './2120-sen-provision-invalid.js';
import { senNeedWithoutSen } from './2125-sen-need-without-sen.js';
import { senNeedTypeMissing } from './2130-sen-need-type-missing.js';
import { senNeedRankMissing } from './2140-sen-need-rank-missing.js';
import { senSingleNeed } from './2160-sen-single-need.js';
import { senNeedsOneRank } from './2165-sen-needs-one-rank.js';
import { senNeedMissing } from './2170-sen-need-missing.js';
import { senNsaWithoutSupport } from './2175-sen-nsa-without-support.js';
import { exclusionIncomplete } from './2270-exclusion-incomplete.js';
import { exclusionCategoryInvalid } from './2275-exclusion-category-invalid.js';
import { exclusionReason } from './2280-exclusion-reason.js';
import { exclusionPermanentTwice } from './2285-exclusion-permanent-twice.js';
import { exclusionStartFuture } from './2290-exclusion-start-future.js';
import { exclusionSessionsMissing } from './2300-exclusion-sessions-missing.js';
import { exclusionAfterLeaving } from './2303-exclusion-after-leaving.js';
import { exclusionPermanentSessions } from './2330-exclusion-permanent-sessions.js';
import { exclusionPermanentOnRoll } from './2335-exclusion-permanent-on-roll.js';
import { postcodeInvalid } from './2340-postcode-invalid.js';
import { attendanceCodeInvalid } from './2475-attendance-code-invalid.js';
import { sessionsPossible } from './2500-sessions-possible.js';
import { sessionsMissed } from './2530-sessions-missed.js';
import { eligibilityCode } from './3105-eligibility-code.js';
import { uprnFormat } from './5155-uprn-format.js';

export const schoolCensusRules: readonly Rule[] = [
  upnMissing,
  upnCheckLetter,
  upnTwice,
  upnLa,
  upnDigits,
  upnLastCharacter,
  ulnMissing,
  ulnInvalid,
  ulnTwice,
  surnameMissing,
  forenameMissing,
  birthDateMissing,
  sexInvalid,
  ethnicityInvalid,
  fsmStartMissing,
  fsmStartFuture,
  fsmCountry,
  fsmAbroadOpen,
  fsmDates,
  fsmOpenTwice,
  languageInvalid,
  serviceChildInvalid,
  fundedHoursOver,
  enrolmentStatus,
  postLookedAfter,
  entryDate,
  leavingBeforeEntry,
  partTimeAge,
  partTimeBoarder,
  boarderInvalid,
  yearGroupInvalid,
  senStatement,
  senProvisionInvalid,
  senNeedWithoutSen,
  senNeedTypeMissing,
  senNeedRankMissing,
  senSingleNeed,
  senNeedsOneRank,
  senNeedMissing,
  senNsaWithoutSupport,
  exclusionIncomplete,
  exclusionCategoryInvalid,
  exclusionReason,
  exclusionPermanentTwice,
  exclusionStartFuture,
  exclusionSessionsMissing,
  exclusionAfterLeaving,
  exclusionPermanentSessions,
  exclusionPermanentOnRoll,
  postcodeInvalid,
  attendanceCodeInvalid,
  sessionsPossible,
  sessionsMissed,
  eligibilityCode,
  uprnFormat,
];
