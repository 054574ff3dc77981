import type { Item } from '@rollbook/parser-kit';
import type { LoaderSettings } from '../loader-settings.js';
import { issueAbout, mark, pupil } from '../testing/items.js';

/** Pupils become persons, and what is held of these follows the newest version: a kill may hit that work too. */
export const settings: LoaderSettings = {
  matching: { default: { addUnmatched: 'always' } },
  processing: { default: { names: 'always-import' } },
};

export const pupils = 300;
const days = 10;
/** Records of a version, and how many of them go to quarantine: one pupil and its marks, never in the store. */
export const records = pupils * (1 + days);
export const rejected = 1 + days;

/** The same school again with another surname for everyone, so that a mixture of two versions shows. */
export function* versionedItems(version: number): Generator<Item, void, undefined> {
  for (let i = 0; i < pupils; i++) {
    const one = pupil(String(i), { surname: `Version ${version}` });
    yield one;
    for (let day = 1; day <= days; day++) {
      yield mark(one, `2026-09-${String(day).padStart(2, '0')}`, '/', { comment: `Version ${version}` });
    }
    if (i === 7) yield issueAbout(one);
  }
}
