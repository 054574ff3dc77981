import type { Measurement } from './measurement.js';

/**
 * The middle of the values, or the mean of the two in the middle.
 *
 * @throws RangeError when there is none
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no values');
  return (lower + upper) / 2;
}

/** Runs of one target over one file, summed up. */
export interface Summary {
  readonly runs: number;
  readonly bytes: number;
  readonly pupils: number;
  readonly records: number;
  readonly issues: number;
  readonly seconds: { readonly best: number; readonly median: number; readonly worst: number };
  /** Million bytes a second, by the median. */
  readonly megabytesPerSecond: number;
  /** By the median. */
  readonly pupilsPerSecond: number;
  /** By the median; 0 for what makes no records. */
  readonly recordsPerSecond: number;
  /** The largest of all runs. */
  readonly peakBytes: number;
}

/**
 * @throws RangeError when there are no runs
 * @throws Error when the runs did not read the same: then they can't be compared
 */
export function summarise(runs: readonly Measurement[]): Summary {
  const [first, ...others] = runs;
  if (first === undefined) throw new RangeError('no runs');
  for (const field of ['bytes', 'pupils', 'records', 'issues'] as const) {
    if (others.some((run) => run[field] !== first[field])) throw new Error(`runs differ in ${field}`);
  }
  const seconds = runs.map((run) => run.seconds);
  const middle = median(seconds);
  return {
    runs: runs.length,
    bytes: first.bytes,
    pupils: first.pupils,
    records: first.records,
    issues: first.issues,
    seconds: { best: Math.min(...seconds), median: middle, worst: Math.max(...seconds) },
    megabytesPerSecond: first.bytes / 1e6 / middle,
    pupilsPerSecond: first.pupils / middle,
    recordsPerSecond: first.records / middle,
    peakBytes: Math.max(...runs.map((run) => run.peakBytes)),
  };
}

/** How many times as fast `a` is as `b`, by the medians. */
export function speedRatio(a: Summary, b: Summary): number {
  return b.seconds.median / a.seconds.median;
}
