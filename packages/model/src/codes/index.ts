import type { CodeSet } from './code-set.js';
import { assessmentMethods } from './assessment-methods.js';
import { assessmentOutcomes } from './assessment-outcomes.js';
import { assessmentSubjects } from './assessment-subjects.js';
import { attendanceCodes } from './attendance-codes.js';
import { boarderStatuses } from './boarder-statuses.js';
import { lookedAfterCareTypes } from './care-types.js';
import { contactRelationships } from './contact-relationships.js';
import { disabilities } from './disabilities.js';
import { englishProficiencies } from './english-proficiencies.js';
import { enrolmentStatuses } from './enrolment-statuses.js';
import { ethnicities } from './ethnicities.js';
import { ethnicitySources, languageSources } from './ethnicity-sources.js';
import { exclusionCategories } from './exclusion-categories.js';
import { exclusionReasons } from './exclusion-reasons.js';
import { exclusionReviewResults, exclusionReviewBodies } from './exclusion-reviews.js';
import { eyppBases } from './eypp-bases.js';
import { fsmCategories } from './fsm-categories.js';
import { fsmCountries } from './fsm-countries.js';
import { fundingBases } from './funding-bases.js';
import { keyStages } from './key-stages.js';
import { kinshipCareIndicators } from './kinship-care-indicators.js';
import { languageTypes } from './language-types.js';
import { languages } from './languages.js';
import { leavingReasons } from './leaving-reasons.js';
import { nccisActivities } from './nccis-activities.js';
import { nccisCharacteristics } from './nccis-characteristics.js';
import { nccisCohortStatuses } from './nccis-cohort-statuses.js';
import { nccisGuaranteeStatuses } from './nccis-guarantee-statuses.js';
import { nccisIntendedDestinations } from './nccis-intended-destinations.js';
import { nccisLevelsOfNeed } from './nccis-levels-of-need.js';
import { phoneTypes } from './phone-types.js';
import { postLookedAfterArrangements } from './post-looked-after.js';
import { pupilPremiumReasons } from './pupil-premium-reasons.js';
import { religions } from './religions.js';
import { removalGrounds } from './removal-grounds.js';
import { resultQualifiers } from './result-qualifiers.js';
import { resultStatuses } from './result-statuses.js';
import { senNeeds } from './sen-needs.js';
import { senProvisions } from './sen-provisions.js';
import { serviceChildIndicators } from './service-child-indicators.js';
import { sexes } from './sexes.js';
import { terms } from './terms.js';
import { travelModes } from './travel-modes.js';
import { upnUnknownReasons } from './upn-unknown-reasons.js';
import { yearGroups } from './year-groups.js';
import { youngCarerIndicators } from './young-carer-indicators.js';
import { youthSupportAgreements } from './youth-support-agreements.js';

export {
  defineCodeSet,
  type CodeEntry,
  type CodeLookup,
  type CodeOf,
  type CodeSet,
  type CodeSetDefinition,
  type GroupOf,
} from './code-set.js';
export { assessmentMethods, type AssessmentMethod } from './assessment-methods.js';
export { assessmentOutcomes } from './assessment-outcomes.js';
export { assessmentSubjects } from './assessment-subjects.js';
export {
  attendanceCodes,
  attendanceCount,
  type AttendanceCode,
  type AttendanceGroup,
  type AttendanceCount,
} from './attendance-codes.js';
export { boarderStatuses, type BoarderStatus } from './boarder-statuses.js';
export { lookedAfterCareTypes } from './care-types.js';
export { contactRelationships, type ContactRelationship } from './contact-relationships.js';
export { disabilities } from './disabilities.js';
export { englishProficiencies } from './english-proficiencies.js';
export { enrolmentStatuses, type EnrolmentStatus } from './enrolment-statuses.js';
export { ethnicities, mainEthnicity, type EthnicityCode } from './ethnicities.js';
export { ethnicitySources, languageSources, type EthnicitySource } from './ethnicity-sources.js';
export { exclusionCategories, type ExclusionCategory } from './exclusion-categories.js';
export { exclusionReasons, type ExclusionReason } from './exclusion-reasons.js';
export {
  exclusionReviewResults,
  exclusionReviewBodies,
  type ExclusionReviewResult,
} from './exclusion-reviews.js';
export { eyppBases } from './eypp-bases.js';
export { fsmCategories } from './fsm-categories.js';
export { fsmCountries } from './fsm-countries.js';
export { fundingBases } from './funding-bases.js';
export { keyStages, type KeyStage } from './key-stages.js';
export { kinshipCareIndicators } from './kinship-care-indicators.js';
export { languageTypes, type LanguageType } from './language-types.js';
export { languages } from './languages.js';
export { leavingReasons, type LeavingReason } from './leaving-reasons.js';
export { nccisActivities, type NccisActivity } from './nccis-activities.js';
export { nccisCharacteristics } from './nccis-characteristics.js';
export { nccisCohortStatuses } from './nccis-cohort-statuses.js';
export { nccisGuaranteeStatuses } from './nccis-guarantee-statuses.js';
export { nccisIntendedDestinations } from './nccis-intended-destinations.js';
export { nccisLevelsOfNeed } from './nccis-levels-of-need.js';
export { phoneTypes } from './phone-types.js';
export { postLookedAfterArrangements, type PostLookedAfterArrangement } from './post-looked-after.js';
export { pupilPremiumReasons } from './pupil-premium-reasons.js';
export { religions } from './religions.js';
export { removalGrounds, type RemovalGround } from './removal-grounds.js';
export { resultQualifiers, type ResultQualifier } from './result-qualifiers.js';
export { resultStatuses, type ResultStatus } from './result-statuses.js';
export { senNeeds, type SenNeedCode } from './sen-needs.js';
export { senProvisions, type SenProvisionCode } from './sen-provisions.js';
export { serviceChildIndicators, type ServiceChildIndicator } from './service-child-indicators.js';
export { sexes, type SexCode } from './sexes.js';
export { terms } from './terms.js';
export { travelModes } from './travel-modes.js';
export { upnUnknownReasons } from './upn-unknown-reasons.js';
export {
  yearGroups,
  expectedAge,
  ageAtStartOfYear,
  yearGroupForBirthDate,
  type YearGroup,
  type AgeRange,
} from './year-groups.js';
export { youngCarerIndicators } from './young-carer-indicators.js';
export { youthSupportAgreements } from './youth-support-agreements.js';

/** Every code set of the package by its `id`. */
export const codeSets: Readonly<Record<string, CodeSet>> = Object.fromEntries(
  [
    assessmentMethods,
    assessmentOutcomes,
    assessmentSubjects,
    attendanceCodes,
    boarderStatuses,
    lookedAfterCareTypes,
    contactRelationships,
    disabilities,
    englishProficiencies,
    enrolmentStatuses,
    ethnicities,
    ethnicitySources,
    languageSources,
    exclusionCategories,
    exclusionReasons,
    exclusionReviewResults,
    exclusionReviewBodies,
    eyppBases,
    fsmCategories,
    fsmCountries,
    fundingBases,
    keyStages,
    kinshipCareIndicators,
    languageTypes,
    languages,
    leavingReasons,
    nccisActivities,
    nccisCharacteristics,
    nccisCohortStatuses,
    nccisGuaranteeStatuses,
    nccisIntendedDestinations,
    nccisLevelsOfNeed,
    phoneTypes,
    postLookedAfterArrangements,
    pupilPremiumReasons,
    religions,
    removalGrounds,
    resultQualifiers,
    resultStatuses,
    senNeeds,
    senProvisions,
    serviceChildIndicators,
    sexes,
    terms,
    travelModes,
    upnUnknownReasons,
    yearGroups,
    youngCarerIndicators,
    youthSupportAgreements,
  ].map((set: CodeSet) => [set.id, set]),
);
