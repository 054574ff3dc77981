import type { WithheldGroup } from './snapshot-draft.js';
import type { UnfitReason } from './young-person-of.js';

/** `repeated`: the same id came before. `status-unwanted`: the caller didn't ask for that cohort status. */
export type LeaveOutReason = UnfitReason | 'repeated' | 'status-unwanted';

/** What became of the pupils of a snapshot: `received` is `written` and all that was left out together. */
export interface SnapshotBalance {
  readonly received: number;
  readonly written: number;
  readonly leftOut: Readonly<Partial<Record<LeaveOutReason, number>>>;
  /** Written people by what they have and the return was not told. */
  readonly withheld: Readonly<Partial<Record<WithheldGroup, number>>>;
}

/** @throws Error when the counts don't add up, which is a fault of this package. */
export function assertBalance({ received, written, leftOut }: SnapshotBalance): void {
  const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  if (received !== written + left)
    throw new Error(
      `The snapshot doesn’t balance: ${received} received, ${written} written, ${left} left out.`,
    );
}
