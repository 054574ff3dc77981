import type { CanonicalRecord, RecordKind } from '@rollbook/model';
import { writeCtf } from '@rollbook/parser-ctf';
import { addWithheld, fitPupil, type FitOptions, type FittedPupil } from '../pupils/fit-pupil.js';
import type { TargetPupils } from '../pupils/target-pupil.js';
import { defaultOneCtfVersion, oneAcademicYear, oneCtfVersionsOn } from './one-ctf-versions.js';

export interface OneCtfOptions extends FitOptions {
  /** LAESTAB of the school whose pupils they are. */
  readonly school: string;
  readonly schoolName?: string;
  /** Number of the authority, three digits; the school's own when not given. */
  readonly la?: string;
  /** When the file is written, local time: `YYYY-MM-DDThh:mm:ss`. */
  readonly dateTime: string;
  /** `25.0` and such, or which of the two that ONE takes on that day; {@link defaultOneCtfVersion} when not given. */
  readonly version?: string;
  /** Writes a version that ONE doesn't take on that day. */
  readonly allowOtherVersion?: boolean;
  /** The pupils are only those with something new: the file says that it is partial. */
  readonly changesOnly?: boolean;
  /** Called once, behind the last piece. */
  readonly onDone?: (summary: OneCtfSummary) => void;
}

/** What became of what was given: `pupils = written + elsewhere`, and each record is written or counted. */
export interface OneCtfSummary {
  readonly version: string;
  readonly pupils: number;
  readonly written: number;
  /** Pupils of another school than the file's, which aren't written. */
  readonly elsewhere: number;
  readonly records: number;
  /** Records of kinds that a CTF has no place for, and of pupils elsewhere, by kind. */
  readonly unwritable: Readonly<Partial<Record<RecordKind, number>>>;
  /** What {@link FitOptions} left out. */
  readonly withheld: FittedPupil['withheld'];
}

/**
 * Writes the CTF that a school sends to its authority, in a version that ONE takes, as pieces of XML text in UTF-8.
 * Memory grows with one pupil.
 *
 * @throws RangeError for a version that ONE doesn't take on that day, a LAESTAB or a date-time in another form.
 */
export async function* writeOneCtf(
  options: OneCtfOptions,
  pupils: TargetPupils,
): AsyncGenerator<string, void, undefined> {
  const { school, dateTime } = options;
  if (!/^\d{7}$/.test(school)) throw new RangeError('A school is a LAESTAB, seven digits.');
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(dateTime))
    throw new RangeError('The date-time of a CTF is YYYY-MM-DDThh:mm:ss.');
  const version = versionOf(options);
  const counts = { pupils: 0, written: 0, elsewhere: 0, records: 0 };
  const unwritable: Partial<Record<RecordKind, number>> = {};
  const withheld: FittedPupil['withheld'] = {};
  const refuse = ({ kind }: CanonicalRecord): void => {
    unwritable[kind] = (unwritable[kind] ?? 0) + 1;
  };

  async function* records(): AsyncGenerator<CanonicalRecord, void, undefined> {
    for await (const one of pupils) {
      counts.pupils++;
      counts.records += one.records.length + 1;
      if (one.school !== null && one.school !== school) {
        counts.elsewhere++;
        [one.pupil, ...one.records].forEach(refuse);
        continue;
      }
      counts.written++;
      const fitted = fitPupil(one, options);
      addWithheld(withheld, fitted.withheld);
      yield fitted.pupil.pupil;
      yield* fitted.pupil.records;
    }
  }

  const la = options.la ?? school.slice(0, 3);
  const header = {
    version,
    dateTime,
    documentQualifier: options.changesOnly ? ('partial' as const) : ('full' as const),
    supplierId: 'Rollbook',
    sourceSchool: {
      la: school.slice(0, 3),
      establishment: school.slice(3),
      ...(options.schoolName === undefined ? {} : { name: options.schoolName }),
      academicYear: oneAcademicYear(dateTime),
    },
    destSchool: { la, establishment: 'LLLL' },
  };
  yield* writeCtf({ header, onUnwritable: refuse }, records());
  options.onDone?.({ version, ...counts, unwritable, withheld });
}

function versionOf({ version, dateTime, allowOtherVersion }: OneCtfOptions): string {
  const day = dateTime.slice(0, 10);
  const { current, previous } = oneCtfVersionsOn(day);
  if (version === undefined) return defaultOneCtfVersion(day);
  if (version === 'current') return current;
  if (version === 'previous') return previous;
  if (!allowOtherVersion && version !== current && version !== previous)
    throw new RangeError(`ONE takes CTF ${current} and ${previous} on ${day}, not this one.`);
  return version;
}
