import { type TargetId, targets } from './targets/index.js';

/** What is asked for, as the command line has it. */
export interface BenchOptions {
  readonly pupils: readonly number[];
  readonly repeats: number;
  readonly only: readonly TargetId[];
  /** Pupils up to which readers of whole documents take part. */
  readonly wholeDocumentLimit: number;
}

/** Targets that take part for a file of so many pupils. */
export function targetsFor(pupils: number, options: BenchOptions): TargetId[] {
  return options.only.filter((id) => !targets[id].wholeDocument || pupils <= options.wholeDocumentLimit);
}

/**
 * The order of runs over one file: every target once, then again from the last to the first, and so on. A machine
 * that gets slower or faster during the measurements then does so for all alike.
 */
export function orderOfRuns(ids: readonly TargetId[], repeats: number): TargetId[] {
  return Array.from({ length: repeats }, (_, turn) =>
    turn % 2 === 0 ? [...ids] : [...ids].reverse(),
  ).flat();
}
