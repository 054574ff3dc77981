import type { Counts } from './targets/target.js';

/** One run of one target in a process of its own. */
export interface Measurement extends Counts {
  /** Wall time of the run, without the start of the process and of what it imports. */
  readonly seconds: number;
  /** Size of the file. */
  readonly bytes: number;
  /** Most memory the process held at any time (resident set), Node itself with it. */
  readonly peakBytes: number;
}
