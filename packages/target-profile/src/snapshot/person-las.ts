import { isLaestab } from '@rollbook/model';
import { isTransferTarget } from '../codes/nccis-las.js';
import { yearElevenOf } from './academic-age.js';
import { attendedSchool, enrolmentOn } from './enrolment-on.js';
import type { SnapshotDraft } from './snapshot-draft.js';
import type { Leaving } from './snapshot-options.js';

function laOf(laestab: string | undefined): string | undefined {
  return laestab !== undefined && isLaestab(laestab) ? laestab.slice(0, 3) : undefined;
}

/** Where one is educated: by the enrolment of the day, else by the establishment of the activity, else as the caller says. */
export function educatedLa(
  { one, enrolment, options, tell }: SnapshotDraft,
  establishment: string | undefined,
): string | undefined {
  const real = establishment?.endsWith('9999') === true ? undefined : establishment;
  const la = laOf(enrolment && attendedSchool(enrolment)) ?? laOf(real) ?? options.educatedLa?.(one);
  if (la === undefined) tell('profile-educated-la', 'educatedLea');
  return la;
}

/**
 * The authority at year 11, from when it began: by the enrolment in the May of it, when all are still on roll, or before
 * that May by the enrolment of the day; else as the caller says. Which day of the year counts is inferred.
 */
export function laAtYear11({ one, date, enrolments, options }: SnapshotDraft): string | undefined {
  const year = yearElevenOf(one.pupil.birthDate);
  if (year === undefined || date < `${year}-09-01`) return undefined;
  const may = `${year + 1}-05-15`;
  const then = enrolmentOn(enrolments, date < may ? date : may);
  return laOf(then && attendedSchool(then)) ?? options.laAtYear11?.(one);
}

/** How one left: as the service says, else deceased when a school gave that (DD) as the reason for leaving. */
export function leavingOf({
  one,
  date,
  enrolments,
  leadLa,
  options,
  tell,
}: SnapshotDraft): Leaving | undefined {
  const told = options.leaving?.(one);
  if (told === undefined) {
    const died = enrolments.some(
      ({ leavingReason, leavingDate }) =>
        leavingReason === 'DD' && leavingDate !== undefined && leavingDate <= date,
    );
    return died ? { status: 'D' } : undefined;
  }
  const { status, transferredTo } = told;
  const goes = status === 'T' || status === 'E';
  if (transferredTo === undefined) {
    if (status === 'T') tell('profile-transfer-target', 'transferredToLaCode');
  } else if (!goes || !isTransferTarget(transferredTo, status) || transferredTo === leadLa)
    tell('profile-transfer-target', 'transferredToLaCode', transferredTo);
  return told;
}
