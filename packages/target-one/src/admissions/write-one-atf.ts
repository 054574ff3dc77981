import type { CanonicalRecord, JsonValue, RecordKind } from '@rollbook/model';
import { writeAtf } from '@rollbook/parser-ctf';
import { addWithheld, fitPupil, type FitOptions, type FittedPupil } from '../pupils/fit-pupil.js';
import { recordsOf, type TargetPupil, type TargetPupils } from '../pupils/target-pupil.js';
import { withoutPreferences } from './preference-order.js';
import { admissionsVersion, intakeOfVersion } from './series.js';

export interface OneAtfOptions extends FitOptions {
  /** Number of the authority that sends it, three digits. */
  readonly authority: string;
  /** LAESTAB of the school that gets it. */
  readonly school: string;
  /** The year in whose September the children come. */
  readonly intakeYear: number;
  /** `23.1` and such, where the series was issued anew. */
  readonly version?: string;
  /** Local time, `YYYY-MM-DDThh:mm:ss`. */
  readonly dateTime: string;
  /** Codes of outcome that stand for an accepted place: no list of them is public, so the council names its own. */
  readonly accepted: readonly string[];
  readonly onDone?: (summary: OneAtfSummary) => void;
}

/** What became of what was given: `pupils = written + withoutPlace`. */
export interface OneAtfSummary {
  readonly pupils: number;
  readonly written: number;
  /** Children without an accepted application for the school. */
  readonly withoutPlace: number;
  readonly unwritable: Readonly<Partial<Record<RecordKind, number>>>;
  readonly withheld: FittedPupil['withheld'];
}

/**
 * Writes the file by which an authority tells a school the children that it will get: those with an accepted application for it.
 * Other applications of a child, and every order of preference, stay with the authority.
 *
 * @throws RangeError for an authority, a school or a date-time in another form, or a year without a series.
 */
export async function* writeOneAtf(
  options: OneAtfOptions,
  pupils: TargetPupils,
): AsyncGenerator<string, void, undefined> {
  const { authority, school, intakeYear, dateTime, onDone } = options;
  if (!/^\d{3}$/.test(authority)) throw new RangeError('An authority has three digits.');
  if (!/^\d{7}$/.test(school)) throw new RangeError('A school is a LAESTAB, seven digits.');
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(dateTime))
    throw new RangeError('The date-time of an ATF is YYYY-MM-DDThh:mm:ss.');
  if (options.version !== undefined && intakeOfVersion(options.version) !== intakeYear)
    throw new RangeError('The version is of another intake than the year given.');
  const counts = { pupils: 0, written: 0, withoutPlace: 0 };
  const unwritable: Partial<Record<RecordKind, number>> = {};
  const withheld: FittedPupil['withheld'] = {};

  async function* records(): AsyncGenerator<CanonicalRecord, void, undefined> {
    for await (const one of pupils) {
      counts.pupils++;
      const application = placeAt(one, options);
      if (!application) {
        counts.withoutPlace++;
        continue;
      }
      counts.written++;
      const fitted = fitPupil(one, options);
      addWithheld(withheld, fitted.withheld);
      yield withoutOrder(fitted.pupil.pupil);
      yield withoutOrder(application);
      for (const record of fitted.pupil.records)
        if (record.kind !== 'admission-application') yield withoutOrder(record);
    }
  }

  const header = {
    version: options.version ?? admissionsVersion(intakeYear),
    dateTime,
    supplierId: 'Rollbook',
    // The year before the intake is the one in which the round is (inferred).
    sourceSchool: { la: authority, establishment: 'LLLL', academicYear: intakeYear - 1 },
    destSchool: { la: school.slice(0, 3), establishment: school.slice(3) },
  };
  const onUnwritable = ({ kind }: CanonicalRecord): void => {
    unwritable[kind] = (unwritable[kind] ?? 0) + 1;
  };
  yield* writeAtf({ header, onUnwritable }, records());
  onDone?.({ ...counts, unwritable, withheld });
}

/** Kept elements may hold an order of preference, too. */
function withoutOrder<R extends CanonicalRecord>(record: R): R {
  if (record.extensions === undefined) return record;
  return { ...record, extensions: withoutPreferences(record.extensions) as Record<string, JsonValue> };
}

function placeAt(one: TargetPupil, { school, intakeYear, accepted }: OneAtfOptions) {
  return recordsOf(one, 'admission-application').find(
    ({ preferredSchool, intakeYear: year, outcome }) =>
      preferredSchool === school &&
      (year === undefined || year === intakeYear) &&
      outcome !== undefined &&
      accepted.includes(outcome),
  );
}
