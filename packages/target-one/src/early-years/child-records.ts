import {
  type CanonicalRecord,
  type EarlyYearsFunding,
  joinKey,
  type JsonValue,
  type Provenance,
  type Pupil,
  pupilKey,
  spellKey,
} from '@rollbook/model';
import type { EarlyYearsChild } from './child.js';
import { type Entitlement, entitlements } from './hour-limits.js';

/** Names under `extensions` of an `early-years-funding` record for what it has no field for. */
export const EXTENSIONS = {
  weeks: {
    funded: 'FundedEntitlementWeeks',
    extended: 'ExtendedEntitlementWeeks',
    expanded: 'ExpandedEntitlementWeeks',
  } satisfies Record<Entitlement, string>,
  eyppBasis: 'EYPPBF',
  fundingBasis: 'FundingBasis',
  stretched: 'stretched',
  yearlyHours: 'yearlyHours',
  present: 'presentInCensusWeek',
  consent: 'eyppConsent',
  twoSettings: 'attendsTwoSettings',
  parentNi: 'parentNI',
} as const;

/** Where records of a child come from, and what a census doesn't say. */
export interface ChildRecordsOf {
  readonly urn: string;
  readonly child: EarlyYearsChild;
  readonly provenance: Provenance;
  /** Term of the collection. */
  readonly term?: string | undefined;
  /** Reference of the setting for the child, unique within it. */
  readonly childRef?: string | undefined;
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
  /** More for the funding's extensions. */
  readonly extensions?: Readonly<Record<string, JsonValue>> | undefined;
}

/**
 * A child at a setting as canonical records: `pupil`, `early-years-funding` with the setting's URN as its provider, and
 * `sen-provision` where it has one. `childrenOfPupil` gives the child back. Undefined for a child with neither UPN,
 * reference nor name.
 */
export function recordsOfChild(of: ChildRecordsOf): CanonicalRecord[] | undefined {
  const { urn, child, provenance, term, childRef, startDate, endDate } = of;
  const key = pupilKey({
    ...child,
    // A reference is one setting's own.
    supplierId: childRef === undefined ? undefined : joinKey(urn, childRef),
  });
  if (key === undefined) return undefined;
  const { formerSurname, senProvision } = child;
  const pupil: Pupil = {
    kind: 'pupil',
    key,
    provenance,
    ...pick(child, ['upn', 'surname', 'forename', 'middleNames', 'preferredSurname']),
    ...pick(child, ['birthDate', 'sex', 'ethnicity', 'address']),
    ...(formerSurname === undefined ? {} : { formerSurnames: [formerSurname] }),
    ...(childRef === undefined ? {} : { supplierIds: { childRef: joinKey(urn, childRef) } }),
  };
  const { weeksPerYear, extensions } = weeksOf(child);
  const [basis, ...others] = child.fundingBases ?? [];
  const kept = {
    ...extensions,
    ...(child.eyppBasis === undefined ? {} : { [EXTENSIONS.eyppBasis]: child.eyppBasis }),
    ...(others.length === 0 ? {} : { [EXTENSIONS.fundingBasis]: others }),
    ...of.extensions,
  };
  const funding: EarlyYearsFunding = {
    kind: 'early-years-funding',
    key: joinKey(key, urn, term, startDate),
    pupilKey: key,
    provenance,
    provider: urn,
    ...pick(child, ['fundedHours', 'extendedHours', 'expandedHours', 'hoursAtSetting']),
    ...pick(child, ['eligibilityCode', 'eypp']),
    ...(term === undefined ? {} : { term }),
    ...(startDate === undefined ? {} : { startDate }),
    ...(endDate === undefined ? {} : { endDate }),
    ...(weeksPerYear === undefined ? {} : { weeksPerYear }),
    ...(basis === undefined ? {} : { basis }),
    ...(child.dafIndicator === undefined ? {} : { disabilityAccessFund: child.dafIndicator }),
    ...(Object.keys(kept).length === 0 ? {} : { extensions: kept }),
  };
  const records: CanonicalRecord[] = [pupil, funding];
  if (senProvision !== undefined) {
    records.push({
      kind: 'sen-provision',
      key: spellKey(key, undefined, senProvision),
      pupilKey: key,
      provenance,
      provision: senProvision,
    });
  }
  return records;
}

function pick<K extends keyof EarlyYearsChild>(
  child: EarlyYearsChild,
  fields: readonly K[],
): Pick<EarlyYearsChild, K> {
  const picked: Partial<EarlyYearsChild> = {};
  for (const field of fields) if (child[field] !== undefined) picked[field] = child[field];
  return picked;
}

/** One figure where all hours have the same weeks, else one for each under the census's names. */
function weeksOf(child: EarlyYearsChild): { weeksPerYear?: number; extensions: Record<string, JsonValue> } {
  const all = entitlements.map((one) => ({
    one,
    hasHours: (child[`${one}Hours`] ?? 0) > 0,
    weeks: child[`${one}Weeks`],
  }));
  const first = all.find(({ hasHours }) => hasHours)?.weeks;
  if (first !== undefined && all.every(({ hasHours, weeks }) => weeks === (hasHours ? first : undefined)))
    return { weeksPerYear: first, extensions: {} };
  const extensions: Record<string, JsonValue> = {};
  for (const { one, weeks } of all) if (weeks !== undefined) extensions[EXTENSIONS.weeks[one]] = weeks;
  return { extensions };
}
