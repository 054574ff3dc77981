import { nccisCharacteristics } from '@rollbook/model';
import { nccisEthnicityOn } from '../codes/nccis-ethnicities.js';
import { addressLines, type NccisAddress } from './address-lines.js';
import { recordsOf } from './records-of.js';
import { sendOn, type SendStatus } from './send-on.js';
import type { SnapshotDraft } from './snapshot-draft.js';

/** The address, unless it is protected. */
export function addressPart({ one, options, withheld, tell }: SnapshotDraft): NccisAddress {
  const { address } = one.pupil;
  if (address === undefined) return {};
  if (options.withholdAddress?.(one) === true) {
    withheld.push('address');
    tell('profile-address-withheld', 'address');
    return {};
  }
  const lines = addressLines(address);
  if (lines.joined) tell('profile-address-lines-joined', 'addressLine4');
  return lines.address;
}

/** The ethnicity as a code of the return, when an option names it. */
export function ethnicityPart({ one, date, options, withheld, tell }: SnapshotDraft): string | undefined {
  const { ethnicity } = one.pupil;
  if (ethnicity === undefined) return undefined;
  if (options.ethnicity !== 'include') {
    withheld.push('ethnicity');
    return undefined;
  }
  const mapping = (options.mapEthnicity ?? nccisEthnicityOn)(ethnicity, date);
  if (mapping.status === 'unmapped') {
    tell('profile-ethnicity-unmapped', 'ethnicity', ethnicity);
    return undefined;
  }
  if (mapping.unconfirmed === true) tell('profile-ethnicity-unconfirmed', 'ethnicity', mapping.code);
  return mapping.code;
}

/** SEN of the day; undefined when no option names it. */
export function senPart({ one, date, options, withheld, tell }: SnapshotDraft): SendStatus | undefined {
  const provisions = recordsOf(one.records, 'sen-provision');
  if (options.sen !== 'include') {
    if (provisions.length > 0) withheld.push('sen');
    return undefined;
  }
  const sen = sendOn(provisions, date);
  for (const record of sen.unknown) tell('profile-sen-unknown', 'provision', record.provision, record);
  return sen;
}

/** Codes of characteristics, when an option names them: 110 from being looked after on the day, others from the caller. */
export function characteristicsPart({
  one,
  date,
  options,
  withheld,
  tell,
}: SnapshotDraft): string[] | undefined {
  const lookedAfter = recordsOf(one.records, 'looked-after').some(
    ({ startDate, endDate, inCare, postLookedAfter }) =>
      inCare !== false &&
      postLookedAfter === undefined &&
      (startDate === undefined || startDate <= date) &&
      (endDate === undefined || endDate >= date),
  );
  if (options.characteristics !== 'include') {
    if (lookedAfter) withheld.push('characteristics');
    return undefined;
  }
  const codes = new Set(options.characteristicsOf?.(one, date));
  if (lookedAfter) codes.add('110');
  for (const code of codes)
    if (!nccisCharacteristics.has(code)) tell('profile-characteristic-unknown', 'characteristics', code);
  return codes.size === 0 ? undefined : [...codes].sort();
}
