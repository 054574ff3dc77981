import type { EarlyYearsFunding, JsonValue, SenProvision } from '@rollbook/model';
import { type Issue, recordReference } from '@rollbook/parser-kit';
import { recordsOf, type TargetPupil, type TargetPupils } from '../pupils/target-pupil.js';
import type { EarlyYearsTerm } from './census-terms.js';
import type { EarlyYearsChild, EarlyYearsSettingChildren } from './child.js';
import { EXTENSIONS } from './child-records.js';
import { earlyYearsIssue } from './early-years-issues.js';
import { readNumber } from './fields.js';
import type { ChildAtSetting } from './hour-caps.js';
import { entitlements } from './hour-limits.js';
import type { EarlyYearsSetting } from './setting.js';

export interface ChildrenOptions {
  /** Pupils whose addresses are never sent: protected address, adoption. */
  readonly withholdAddress?: ((pupil: TargetPupil) => boolean) | undefined;
}

/** A pupil's places at settings in one collection. */
export interface ChildrenOfPupil {
  readonly children: readonly ChildAtSetting[];
  /** Records without a provider. */
  readonly issues: readonly Issue[];
  /** Records that say that the child wasn't present in census week. */
  readonly notPresent: number;
  /** True when there are places whose address is withheld. */
  readonly addressWithheld: boolean;
}

/**
 * The places of a pupil at settings in a collection, one for each `early-years-funding` record that runs on the reference
 * date and isn't of another term; its `provider` is the setting's URN. Records of a term but without dates are taken, though
 * nothing says of which year they are. Bases and weeks that such records have no field for come from their extensions.
 */
export function childrenOfPupil(
  one: TargetPupil,
  term: EarlyYearsTerm,
  options: ChildrenOptions = {},
): ChildrenOfPupil {
  const children: ChildAtSetting[] = [];
  const issues: Issue[] = [];
  let notPresent = 0;
  const runs = ({
    startDate,
    endDate,
  }: {
    startDate?: string | undefined;
    endDate?: string | undefined;
  }): boolean =>
    (startDate === undefined || startDate <= term.referenceDate) &&
    (endDate === undefined || term.referenceDate <= endDate);
  const sen = recordsOf(one, 'sen-provision').filter(runs).sort(byStart).at(-1)?.provision;
  const hidden = one.pupil.address !== undefined && (options.withholdAddress?.(one) ?? false);
  for (const funding of recordsOf(one, 'early-years-funding')) {
    if (!runs(funding) || (funding.term !== undefined && funding.term !== term.code)) continue;
    const { provider, provenance } = funding;
    if (provider === undefined) {
      const record = recordReference(funding);
      issues.push(
        earlyYearsIssue('early-years-provider-missing', provenance.place, { field: 'provider', record }),
      );
    } else if (funding.extensions?.[EXTENSIONS.present] === false) notPresent++;
    else children.push({ urn: provider, child: childOf(one, funding, sen, hidden) });
  }
  return { children, issues, notPresent, addressWithheld: hidden && children.length > 0 };
}

function byStart(a: SenProvision, b: SenProvision): number {
  const [first, second] = [a.startDate ?? '', b.startDate ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}

function childOf(
  { pupil }: TargetPupil,
  funding: EarlyYearsFunding,
  senProvision: string | undefined,
  hidden: boolean,
): EarlyYearsChild {
  const { extensions = {} } = funding;
  const bases = [funding.basis, ...texts(extensions[EXTENSIONS.fundingBasis])].filter(
    (basis): basis is string => basis !== undefined,
  );
  const fields: { [F in keyof EarlyYearsChild]: EarlyYearsChild[F] | undefined } = {
    upn: pupil.upn,
    surname: pupil.surname,
    forename: pupil.forename,
    middleNames: pupil.middleNames,
    preferredSurname: pupil.preferredSurname,
    formerSurname: pupil.formerSurnames?.[0],
    birthDate: pupil.birthDate,
    sex: pupil.sex,
    ethnicity: pupil.ethnicity,
    fundedHours: funding.fundedHours,
    extendedHours: funding.extendedHours,
    expandedHours: funding.expandedHours,
    hoursAtSetting: funding.hoursAtSetting,
    eligibilityCode: funding.eligibilityCode,
    dafIndicator: funding.disabilityAccessFund,
    eypp: funding.eypp,
    eyppBasis: texts(extensions[EXTENSIONS.eyppBasis])[0],
    fundingBases: bases.length === 0 ? undefined : bases,
    senProvision,
    address: hidden ? undefined : pupil.address,
  };
  for (const one of entitlements) {
    const own = extensions[EXTENSIONS.weeks[one]];
    const weeks = typeof own === 'string' ? readNumber(own) : own;
    if (typeof weeks === 'number') fields[`${one}Weeks`] = weeks;
    else if ((funding[`${one}Hours`] ?? 0) > 0) fields[`${one}Weeks`] = funding.weeksPerYear;
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Texts of an extension, one or several. */
function texts(value: JsonValue | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');
}

/** What {@link collectBySetting} passed over. */
export interface CollectedSettings {
  /** Every setting given, in its order, those without children too. */
  readonly returns: readonly EarlyYearsSettingChildren[];
  readonly pupils: number;
  readonly notPresent: number;
  /** Pupils with places whose address is withheld. */
  readonly addressesWithheld: number;
  /** Funding at the school that the pupil is registered with: it stands in the school census. */
  readonly atSchools: number;
  /** Funding of settings that aren't given, and of none. */
  readonly unplaced: number;
}

/**
 * Sorts children under their settings, which a return is written by. It holds all children of the return, a thousand bytes
 * or so each: the pupils of an authority come school by school or in any order, and not by setting. A provider may be
 * named by the authority's URN or by Ofsted's.
 *
 * @throws RangeError when two settings have the same URN.
 */
export async function collectBySetting(
  pupils: TargetPupils,
  settings: readonly EarlyYearsSetting[],
  term: EarlyYearsTerm,
  options: ChildrenOptions & { readonly onIssue?: ((issue: Issue) => void) | undefined } = {},
): Promise<CollectedSettings> {
  const returns = settings.map((setting) => ({ setting, children: [] as EarlyYearsChild[] }));
  const byUrn = new Map<string, EarlyYearsChild[]>();
  if (new Set(settings.map(({ urn }) => urn)).size < settings.length)
    throw new RangeError('Two settings have the same URN.');
  for (const { setting, children } of returns) {
    if (setting.ofstedUrn !== undefined) byUrn.set(setting.ofstedUrn, children);
  }
  // The authority's own URN goes first, should one be both.
  for (const { setting, children } of returns) byUrn.set(setting.urn, children);
  const counts = { pupils: 0, notPresent: 0, addressesWithheld: 0, atSchools: 0, unplaced: 0 };
  for await (const one of pupils) {
    counts.pupils++;
    const found = childrenOfPupil(one, term, options);
    counts.notPresent += found.notPresent;
    if (found.addressWithheld) counts.addressesWithheld++;
    counts.unplaced += found.issues.length;
    for (const issue of found.issues) options.onIssue?.(issue);
    for (const { urn, child } of found.children) {
      const children = byUrn.get(urn);
      if (children !== undefined) {
        children.push(child);
        continue;
      }
      if (urn === one.school) {
        counts.atSchools++;
        continue;
      }
      counts.unplaced++;
      const { place } = one.pupil.provenance;
      const more = { field: 'provider', value: urn, record: recordReference(one.pupil) };
      options.onIssue?.(earlyYearsIssue('early-years-provider-unknown', place, more));
    }
  }
  return { returns, ...counts };
}
