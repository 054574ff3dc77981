import type { Pupil } from '@rollbook/model';
import type { Finding } from './rule.js';

const NAME_FIELDS = ['surname', 'forename', 'middleNames', 'preferredSurname', 'preferredForename'] as const;

/** The first of a pupil's names that the test holds for. */
export function findName(
  names: Pick<Pupil, (typeof NAME_FIELDS)[number]>,
  test: (name: string) => boolean,
): Finding | undefined {
  for (const field of NAME_FIELDS) {
    const name = names[field];
    if (name !== undefined && test(name)) return { field, value: name };
  }
  return undefined;
}
