/**
 * Versions of the CTF that ONE takes: that of its release and the one before. Others warn and may lose data.
 * Source: One Education help, CTF supported versions (3.75 to 3.86); shared/formats/targets.md 1.8.
 */
export interface OneCtfVersions {
  /** ONE's release; undefined where none is published yet. */
  readonly release?: string;
  /** From about this day on; the help names releases, not days. */
  readonly from: string;
  readonly current: string;
  readonly previous: string;
  /** Expected, and not published. */
  readonly unconfirmed?: true;
}

export const oneCtfVersions: readonly OneCtfVersions[] = [
  { release: '3.75', from: '2021-07-01', current: '21.0', previous: '20.0' },
  { release: '3.78', from: '2022-07-01', current: '22.0', previous: '21.0' },
  { release: '3.80.100', from: '2023-07-01', current: '23.0', previous: '22.0' },
  { release: '3.83', from: '2024-07-01', current: '24.0', previous: '23.0' },
  { release: '3.86', from: '2025-07-01', current: '25.0', previous: '24.0' },
  { from: '2026-07-01', current: '26.0', previous: '25.0', unconfirmed: true },
];

/**
 * What ONE takes on a day, `YYYY-MM-DD`; of days before the first release, what that one took.
 *
 * @throws RangeError for a day in another form.
 */
export function oneCtfVersionsOn(day: string): OneCtfVersions {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError('A day is YYYY-MM-DD.');
  const found = oneCtfVersions.findLast(({ from }) => from <= day) ?? oneCtfVersions[0];
  if (found === undefined) throw new RangeError('No versions are known.');
  return found;
}

/**
 * The version to write when nobody says: ONE's current one, or the one before it while the current one is only expected,
 * since that is taken either way.
 */
export function defaultOneCtfVersion(day: string): string {
  const { current, previous, unconfirmed } = oneCtfVersionsOn(day);
  return unconfirmed ? previous : current;
}

/**
 * The academic year that a CTF for ONE carries, by the year in which it starts: ONE's own files change it on 1 August.
 *
 * @param day `YYYY-MM-DD`, or a date-time that begins so.
 */
export function oneAcademicYear(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5, 7) >= '08' ? year : year - 1;
}
