import { isIsoDate } from '@rollbook/model';
import type { NccisYoungPerson } from '../nccis/young-person.js';
import { contentDigest, idDigest, type ExportState } from './export-state.js';

/**
 * A person that changed since the last export, or one that is gone from the return. Of one that is gone only the digest of
 * its id is known ({@link nameGone} finds the id). `untracked` is one without an id, of which nobody can tell.
 */
export type ExportChange =
  | { readonly change: 'new' | 'changed' | 'unchanged' | 'untracked'; readonly person: NccisYoungPerson }
  | { readonly change: 'gone'; readonly digest: string };

export interface ExportChanges {
  /** The state after this export: keep it once the file has been delivered, and not before. */
  readonly state: ExportState;
  readonly received: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly untracked: number;
  readonly gone: number;
}

export interface ChangedSinceOptions {
  /** `full` gives the unchanged as well. `changes` when not given. */
  readonly mode?: 'changes' | 'full' | undefined;
  /** Day of the snapshot, kept in the state. */
  readonly exportedOn?: string | undefined;
  /** Called once, after the last. */
  readonly onEnd?: ((changes: ExportChanges) => void) | undefined;
}

/**
 * What changed since the export that `state` is of: people one by one as they come, and after the last those that are
 * gone. People without any change aren't given unless `mode` is `full`; an export that was never delivered is made again
 * from the state before it. The result with the next state is the generator's return value, and `onEnd` gets it.
 *
 * It holds two digests for each person and no person.
 *
 * @throws RangeError when `exportedOn` is no day.
 */
export async function* changedSince(
  state: ExportState,
  people: AsyncIterable<NccisYoungPerson> | Iterable<NccisYoungPerson>,
  options: ChangedSinceOptions = {},
): AsyncGenerator<ExportChange, ExportChanges, undefined> {
  const { mode = 'changes', exportedOn, onEnd } = options;
  if (exportedOn !== undefined && !isIsoDate(exportedOn))
    throw new RangeError('An export is of a day, YYYY-MM-DD.');
  const next = new Map<string, string>();
  const counts = { received: 0, new: 0, changed: 0, unchanged: 0, untracked: 0, gone: 0 };
  for await (const person of people) {
    counts.received += 1;
    const change = changeOf(person);
    counts[change] += 1;
    if (change !== 'unchanged' || mode === 'full') yield { change, person };
  }
  for (const digest of state.people.keys()) {
    if (next.has(digest)) continue;
    counts.gone += 1;
    yield { change: 'gone', digest };
  }
  const { key, salt } = state;
  const changes: ExportChanges = {
    ...counts,
    state: {
      key,
      ...(salt !== undefined && { salt }),
      ...(exportedOn !== undefined && { exportedOn }),
      people: next,
    },
  };
  onEnd?.(changes);
  return changes;

  function changeOf(person: NccisYoungPerson): 'new' | 'changed' | 'unchanged' | 'untracked' {
    if (person.youngPersonsId === undefined || person.youngPersonsId === '') return 'untracked';
    // Beside a record with status G the same id may come again.
    let nth = 1;
    let id = idDigest(state, person.youngPersonsId);
    while (next.has(id)) id = idDigest(state, person.youngPersonsId, (nth += 1));
    const content = contentDigest(state, person);
    next.set(id, content);
    const before = state.people.get(id);
    if (before === undefined) return 'new';
    return before === content ? 'unchanged' : 'changed';
  }
}

/** The ids that are behind digests of people who are gone, as far as they are among `ids`; by digest. */
export function nameGone(
  state: ExportState,
  digests: Iterable<string>,
  ids: Iterable<string>,
): Map<string, string> {
  const wanted = new Set(digests);
  const named = new Map<string, string>();
  for (const id of ids) {
    for (const nth of [1, 2]) {
      const digest = idDigest(state, id, nth);
      if (wanted.has(digest)) named.set(digest, id);
    }
  }
  return named;
}
