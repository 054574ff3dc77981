import { type EarlyYearsFunding, joinKey } from '@rollbook/model';
import { academicYearOfRound } from './census-round.js';
import type { ReadField } from './element-fields.js';
import type { PupilContext } from './pupil-context.js';
import type { PutBy } from './record-draft.js';

type Hours = 'fundedHours' | 'extendedHours' | 'expandedHours' | 'hoursAtSetting';

function hours(field: Hours): ReadField<EarlyYearsFunding> {
  return (funding, element, draft) => {
    const value = draft.number(element, field);
    if (value !== undefined) funding[field] = value;
  };
}

function flag(field: 'eypp' | 'disabilityAccessFund'): ReadField<EarlyYearsFunding> {
  return (funding, element, draft) => {
    const value = draft.flag(element, field);
    if (value !== undefined) funding[field] = value;
  };
}

const eligibilityCode: ReadField<EarlyYearsFunding> = (funding, element, draft) => {
  const value = draft.text(element, 'eligibilityCode');
  if (value !== undefined) funding.eligibilityCode = value;
};

/** Items of funded early years, by their names in lower case. */
const READERS: ReadonlyMap<string, ReadField<EarlyYearsFunding>> = new Map<
  string,
  ReadField<EarlyYearsFunding>
>([
  ['fundedhours', hours('fundedHours')],
  ['extendedhours', hours('extendedHours')],
  ['expandedhours', hours('expandedHours')],
  ['hoursatsetting', hours('hoursAtSetting')],
  ['thirtyhourcode', eligibilityCode],
  ['eligibilitycode', eligibilityCode],
  ['dafindicator', flag('disabilityAccessFund')],
  ['eyppr', flag('eypp')],
  ['eyppe', flag('eypp')],
  // the basis of the early years pupil premium, which is not that of the funding
  [
    'eyppbf',
    (_, element, draft) => {
      draft.keep(element);
    },
  ],
  [
    'fundingbasis',
    (funding, element, draft) => {
      // a child may be funded on several; records have room for one
      if (funding.basis !== undefined) {
        draft.keep(element);
        return;
      }
      const basis = draft.code(element, 'basis');
      if (basis !== undefined) funding.basis = basis;
    },
  ],
]);

export const earlyYearsItems: readonly string[] = [...READERS.keys()];

/** Funded hours of the term of the collection, at the school of the return. */
export function mapEarlyYears(context: PupilContext, items: readonly PutBy[]): void {
  const { draft, file } = context;
  const first = items[0];
  if (first === undefined) return;
  const { term } = file.round;
  const funding: EarlyYearsFunding = {
    kind: 'early-years-funding',
    key: joinKey(context.key, file.school, academicYearOfRound(file.round), term),
    provenance: context.beginLoose(first),
    pupilKey: context.key,
  };
  file.setSchool(funding);
  const own = Object.keys(funding).length;
  for (const item of items) {
    READERS.get(item.element.name.toLowerCase())?.(funding, draft.resume(item), draft);
  }
  draft.resume(first);
  if (Object.keys(funding).length === own && !draft.hasUnreadable && draft.extensions() === undefined) return;
  if (file.school !== undefined) funding.provider = file.school;
  if (term !== undefined) funding.term = term;
  draft.finish(funding);
}
