import type { SensitiveGroup } from '../pupils/fit-pupil.js';
import type { EarlyYearsNames } from './census-names.js';
import { type EarlyYearsHeader, earlyYearsHeaderSchema } from './census-header.js';
import { earlyYearsTerm, placeByAge } from './census-terms.js';
import { type EarlyYearsChild, type EarlyYearsSettingChildren, isFunded } from './child.js';
import { countsOf } from './counts.js';
import { fitChild, type WithheldValues } from './fit-child.js';
import type { EarlyYearsSetting } from './setting.js';

export interface WriteEarlyYearsOptions {
  /** Sensitive data that is sent; none when not given. A return that the DfE takes needs `ethnicity`, `sen`, `health` and `looked-after`. */
  readonly include?: readonly SensitiveGroup[] | undefined;
  /**
   * Whose ages are counted where a setting gives no figures of its own: `all` children, as a public implementation does
   * and when not given, or the `funded` ones.
   */
  readonly count?: 'all' | 'funded' | undefined;
  /** Names of a council that has the DfE's schema. */
  readonly names?: EarlyYearsNames | undefined;
  /** Leaves out items whose names no public source shows; they are written when not given. */
  readonly confirmedOnly?: boolean | undefined;
  /** Called once, behind the last piece. */
  readonly onDone?: ((summary: EarlyYearsSummary) => void) | undefined;
}

/** What was written and what was not. Children given = `children` + `notFunded`. */
export interface EarlyYearsSummary {
  readonly settings: number;
  /** Settings left out since they have no child with funded hours. */
  readonly settingsNotFunded: number;
  readonly children: number;
  /** Children left out since they have no funded hours. */
  readonly notFunded: number;
  /** Children given who are of none of the census's ages, or have no date of birth, and are in no count. */
  readonly notCounted: number;
  /** Values left out since their names are unconfirmed, by name. */
  readonly unconfirmed: Readonly<Record<string, number>>;
  /** Values left out since no option named their group. */
  readonly withheld: Readonly<WithheldValues>;
}

/** A setting as it is written: its children are those with funded hours, its counts complete. */
export interface PreparedSetting {
  readonly setting: EarlyYearsSetting;
  readonly children: readonly EarlyYearsChild[];
}

/** Settings ready to be written, one after another, and the summary of those given out so far. */
export interface PreparedReturn {
  readonly settings: AsyncGenerator<PreparedSetting, void, undefined>;
  readonly summary: () => EarlyYearsSummary;
  /** Notes that a value was left out. */
  readonly leaveOut: (name: string) => void;
}

/**
 * Leaves out what doesn't belong into a return, and counts it.
 *
 * @throws RangeError for a header that is none, or of a term in which there is no collection.
 */
export function prepareReturn(
  header: EarlyYearsHeader,
  returns: Iterable<EarlyYearsSettingChildren> | AsyncIterable<EarlyYearsSettingChildren>,
  options: WriteEarlyYearsOptions,
): PreparedReturn {
  if (!earlyYearsHeaderSchema.safeParse(header).success)
    throw new RangeError('The header of the return does not fit its schema.');
  const term = { ...earlyYearsTerm(header.term, header.year), referenceDate: header.referenceDate };
  const include = new Set(options.include);
  const counts = { settings: 0, settingsNotFunded: 0, children: 0, notFunded: 0, notCounted: 0 };
  const unconfirmed: Record<string, number> = {};
  const withheld: WithheldValues = {};
  async function* settings(): AsyncGenerator<PreparedSetting, void, undefined> {
    for await (const { setting, children } of returns) {
      const funded = children.filter(isFunded);
      counts.notFunded += children.length - funded.length;
      counts.notCounted += children.filter(
        ({ birthDate }) => placeByAge(birthDate, term).status !== 'in',
      ).length;
      if (funded.length === 0) {
        counts.settingsNotFunded++;
        continue;
      }
      counts.settings++;
      counts.children += funded.length;
      const ages = countsOf(setting, children, term, options.count);
      yield {
        setting: {
          ...setting,
          la: setting.la ?? header.la,
          // Children under two are counted from 2026 on.
          counts: term.year >= 2026 ? ages : { age2: ages.age2, age3: ages.age3, age4: ages.age4 },
        },
        children: funded.map((child) => fitChild(child, include, withheld)),
      };
    }
  }
  return {
    settings: settings(),
    summary: () => ({ ...counts, unconfirmed: { ...unconfirmed }, withheld: { ...withheld } }),
    leaveOut: (name) => (unconfirmed[name] = (unconfirmed[name] ?? 0) + 1),
  };
}
