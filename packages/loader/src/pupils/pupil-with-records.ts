import type { CanonicalRecord, Pupil, RecordKind } from '@rollbook/model';

/**
 * Whether the council knows whose a pupil is: `linked` with a person; waiting in the queue (`unmatched`); `rejected`
 * by someone there; `unknown` when matching never looked at it.
 */
export type MatchState = 'linked' | 'unmatched' | 'rejected' | 'unknown';

/** A pupil of a school with all that the school says of it now. */
export interface PupilWithRecords {
  /** LAESTAB; null for a pupil under no known school. */
  readonly school: string | null;
  readonly key: string;
  readonly pupil: Pupil;
  /** All other records about it, kind by kind in the model's order, by key within. */
  readonly records: readonly CanonicalRecord[];
  /** The person's GUID, the same at every school and in every file; null until the pupil is linked. */
  readonly guid: string | null;
  /** GUIDs of the contacts that have one, by the contact's key. */
  readonly contactGuids: ReadonlyMap<string, string>;
  readonly personId: string | null;
  readonly matchState: MatchState;
  /** The latest load that brought anything of what is given here. */
  readonly lastLoadId: number;
}

export interface PupilsQuery {
  /** LAESTAB; null for those under no school; all when not given. */
  readonly school?: string | null;
  /** Only records of these kinds beside the pupil; all when not given. */
  readonly kinds?: readonly RecordKind[];
  /**
   * Only pupils with something new, among the kinds asked for, or gone since this load was merged. A pupil that is
   * gone altogether isn't there to be given.
   */
  readonly changedSince?: number;
  /** Go on after this pupil. */
  readonly after?: { readonly school: string | null; readonly key: string };
  /** At most so many pupils; all when not given. */
  readonly limit?: number;
  /** Stops the reading with its reason, between two statements. */
  readonly signal?: AbortSignal;
}
