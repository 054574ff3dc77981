import type { PupilWithRecords } from '@rollbook/loader';
import type { YouthParticipation } from '@rollbook/model';
import type { NccisEthnicityMapping } from '../codes/nccis-ethnicities.js';
import type { NccisActivityFields } from '../nccis/young-person.js';

/** How a young person left the cohort, as the service knows it. */
export interface Leaving {
  readonly status: 'T' | 'E' | 'M' | 'D';
  /** Where to: another English authority with T, 000 to 003 with E. */
  readonly transferredTo?: string;
}

/** What a snapshot is made by. Special category data is written only for those options that name it. */
export interface SnapshotOptions {
  /** The authority that leads: for all, or for each. Three digits of an English authority. */
  readonly leadLa: string | ((pupil: PupilWithRecords) => string | undefined);
  /** Where the young person is educated, where the enrolment and the establishment of the day don't tell. */
  readonly educatedLa?: ((pupil: PupilWithRecords) => string | undefined) | undefined;
  /** The authority at year 11, where the history of enrolments doesn't tell. */
  readonly laAtYear11?: ((pupil: PupilWithRecords) => string | undefined) | undefined;
  /** False for one whom another authority leads on, who is written only for a September Guarantee made here. */
  readonly resident?: ((pupil: PupilWithRecords) => boolean) | undefined;
  readonly leaving?: ((pupil: PupilWithRecords) => Leaving | undefined) | undefined;
  /** 1, 2 or 3, where no participation record has one. */
  readonly levelOfNeed?: ((pupil: PupilWithRecords) => string | undefined) | undefined;
  /** Writes ethnicity. */
  readonly ethnicity?: 'include' | undefined;
  /** NCCIS code for a census code on a day; `nccisEthnicityOn` when not given. */
  readonly mapEthnicity?: ((code: string, date: string) => NccisEthnicityMapping) | undefined;
  /** Writes the SEND and SEN support flags, and tells by plans who of 18 and over is in the cohort. */
  readonly sen?: 'include' | undefined;
  /** Writes characteristics (individual circumstances). */
  readonly characteristics?: 'include' | undefined;
  /** Further characteristics, by their codes; asked only when they are included. */
  readonly characteristicsOf?: ((pupil: PupilWithRecords, date: string) => readonly string[]) | undefined;
  /** Values of the activity that the canonical record has no field for, such as `dateVerified`. They win. */
  readonly activityDetails?:
    ((record: YouthParticipation, pupil: PupilWithRecords) => Partial<NccisActivityFields>) | undefined;
  /** `enrolment`: for one without any activity of the day, what the enrolment stands for. */
  readonly activityFrom?: 'enrolment' | undefined;
  /** `not-known`: one whose last activity ended has “not known” from the day after. */
  readonly withoutActivity?: 'not-known' | undefined;
  /** True for pupils whose address is protected (P14). */
  readonly withholdAddress?: ((pupil: PupilWithRecords) => boolean) | undefined;
  /** A young person id of thirteen digits for a pupil that has none. */
  readonly assignId?: ((pupil: PupilWithRecords) => string | undefined) | undefined;
}
