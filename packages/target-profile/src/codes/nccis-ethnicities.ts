import { defineCodeSet, mainEthnicity } from '@rollbook/model';
import { firstDayOfRequirement, requirementYearOf } from './code-years.js';

/**
 * Ethnicity in the NCCIS return (YP27): a shorter list than the school census has. Twenty codes stand in the schema of
 * 2015 and in the rules of 2019-20; what the DfE added in a year after that is unconfirmed.
 */
export const nccisEthnicities = defineCodeSet({
  id: 'nccis-ethnicities',
  title: 'NCCIS ethnicity',
  source:
    'DfE, NCCIS: MI Return NCCIS 2015 (XSD), EthnicityType, and management information requirement 2019-20, YP27',
  entries: [
    { code: 'WBRI', label: 'White British', group: 'White' },
    { code: 'WIRI', label: 'White Irish', group: 'White' },
    { code: 'WROM', label: 'Gypsy or Roma', group: 'White' },
    { code: 'WOTH', label: 'Any other White background', group: 'White' },
    { code: 'MWBC', label: 'White and Black Caribbean', group: 'Mixed' },
    { code: 'MWBA', label: 'White and Black African', group: 'Mixed' },
    { code: 'MWAS', label: 'White and Asian', group: 'Mixed' },
    { code: 'MOTH', label: 'Any other mixed background', group: 'Mixed' },
    { code: 'AIND', label: 'Indian', group: 'Asian' },
    { code: 'APKN', label: 'Pakistani', group: 'Asian' },
    { code: 'ABAN', label: 'Bangladeshi', group: 'Asian' },
    { code: 'AOTH', label: 'Any other Asian background', group: 'Asian' },
    { code: 'CHNE', label: 'Chinese', group: 'Asian' },
    { code: 'BCRB', label: 'Black Caribbean', group: 'Black' },
    { code: 'BAFR', label: 'Black African', group: 'Black' },
    { code: 'BOTH', label: 'Any other Black background', group: 'Black' },
    {
      code: 'BBRI',
      label: 'Black British',
      group: 'Black',
      // The rules of 2019-20 don't take it; the first year that does was not found.
      from: '2020-04-01',
      unconfirmed: true,
      datesUnconfirmed: true,
    },
    { code: 'OARA', label: 'Arab', group: 'Other' },
    { code: 'OOTH', label: 'Any other ethnic group', group: 'Other' },
    { code: 'REFU', label: 'Refused', group: 'Not known' },
    { code: 'NOBT', label: 'Information not obtained', group: 'Not known' },
  ],
});

/**
 * What a census code is in the return. `unmapped` says why it is nothing there: `unknown`, the census has no such code;
 * `no-counterpart`, NCCIS has no code that means the same, as for WIRT (Traveller of Irish heritage).
 */
export type NccisEthnicityMapping =
  | { readonly status: 'mapped'; readonly code: string; readonly unconfirmed?: true }
  | { readonly status: 'unmapped'; readonly reason: 'unknown' | 'no-counterpart' };

/** Codes of the census that mean what another code of NCCIS does. */
const SAME_MEANING: ReadonlyMap<string, string> = new Map([['ORAB', 'OARA']]);

function found(code: string, date: string): NccisEthnicityMapping | undefined {
  const entry = nccisEthnicities.lookup(code, date);
  if (entry.status !== 'valid') return undefined;
  return { status: 'mapped', code, ...(entry.entry.unconfirmed && { unconfirmed: true }) };
}

/**
 * The NCCIS code for an ethnicity code of the school census, in the year of the requirement that starts in `year`. A code
 * that NCCIS has itself stays (OARA, which the census counts under OOTH); an extended code becomes the main code that the
 * DfE counts it under. No code is put under a wider one of NCCIS by our own judgement: WIRT, ABRI, AWEL and BWEL are
 * `no-counterpart`.
 *
 * @throws RangeError when `year` is no year.
 */
export function toNccisEthnicity(code: string, year: number): NccisEthnicityMapping {
  const date = firstDayOfRequirement(year);
  const own = found(SAME_MEANING.get(code) ?? code, date);
  if (own) return own;
  const main = mainEthnicity(code);
  if (main === undefined) return { status: 'unmapped', reason: 'unknown' };
  return found(main, date) ?? { status: 'unmapped', reason: 'no-counterpart' };
}

/**
 * {@link toNccisEthnicity} for the requirement in force on a day (`YYYY-MM-DD`).
 *
 * @throws RangeError when `date` is no day.
 */
export function nccisEthnicityOn(code: string, date: string): NccisEthnicityMapping {
  return toNccisEthnicity(code, requirementYearOf(date));
}
