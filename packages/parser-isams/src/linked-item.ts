import type { RecordKind } from '@rollbook/model';
import type { Item, XmlElement } from '@rollbook/parser-kit';
import { type FileContext, placeOfItem } from './file-context.js';
import { type Lookups, textsOf } from './lookups.js';
import type { ListItem } from './node.js';
import { linkPupil, type PupilItems, unreadableItem } from './pupil-link.js';
import type { ReadField } from './read-fields.js';

/** Names of the pupil's id in lists other than contacts, in lower case; each holds the `SchoolId` first of all. */
const linkNames = ['schoolid', 'pupilid', 'studentid', 'pupilschoolid', 'txtschoolid'] as const;

/** Readers that pass over the pupil's id, which was read before. */
export function linkFields<T>(): [string, ReadField<T>][] {
  return linkNames.flatMap((name): [string, ReadField<T>][] => [
    [name, () => undefined],
    [`@${name}`, () => undefined],
  ]);
}

export function pupilIdOf(element: XmlElement): string | undefined {
  const texts = textsOf(element);
  for (const name of linkNames) {
    const id = texts.get(name);
    if (id !== undefined) return id;
  }
  return undefined;
}

/**
 * Reads an item that belongs to one pupil. Undefined, and nothing done, when the pupil is none that came so far.
 *
 * @param read gives the records and their issues; nothing when what identifies the record is missing
 */
export function mapLinked(
  context: FileContext,
  lookups: Lookups,
  item: ListItem,
  isLast: boolean,
  intended: RecordKind,
  read: (pupilKey: string) => Item[] | { missing: string },
): PupilItems[] | undefined {
  const id = pupilIdOf(item.element);
  const fail = (
    code: 'isams-record-unidentified' | 'isams-pupil-unknown',
    field: string,
    pupilKey?: string,
  ) => {
    const value = code === 'isams-pupil-unknown' && id !== undefined ? { value: id } : {};
    return [
      {
        pupil: pupilKey,
        items: unreadableItem(context, item, intended, { code, field, pupilKey, ...value }),
      },
    ];
  };
  if (id === undefined) return fail('isams-record-unidentified', 'PupilId');
  const pupil = linkPupil(context, lookups, id, 'schoolId');
  if (pupil === undefined) return isLast ? fail('isams-pupil-unknown', 'PupilId') : undefined;
  const found = read(pupil.key);
  if ('missing' in found) return fail('isams-record-unidentified', found.missing, pupil.key);
  const out: PupilItems[] = [{ pupil: pupil.key, items: found }];
  if (!lookups.hasPupils) {
    out.unshift({
      pupil: undefined,
      items: context.issueOnce('isams-pupils-missing', '', placeOfItem(item)),
    });
  }
  return out;
}
