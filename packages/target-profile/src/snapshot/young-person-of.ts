import type { PupilWithRecords } from '@rollbook/loader';
import type { Issue } from '@rollbook/parser-kit';
import { toNccisGender } from '../codes/nccis-genders.js';
import type { NccisGuarantee, NccisYoungPerson } from '../nccis/young-person.js';
import { cohortStatus, type CohortVerdict, type OutsideReason } from './cohort-status.js';
import { guaranteeDueOn, guaranteesOn, type GuaranteeStatuses } from './guarantee-on.js';
import { activityPart } from './person-activity.js';
import { addressPart, characteristicsPart, ethnicityPart, senPart } from './person-circumstances.js';
import { educatedLa, laAtYear11, leavingOf } from './person-las.js';
import { compareText } from './records-of.js';
import { createDraft, present, type SnapshotDraft, type WithheldGroup } from './snapshot-draft.js';
import type { SnapshotOptions } from './snapshot-options.js';
import { youngPersonIdOf } from './young-person-id.js';

/** Why a pupil must not be in the return. */
export type UnfitReason = OutsideReason | 'id-missing' | 'activity-sensitive';

export interface YoungPersonSnapshot {
  /** As far as it is known, even when it is to be left out. */
  readonly person: NccisYoungPerson;
  readonly issues: Issue[];
  /** Set when the person must not be written: out of the cohort, without an id, or for want of an option. */
  readonly leaveOut?: UnfitReason;
  /** What the pupil has and the person has not. */
  readonly withheld: readonly WithheldGroup[];
}

/**
 * A pupil as the NCCIS return has it on a day (`YYYY-MM-DD`): a snapshot of its history, in which nothing counts that
 * starts after the day. What isn't known is absent, for the return's rules to tell. Names are the legal ones.
 *
 * @throws RangeError when `date` is no day, the option `leadLa` is no English authority, or `assignId` gives no id.
 */
export function youngPersonOf(
  one: PupilWithRecords,
  date: string,
  options: SnapshotOptions,
): YoungPersonSnapshot {
  const draft = createDraft(one, date, options);
  const { pupil } = one;
  const { leadLa, issues, withheld, tell } = draft;

  const activity = activityPart(draft);
  const sen = senPart(draft);
  const yearElevenLa = laAtYear11(draft);
  const guarantees = guaranteesOn(draft.history, pupil.birthDate, date);
  for (const record of guarantees.unplaced)
    tell('profile-guarantee-year-unknown', 'guaranteeStatus', record.guaranteeStatus, record);
  const due = guaranteeDueOn(pupil.birthDate, date);
  const hasDue = due !== undefined && guarantees[`year${due}`] !== undefined;
  const leaving = leavingOf(draft);
  const verdict = cohortStatus(
    {
      birthDate: pupil.birthDate,
      told: leaving?.status,
      plan: sen?.plan ?? 'not-told',
      resident: options.resident?.(one),
      guarantee: hasDue,
    },
    date,
  );
  tellOutside(verdict, draft);
  // One who isn't in the return needs no id, and must not be given one.
  const inReturn = 'status' in verdict;
  const { id, issues: ofId } = youngPersonIdOf(one, date, inReturn ? options.assignId : undefined);
  if (inReturn) issues.push(...ofId);
  const gender = toNccisGender(pupil.sex);
  if (!gender.known) tell('profile-gender-unknown', 'gender', pupil.sex);

  const person = present<NccisYoungPerson>({
    youngPersonsId: id,
    cohortStatus: inReturn ? verdict.status : undefined,
    givenName: pupil.forename,
    middleName: pupil.middleNames,
    familyName: pupil.surname,
    ...addressPart(draft),
    gender: gender.code,
    dob: pupil.birthDate,
    ethnicity: ethnicityPart(draft),
    leadLea: leadLa,
    educatedLea: educatedLa(draft, activity.fields?.establishmentNumber),
    transferredToLaCode: leaving?.transferredTo,
    leaCodeAtYear11: yearElevenLa,
    uniqueLearnerNo: pupil.uln,
    uniquePupilNumber: pupil.upn,
    guaranteeStatusIndicator: hasDue ? 'Y' : 'N',
    previousYpidIdentifier: pupil.supplierIds?.previousYoungPersonId,
    ...guaranteeParts(guarantees, yearElevenLa ?? leadLa, leadLa),
    levelOfNeedCode: latest(draft, 'levelOfNeed') ?? options.levelOfNeed?.(one),
    sendFlag: sen?.sendFlag,
    senSupportFlag: sen?.senSupportFlag,
    characteristics: characteristicsPart(draft),
    activity: activity.fields,
    intendedDestinationYr11: latest(draft, 'intendedDestination'),
  });
  const leaveOut = leaveOutOf(verdict, id, activity.sensitive);
  return { person, issues, withheld, ...(leaveOut !== undefined && { leaveOut }) };
}

function tellOutside(verdict: CohortVerdict, { tell }: SnapshotDraft): void {
  if (!('outside' in verdict)) return;
  if (verdict.outside === 'birth-date-missing') tell('profile-birth-date-missing', 'dob');
  if (verdict.outside === 'plan-not-told') tell('profile-plan-not-told', 'cohortStatus');
}

function leaveOutOf(
  verdict: CohortVerdict,
  id: string | undefined,
  sensitive: boolean | undefined,
): UnfitReason | undefined {
  if ('outside' in verdict) return verdict.outside;
  if (id === undefined) return 'id-missing';
  return sensitive === true ? 'activity-sensitive' : undefined;
}

/** What the latest record that had begun by the day says; records without any date come last. */
function latest(
  { history, date }: SnapshotDraft,
  field: 'levelOfNeed' | 'intendedDestination',
): string | undefined {
  const begun = history
    .filter((record) => record[field] !== undefined)
    .map((record) => ({ record, from: record.startDate ?? record.dateAscertained ?? '' }))
    .filter(({ from }) => from <= date)
    .sort((a, b) => compareText(b.from, a.from) || compareText(a.record.key, b.record.key));
  return begun[0]?.record[field];
}

/** A block only where there is a status. The authority of year 11 gave that guarantee, the one that leads the other (inferred). */
function guaranteeParts(
  { year11, year12 }: GuaranteeStatuses,
  yearElevenLa: string | undefined,
  leadLa: string | undefined,
): Pick<NccisYoungPerson, 'guaranteeYear11' | 'guaranteeYear12'> {
  const block = (guaranteeStatus: string, leaCode: string | undefined): NccisGuarantee =>
    present<NccisGuarantee>({ guaranteeStatus, leaCode });
  return {
    ...(year11 !== undefined && { guaranteeYear11: block(year11, yearElevenLa) }),
    ...(year12 !== undefined && { guaranteeYear12: block(year12, leadLa) }),
  };
}
