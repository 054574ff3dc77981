import type { AssessmentResult, Enrolment, JsonValue, Pupil } from '@rollbook/model';
import type { PupilRecords } from './pupil-records.js';
import { writeAttendance } from './write-attendance.js';
import { writeAddress, writeContact, writeEmail, writePhones } from './write-people.js';
import { container, extendedContainer, jsonElement, recordElement, textElement } from './write-xml.js';

/** What writing a pupil needs to know of the file. */
export interface WriteContext {
  /** LAESTAB of the school that the records belong to, where it has one. */
  readonly laestab: string | undefined;
  /** `Sex`, or `Gender` in older versions. */
  readonly sexElement: string;
  readonly includeUnconfirmed: boolean;
  /** Whether it is an ATF, in which pupils have an application. */
  readonly admissions: boolean;
}

/** Containers that the functions below write with their extensions inside; the rest stands at the pupil's end. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'BasicDetails',
  'FSMhistory',
  'NAWdetails',
  'LookedAfter',
  'SENhistory',
  'Address',
  'Phones',
  'Contacts',
  'Attendance',
  'StageAssessments',
  'SchoolHistory',
]);
const ATF_CONTAINERS: ReadonlySet<string> = new Set([...CONTAINERS, 'Admissions']);

type Extensions = Record<string, JsonValue> | undefined;

/** True for the registration that the pupil's own NC year and enrolment status tell of. */
function isCurrent(enrolment: Enrolment, context: WriteContext): boolean {
  return (
    enrolment.current === true && (enrolment.attended === undefined || enrolment.attended === context.laestab)
  );
}

function writeBasicDetails(pupil: Pupil, current: Enrolment | undefined, extensions: Extensions): string {
  const languages = (pupil.languages ?? []).map((language) =>
    container('Type', textElement('LanguageType', language.type) + textElement('Language', language.code)),
  );
  const disabilities = (pupil.disabilities ?? []).map((code) => textElement('Disability', code));
  return extendedContainer(
    'BasicDetails',
    (pupil.formerUpns ?? []).map((upn) => textElement('FormerUPN', upn)).join('') +
      textElement('PreferredSurname', pupil.preferredSurname) +
      textElement('PreferredForename', pupil.preferredForename) +
      (pupil.formerSurnames ?? []).map((name) => textElement('FormerSurname', name)).join('') +
      textElement('MiddleNames', pupil.middleNames) +
      textElement('NCyearActual', current?.yearGroup) +
      textElement('Ethnicity', pupil.ethnicity) +
      textElement('EthnicitySource', pupil.ethnicitySource) +
      container('Languages', languages.join('')) +
      textElement('MedicalFlag', pupil.medicalFlag) +
      container('Disabilities', disabilities.join('')) +
      textElement('EnrolStatus', current?.status),
    extensions,
  );
}

function writeFsm({ fsmSpells }: PupilRecords, extensions: Extensions): string {
  const instances = fsmSpells.map((spell) =>
    recordElement(
      'FSMinstance',
      textElement('FSMstartDate', spell.startDate) +
        textElement('FSMendDate', spell.endDate) +
        textElement('UKcountry', spell.country),
      spell.extensions,
    ),
  );
  const reviewDate = fsmSpells.find((spell) => spell.reviewDate !== undefined)?.reviewDate;
  return extendedContainer(
    'FSMhistory',
    textElement('FSMreviewDate', reviewDate) + instances.join(''),
    extensions,
  );
}

function writeLookedAfter({ lookedAfter }: PupilRecords, extensions: Extensions): string {
  const spells = lookedAfter.map((record) =>
    recordElement(
      'LookedAfter',
      textElement('InCare', record.inCare) + textElement('CareAuthority', record.careAuthority),
      record.extensions,
    ),
  );
  return spells.join('') + extendedContainer('LookedAfter', '', extensions);
}

function writeServiceAndPremium(records: PupilRecords): string {
  return (
    records.serviceChild.map((record) => textElement('ServiceChild', record.indicator)).join('') +
    records.pupilPremium
      .map((record) =>
        recordElement(
          'PupilPremium',
          textElement('StartDate', record.startDate) +
            textElement('EndDate', record.endDate) +
            textElement('Eligible', record.eligible) +
            textElement('Reason', record.reason) +
            textElement('FTE', record.fte),
          record.extensions,
        ),
      )
      .join('')
  );
}

function writeSen(
  { senProvisions, senNeeds }: PupilRecords,
  extensions: Extensions,
  context: WriteContext,
): string {
  const unconfirmed = context.includeUnconfirmed;
  const provisions = senProvisions.map((record) =>
    recordElement(
      'SEN',
      textElement('StartDate', record.startDate) +
        (unconfirmed ? textElement('EndDate', record.endDate) : '') +
        textElement('SENprovision', record.provision),
      record.extensions,
    ),
  );
  const needs = senNeeds.map((record) =>
    recordElement(
      'SENneed',
      (unconfirmed
        ? textElement('NeedStartDate', record.startDate) + textElement('NeedEndDate', record.endDate)
        : '') +
        textElement('SENtypeRank', record.rank) +
        textElement('SENtype', record.need),
      record.extensions,
    ),
  );
  return extendedContainer(
    'SENhistory',
    provisions.join('') + container('SENneeds', needs.join('')),
    extensions,
  );
}

function writeResult(result: AssessmentResult): string {
  return recordElement(
    'StageAssessment',
    textElement('Locale', result.locale) +
      // the year of a result is the one in which its school year ends
      textElement('Year', result.academicYear === undefined ? undefined : result.academicYear + 1) +
      textElement('Subject', result.subject) +
      textElement('Method', result.method) +
      textElement('Component', result.component) +
      textElement('ResultStatus', result.resultStatus) +
      textElement('ResultQualifier', result.resultQualifier) +
      textElement('Result', result.result) +
      textElement('ResultDate', result.resultDate),
    result.extensions,
  );
}

function writeAssessments({ assessmentResults }: PupilRecords, extensions: Extensions): string {
  const stages = new Map<string, string>();
  for (const result of assessmentResults) {
    const stage = result.stage ?? '';
    stages.set(stage, (stages.get(stage) ?? '') + writeResult(result));
  }
  const content = [...stages].map(([stage, results]) =>
    container('KeyStage', textElement('Stage', stage) + results),
  );
  return extendedContainer('StageAssessments', content.join(''), extensions);
}

/** A registration that says no more than NC year and status needs no entry in the history of schools. */
function needsHistory(enrolment: Enrolment, context: WriteContext): boolean {
  return (
    !isCurrent(enrolment, context) ||
    enrolment.entryDate !== undefined ||
    enrolment.leavingDate !== undefined ||
    enrolment.leavingReason !== undefined ||
    enrolment.lastSchool !== undefined ||
    enrolment.attendedName !== undefined ||
    enrolment.attendedUrn !== undefined ||
    enrolment.extensions !== undefined
  );
}

function writeSchoolHistory(
  { enrolments }: PupilRecords,
  extensions: Extensions,
  context: WriteContext,
): string {
  const schools = enrolments
    .filter((enrolment) => needsHistory(enrolment, context))
    .map((enrolment) => {
      const attended = enrolment.attended ?? (isCurrent(enrolment, context) ? context.laestab : undefined);
      return recordElement(
        'School',
        textElement('LEA', attended?.slice(0, 3)) +
          textElement('Estab', attended?.slice(3)) +
          textElement('URN', enrolment.attendedUrn) +
          textElement('SchoolName', enrolment.attendedName) +
          textElement('EntryDate', enrolment.entryDate) +
          textElement('LeavingDate', enrolment.leavingDate) +
          textElement('LeavingReason', enrolment.leavingReason) +
          textElement('LastSchool', enrolment.lastSchool),
        enrolment.extensions,
      );
    });
  return extendedContainer('SchoolHistory', schools.join(''), extensions);
}

function referenceOf({ application }: PupilRecords, pupil: Pupil): string | undefined {
  return application?.applicationReference ?? pupil.supplierIds?.applicationReference;
}

/** The order of preference is the home authority's, and never told to a school. */
function writeAdmissions({ application }: PupilRecords, extensions: Extensions): string {
  return extendedContainer('Admissions', textElement('Accept', application?.outcome), extensions);
}

/** One `Pupil` element. `records.pupil` must be there. Order of elements: docs/formats/ctf.md, Pupil. */
export function writePupil(records: PupilRecords, pupil: Pupil, context: WriteContext): string {
  const { extensions } = pupil;
  const wales = extensions?.NAWdetails;
  const current = records.enrolments.find((enrolment) => isCurrent(enrolment, context));
  return recordElement(
    'Pupil',
    (context.admissions ? textElement('ApplicationReference', referenceOf(records, pupil)) : '') +
      textElement('UPN', pupil.upn) +
      textElement('UniqueLearnerNumber', pupil.uln) +
      textElement('UCI', pupil.uci) +
      textElement('Surname', pupil.surname) +
      textElement('Forename', pupil.forename) +
      textElement('DOB', pupil.birthDate) +
      textElement(context.sexElement, pupil.sex) +
      writeBasicDetails(pupil, current, extensions) +
      writeFsm(records, extensions) +
      (wales === undefined ? '' : jsonElement('NAWdetails', wales)) +
      writeLookedAfter(records, extensions) +
      (context.includeUnconfirmed ? writeServiceAndPremium(records) : '') +
      writeSen(records, extensions, context) +
      (context.admissions ? writeAdmissions(records, extensions) : '') +
      writeAddress(pupil.address, extensions) +
      writePhones(pupil.phones, extensions) +
      writeEmail(pupil.emails) +
      extendedContainer(
        'Contacts',
        records.contacts.map((contact) => writeContact(contact, context.sexElement)).join(''),
        extensions,
      ) +
      writeAttendance(records.attendanceSummaries, records.attendanceMarks, context.laestab, extensions) +
      writeAssessments(records, extensions) +
      writeSchoolHistory(records, extensions, context),
    extensions,
    context.admissions ? ATF_CONTAINERS : CONTAINERS,
  );
}
