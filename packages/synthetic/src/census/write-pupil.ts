import type { Address, EarlyYearsFunding, Enrolment, Exclusion, Pupil, SenProvision } from '@rollbook/model';
import { writeAttendance, type AttendanceItems } from './attendance.js';
import {
  attendanceSpans,
  type AttendanceSpan,
  type CensusRound,
  exclusionPeriod,
  isWithin,
  roundNumber,
} from './calendar.js';
import type { PupilRecords } from './pupil-records.js';
import { container, textElement } from './xml.js';

/** What a collection asks for, and by which names: docs/formats/school-census.md, Versions. */
export interface RoundItems {
  readonly round: CensusRound;
  readonly laestab: string;
  readonly referenceDate: string;
  /** Items of other terms too, and exclusions of any date. */
  readonly everyItem: boolean;
  readonly isSpring: boolean;
  readonly sexElement: 'Sex' | 'Gender';
  readonly hasServiceChild: boolean;
  readonly postLookedAfterElement: 'PLAA' | 'AdoptedFromCare';
  readonly eligibilityElement: 'EligibilityCode' | 'ThirtyHourCode';
  readonly eyppElement: 'EYPPR' | 'EYPPE';
  /** Up to three reasons of an exclusion, before it one. */
  readonly hasReasons: boolean;
  readonly attendance: AttendanceItems;
  readonly spans: readonly AttendanceSpan[];
}

const at = (year: number, term: CensusRound['term']): number => roundNumber({ year, term });

export function roundItems(
  round: CensusRound,
  school: { laestab: string; referenceDate: string; everyItem: boolean },
): RoundItems {
  const now = roundNumber(round);
  return {
    round,
    ...school,
    isSpring: round.term === 'SPR',
    sexElement: now >= at(2023, 'AUT') ? 'Sex' : 'Gender',
    hasServiceChild: round.term === 'SPR' || now >= at(2018, 'AUT'),
    postLookedAfterElement: now >= at(2016, 'AUT') ? 'PLAA' : 'AdoptedFromCare',
    eligibilityElement: now >= at(2024, 'AUT') ? 'EligibilityCode' : 'ThirtyHourCode',
    eyppElement: now >= at(2019, 'SPR') ? 'EYPPR' : 'EYPPE',
    hasReasons: now >= at(2021, 'SPR'),
    attendance: {
      hasSums: now <= at(2024, 'AUT'),
      hasExceptional: now >= at(2021, 'SPR') && now <= at(2024, 'AUT'),
      sessionsElement: now >= at(2020, 'AUT') ? 'Sessions' : 'AbsenceSessions',
    },
    spans: attendanceSpans(round),
  };
}

function texts(name: string, values: readonly string[] | undefined): string {
  let written = '';
  for (const value of values ?? []) written += textElement(name, value);
  return written;
}

function writeIdentifiers(pupil: Pupil, items: RoundItems): string {
  return container(
    'PupilIdentifiers',
    textElement('UPN', pupil.upn) +
      texts('FormerUPN', pupil.formerUpns) +
      textElement('UniqueLearnerNumber', pupil.uln) +
      textElement('Surname', pupil.surname) +
      textElement('Forename', pupil.forename) +
      textElement('MiddleNames', pupil.middleNames) +
      textElement('PreferredSurname', pupil.preferredSurname) +
      texts('FormerSurname', pupil.formerSurnames) +
      textElement('DOB', pupil.birthDate) +
      textElement(items.sexElement, pupil.sex),
  );
}

function writeFsm(records: PupilRecords): string {
  let periods = '';
  for (const spell of records.fsmSpells) {
    periods += container(
      'FSMperiod',
      textElement('FSMstartDate', spell.startDate) +
        textElement('FSMendDate', spell.endDate) +
        textElement('UKcountry', spell.country),
    );
  }
  return container('FSMperiods', periods);
}

function hours(name: string, value: number | undefined): string {
  return textElement(name, value?.toFixed(2));
}

/** `Y` and `N`, as codes of yes and no are written. */
function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'Y' : 'N';
}

function writeEarlyYears(funding: EarlyYearsFunding | undefined, items: RoundItems): string {
  if (funding === undefined) return '';
  return (
    hours('FundedHours', funding.fundedHours) +
    hours('ExtendedHours', funding.extendedHours) +
    hours('ExpandedHours', funding.expandedHours) +
    hours('HoursAtSetting', funding.hoursAtSetting) +
    textElement(items.eligibilityElement, funding.eligibilityCode) +
    textElement('DAFIndicator', funding.disabilityAccessFund) +
    textElement(items.eyppElement, yesNo(funding.eypp)) +
    container('FundingBasisItems', textElement('FundingBasis', funding.basis))
  );
}

function writeCharacteristics(
  pupil: Pupil,
  records: PupilRecords,
  items: RoundItems,
  onRoll: boolean,
): string {
  const language = pupil.languages?.find(({ type }) => type === 'F') ?? pupil.languages?.[0];
  const basics =
    (items.isSpring || items.everyItem ? textElement('Ethnicity', pupil.ethnicity) : '') +
    textElement('Language', language?.code);
  if (!onRoll) return container('PupilCharacteristics', basics);
  const serviceChild = items.hasServiceChild || items.everyItem ? records.serviceChild.at(-1) : undefined;
  const postLookedAfter = records.lookedAfter.find((record) => record.postLookedAfter !== undefined);
  return container(
    'PupilCharacteristics',
    basics +
      writeFsm(records) +
      textElement('ServiceChild', serviceChild?.indicator) +
      textElement(items.postLookedAfterElement, postLookedAfter?.postLookedAfter) +
      writeEarlyYears(records.earlyYears.at(-1), items),
  );
}

function writeStatus(enrolment: Enrolment | undefined, onRoll: boolean): string {
  if (enrolment === undefined) return '';
  return container(
    'PupilStatus',
    (onRoll ? textElement('EnrolStatus', enrolment.status) : '') +
      textElement('EntryDate', enrolment.entryDate) +
      textElement('LeavingDate', enrolment.leavingDate) +
      textElement('PartTime', enrolment.partTime) +
      textElement('Boarder', enrolment.boarder) +
      textElement(onRoll ? 'NCyearActual' : 'NCyearLeaving', enrolment.yearGroup),
  );
}

/** The provision on census day: the last to begin of those that have not ended. */
function provisionOn(provisions: readonly SenProvision[], day: string): string | undefined {
  let found: SenProvision | undefined;
  for (const provision of provisions) {
    if ((provision.startDate ?? '') > day) continue;
    if (provision.endDate !== undefined && provision.endDate < day) continue;
    if ((provision.startDate ?? '') >= (found?.startDate ?? '')) found = provision;
  }
  return found?.provision;
}

function writeSen(records: PupilRecords, items: RoundItems): string {
  let needs = '';
  if (items.isSpring || items.everyItem) {
    for (const { need, rank } of records.senNeeds) {
      needs += container('SENneed', textElement('SENtypeRank', rank) + textElement('SENtype', need));
    }
  }
  // every pupil on roll has one; N is none
  const provision = provisionOn(records.senProvisions, items.referenceDate) ?? 'N';
  return container(
    'SpecialEducationalNeeds',
    textElement('SENprovision', provision) + container('SENneeds', needs),
  );
}

function writeExclusions(exclusions: readonly Exclusion[], items: RoundItems): string {
  const period = exclusionPeriod(items.round);
  let written = '';
  for (const { category, reasons, startDate, sessions } of exclusions) {
    if (!items.everyItem && !isWithin(startDate, period)) continue;
    written += container(
      'TermlyExclusion',
      textElement('Category', category) +
        (items.hasReasons
          ? container('Reasons', texts('Reason', reasons))
          : textElement('Reason', reasons?.[0])) +
        textElement('StartDate', startDate) +
        textElement('Sessions', sessions),
    );
  }
  return container('Exclusions', written);
}

function writeAddress(address: Address | undefined): string {
  if (address === undefined) return '';
  const { lines = [] } = address;
  let content = textElement('UniquePropertyReferenceNumber', address.uprn);
  content +=
    textElement('SAON', address.saon) +
    textElement('PAON', address.paon) +
    textElement('Street', address.street) +
    textElement('Locality', address.locality) +
    textElement('Town', address.town) +
    textElement('AdministrativeArea', address.administrativeArea) +
    textElement('PostTown', address.postTown);
  for (let i = 0; i < Math.min(lines.length, 5); i++) content += textElement(`AddressLine${i + 1}`, lines[i]);
  content += textElement('Postcode', address.postcode);
  return container('HomeInformation', container('Addresses', container('Address', content)));
}

const YOUNGEST = 4;
const OLDEST = 15;

/** Attendance is asked for of day pupils aged 4 to 15 on 31 August before the school year that it is of. */
function hasAttendance(pupil: Pupil, enrolment: Enrolment | undefined, { round }: RoundItems): boolean {
  const boarder = enrolment?.boarder;
  if (boarder !== undefined && boarder !== 'N') return false;
  if (pupil.birthDate === undefined) return true;
  const age =
    round.year - 1 - Number(pupil.birthDate.slice(0, 4)) - (pupil.birthDate.slice(5) > '08-31' ? 1 : 0);
  return age >= YOUNGEST && age <= OLDEST;
}

/** `PupilOnRoll` or `PupilNoLongerOnRoll`; nothing for records that have no pupil record among them. */
export function writePupil(
  records: PupilRecords,
  enrolment: Enrolment | undefined,
  items: RoundItems,
  onRoll: boolean,
): string {
  const { pupil } = records;
  if (pupil === undefined) return '';
  return container(
    onRoll ? 'PupilOnRoll' : 'PupilNoLongerOnRoll',
    writeIdentifiers(pupil, items) +
      writeCharacteristics(pupil, records, items, onRoll) +
      writeStatus(enrolment, onRoll) +
      (onRoll ? writeSen(records, items) : '') +
      writeExclusions(records.exclusions, items) +
      writeAddress(pupil.address) +
      (hasAttendance(pupil, enrolment, items)
        ? writeAttendance(records, items.spans, items.laestab, items.attendance)
        : ''),
  );
}
