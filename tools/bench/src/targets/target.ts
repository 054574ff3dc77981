/** What a run counted: proof that it read the whole file, and the base of figures a second. */
export interface Counts {
  /** `Pupil` elements, or pupil records. */
  readonly pupils: number;
  /** Canonical records; 0 for what only reads XML. */
  readonly records: number;
  /** Issues; 0 for what only reads XML. */
  readonly issues: number;
}

/**
 * Something to measure. `prepare` is not timed, `run` reads the file once from its first byte to its last, and
 * `end` cleans up.
 */
export interface Target {
  prepare?(): Promise<void>;
  run(path: string): Promise<Counts>;
  end?(): Promise<void>;
}
