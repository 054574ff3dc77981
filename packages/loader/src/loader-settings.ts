import type { ProcessingSettings } from './conflicts/settings.js';
import type { MatchingSettings } from './matching/settings.js';

/** What a council settles of its own; for all loads of a loader. */
export interface LoaderSettings {
  /** How pupils are matched with persons: `{}` for One Education's rules. Without it each school's records stand alone. */
  readonly matching?: MatchingSettings | undefined;
  /** What becomes of a matched pupil's values, by school and data group. */
  readonly processing?: ProcessingSettings | undefined;
  /**
   * How much of a school's records of one kind a full file may close, from 0 to 1; 0.1 when not given. Up to ten records
   * may always go.
   */
  readonly closeShare?: number | undefined;
}
