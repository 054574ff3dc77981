import { recordKinds } from '@rollbook/model';
import type { StoredKind } from '../kind-tables.js';
import type { LoadContext, StageTables } from '../load-context.js';
import type { LoaderSettings } from '../loader-settings.js';
import type { PupilRecordKind } from './data-groups.js';

/** What {@link applyToPersons} needs of a load's context. */
export type ApplyContext = Pick<LoadContext, 'loadId' | 'received' | 'schools' | 'scope'> & {
  readonly stages: Pick<StageTables, 'of'>;
  readonly settings: Pick<LoaderSettings, 'processing'>;
};

/** Kinds that occurred and hang on a pupil, or are one. */
export function stagedKinds({ received }: ApplyContext): ('pupil' | PupilRecordKind)[] {
  return recordKinds.filter(
    (kind): kind is Exclude<StoredKind, 'school'> =>
      kind !== 'school' && kind !== 'unreadable' && (received.get(kind) ?? 0) > 0,
  );
}
