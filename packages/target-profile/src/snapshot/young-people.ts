import type { PupilWithRecords } from '@rollbook/loader';
import type { Issue } from '@rollbook/parser-kit';
import type { NccisYoungPerson } from '../nccis/young-person.js';
import { assertBalance, type LeaveOutReason, type SnapshotBalance } from './snapshot-balance.js';
import type { WithheldGroup } from './snapshot-draft.js';
import { snapshotIssue } from './snapshot-issues.js';
import type { SnapshotOptions } from './snapshot-options.js';
import { youngPersonOf } from './young-person-of.js';

/** A person of the return, or something to say about one; a person's issues come before it. */
export type SnapshotItem = { readonly person: NccisYoungPerson } | { readonly issue: Issue };

/** Pupils, or pages of pupils as `loader.pupils()` gives them. */
export type SnapshotPupils =
  | AsyncIterable<PupilWithRecords | readonly PupilWithRecords[]>
  | Iterable<PupilWithRecords | readonly PupilWithRecords[]>;

export interface YoungPeopleOptions extends SnapshotOptions {
  /** Day of the snapshot, `YYYY-MM-DD`: the end of the period of a monthly return. */
  readonly date: string;
  /** Cohort statuses that are written; all when not given. */
  readonly statuses?: readonly string[] | undefined;
  /** Called once, after the last pupil. */
  readonly onBalance?: ((balance: SnapshotBalance) => void) | undefined;
  /** Stops with its reason, between two pupils. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The people of the return on a day, one by one, from all pupils. Who isn't in the return is left out and counted by the
 * reason; those below year 11 without an issue, since they are most of a roll. An id comes once: of two pupils with the
 * same the first is written, except that one with status G may stand beside it (rule 902).
 *
 * It holds the ids that were written, and nothing else of the people before. The balance is the generator's return value,
 * and `onBalance` gets it.
 *
 * @throws RangeError as {@link youngPersonOf} does, and the signal's reason.
 */
export async function* youngPeople(
  pupils: SnapshotPupils,
  options: YoungPeopleOptions,
): AsyncGenerator<SnapshotItem, SnapshotBalance, undefined> {
  const { date, signal } = options;
  const statuses = options.statuses && new Set(options.statuses);
  const leftOut: Partial<Record<LeaveOutReason, number>> = {};
  const withheld: Partial<Record<WithheldGroup, number>> = {};
  const ids = new Set<string>();
  let received = 0;
  let written = 0;
  const leave = (reason: LeaveOutReason): void => {
    leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  };

  signal?.throwIfAborted();
  for await (const page of pupils) {
    for (const one of isPage(page) ? page : [page]) {
      signal?.throwIfAborted();
      received += 1;
      const snapshot = youngPersonOf(one, date, options);
      const { person, leaveOut } = snapshot;
      if (leaveOut === 'too-young' || leaveOut === 'not-resident') {
        leave(leaveOut);
        continue;
      }
      if (statuses && person.cohortStatus !== undefined && !statuses.has(person.cohortStatus)) {
        leave('status-unwanted');
        continue;
      }
      for (const issue of snapshot.issues) yield { issue };
      if (leaveOut !== undefined) {
        leave(leaveOut);
        continue;
      }
      const id = person.youngPersonsId ?? '';
      if (person.cohortStatus !== 'G') {
        if (ids.has(id)) {
          yield {
            issue: snapshotIssue('profile-young-person-repeated', one.pupil, {
              field: 'youngPersonsId',
              value: id,
            }),
          };
          leave('repeated');
          continue;
        }
        ids.add(id);
      }
      for (const group of snapshot.withheld) withheld[group] = (withheld[group] ?? 0) + 1;
      written += 1;
      yield { person };
    }
  }
  const balance: SnapshotBalance = { received, written, leftOut, withheld };
  assertBalance(balance);
  options.onBalance?.(balance);
  return balance;
}

function isPage(page: PupilWithRecords | readonly PupilWithRecords[]): page is readonly PupilWithRecords[] {
  return Array.isArray(page);
}

/** The people of a snapshot alone, as writers take them; issues go to `onIssue`. */
export async function* peopleOf(
  items: AsyncIterable<SnapshotItem>,
  onIssue: (issue: Issue) => void,
): AsyncGenerator<NccisYoungPerson, void, undefined> {
  for await (const item of items) {
    if ('person' in item) yield item.person;
    else onIssue(item.issue);
  }
}
