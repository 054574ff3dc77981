import type { EarlyYearsFunding } from '@rollbook/model';
import { writeDelimited } from '@rollbook/parser-kit';
import type { FitOptions } from '../pupils/fit-pupil.js';
import { recordsOf, type TargetPupil, type TargetPupils } from '../pupils/target-pupil.js';
import { EXTENSIONS } from './child-records.js';
import { escapeCell } from './csv-cell.js';
import { childValues } from './fields.js';
import { fitChild, type WithheldValues } from './fit-child.js';
import { type HeadcountColumn, headcountColumns } from './headcount-columns.js';
import { entitlements, ENTITLEMENT_WEEKS } from './hour-limits.js';

export interface WriteHeadcountOptions extends FitOptions {
  /** URN of one setting whose rows alone are written; all when not given. */
  readonly setting?: string | undefined;
  /** Called once, behind the last piece. */
  readonly onDone?: ((summary: HeadcountSummary) => void) | undefined;
}

export interface HeadcountSummary {
  readonly pupils: number;
  readonly rows: number;
  /** Funding that names no setting, and has no row. */
  readonly withoutSetting: number;
  /** What {@link FitOptions} left out; `address` for addresses that are withheld. */
  readonly withheld: WithheldValues & { readonly address?: number };
}

/**
 * Writes a headcount CSV, a row for each `early-years-funding` record: UTF-8 with a byte order mark, CRLF, and an apostrophe
 * before cells that a spreadsheet would run. Parents' national insurance numbers are never written. Ethnicity, SEN and the
 * disability access fund are written when `include` names `ethnicity`, `sen` and `health`.
 */
export async function* writeHeadcount(
  pupils: TargetPupils,
  options: WriteHeadcountOptions = {},
): AsyncGenerator<string, void, undefined> {
  const include = new Set(options.include);
  const counts = { pupils: 0, rows: 0, withoutSetting: 0 };
  const withheld: WithheldValues & { address?: number } = {};
  async function* rows(): AsyncGenerator<(string | undefined)[], void, undefined> {
    yield [...headcountColumns];
    for await (const one of pupils) {
      counts.pupils++;
      const hidden = (options.withholdAddress?.(one) ?? false) && one.pupil.address !== undefined;
      for (const funding of recordsOf(one, 'early-years-funding')) {
        if (funding.provider === undefined) counts.withoutSetting++;
        else if (options.setting === undefined || options.setting === funding.provider) {
          counts.rows++;
          if (hidden) withheld.address = (withheld.address ?? 0) + 1;
          const cells = cellsOf(one, funding, funding.provider, hidden, (child) =>
            fitChild(child, include, withheld),
          );
          yield headcountColumns.map((column) => cells[column] && escapeCell(cells[column]));
        }
      }
    }
  }
  yield* writeDelimited(rows(), { escapeFormulas: true, bom: true });
  options.onDone?.({ ...counts, withheld });
}

function cellsOf(
  one: TargetPupil,
  funding: EarlyYearsFunding,
  urn: string,
  hidden: boolean,
  fit: (child: Parameters<typeof fitChild>[0]) => Parameters<typeof fitChild>[0],
): Partial<Record<HeadcountColumn, string>> {
  const { pupil } = one;
  const { extensions = {} } = funding;
  const provision = recordsOf(one, 'sen-provision').at(-1)?.provision;
  const child = childValues(
    fit({
      ...(pupil.ethnicity === undefined ? {} : { ethnicity: pupil.ethnicity }),
      ...(provision === undefined ? {} : { senProvision: provision }),
      ...(funding.disabilityAccessFund === undefined ? {} : { dafIndicator: funding.disabilityAccessFund }),
      ...(pupil.address === undefined || hidden ? {} : { address: pupil.address }),
    }),
  );
  const weeks = funding.weeksPerYear ?? ownWeeks(funding);
  const flag = (value: unknown): string | undefined =>
    typeof value === 'boolean' ? (value ? 'Y' : 'N') : undefined;
  const number = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : String(value);
  const stretched =
    extensions[EXTENSIONS.stretched] ?? (weeks === undefined ? undefined : weeks > ENTITLEMENT_WEEKS);
  const cells: Readonly<Record<HeadcountColumn, string | undefined>> = {
    settingUrn: urn,
    childRef: childRefOf(pupil.supplierIds?.childRef, urn),
    surname: pupil.surname,
    forename: pupil.forename,
    middle: pupil.middleNames,
    dob: pupil.birthDate,
    sex: pupil.sex,
    ethnicity: child.ethnicity?.[0],
    address1: child.addressLine1?.[0],
    address2: child.addressLine2?.[0],
    address3: child.addressLine3?.[0],
    address4: child.addressLine4?.[0],
    address5: child.addressLine5?.[0],
    postcode: child.postcode?.[0],
    startDate: funding.startDate,
    endDate: funding.endDate,
    weeklyUniversal: number(funding.fundedHours),
    weeklyExtended: number(funding.extendedHours),
    weeklyExpanded: number(funding.expandedHours),
    weeks: number(weeks),
    stretched: flag(stretched),
    eligibilityCode: funding.eligibilityCode,
    eyppConsent: flag(extensions[EXTENSIONS.consent]),
    daf: flag(child.dafIndicator && funding.disabilityAccessFund),
    sen: child.senProvision?.[0],
    presentInCensusWeek: flag(extensions[EXTENSIONS.present]),
    attendsTwoSettings: flag(extensions[EXTENSIONS.twoSettings]),
  };
  return cells as Partial<Record<HeadcountColumn, string>>;
}

/** Weeks of the entitlement that has hours, where they differ by entitlement: the headcount has room for one. */
function ownWeeks({ extensions = {}, ...funding }: EarlyYearsFunding): number | undefined {
  for (const one of entitlements) {
    const weeks = extensions[EXTENSIONS.weeks[one]];
    if (typeof weeks === 'number' && (funding[`${one}Hours`] ?? 0) > 0) return weeks;
  }
  return undefined;
}

/** The setting's own reference out of the id that `readHeadcount` made of it. */
function childRefOf(id: string | undefined, urn: string): string | undefined {
  if (id === undefined) return undefined;
  return id.startsWith(`${urn}|`) ? id.slice(urn.length + 1).replace(/\\(.)/g, '$1') : id;
}
