import { joinKey, type RecordKind, type Unreadable } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import { type FileContext, placeOfItem } from './file-context.js';
import type { IsamsIssueCode } from './issue-catalogue.js';
import type { Lookups, PupilRef } from './lookups.js';
import { elementJson, type ListItem } from './node.js';

/** Items of a list tied to their pupils. */
export interface PupilItems {
  readonly pupil: string | undefined;
  readonly items: readonly Item[];
}

/**
 * The pupil that an id means. In a file without pupils it is one known by the id alone, which is told once.
 *
 * @param first which of the two ids is meant when both fit
 */
export function linkPupil(
  context: FileContext,
  lookups: Lookups,
  id: string,
  first: 'schoolId' | 'id',
): PupilRef | undefined {
  const found = lookups.findPupil(id, first);
  return found === undefined && !lookups.hasPupils ? lookups.strange(id) : found;
}

/** A stand-in for a record that can't be tied or told apart, and the error about it. */
export function unreadableItem(
  context: FileContext,
  item: ListItem,
  intended: RecordKind,
  details: {
    readonly code: IsamsIssueCode;
    readonly field: string;
    readonly pupilKey?: string | undefined;
    /** Which of several records of the item. */
    readonly position?: number;
    readonly value?: string;
  },
): Item[] {
  const { school } = context.options;
  const { code, field, pupilKey, position, value } = details;
  const record: Unreadable = {
    kind: 'unreadable',
    key: joinKey(intended, item.path, position),
    ...(school === undefined ? {} : { school }),
    provenance: { file: context.file, place: placeOfItem(item) },
    intended,
    ...(pupilKey === undefined ? {} : { pupilKey }),
    raw: elementJson(item.element),
  };
  const reference = { kind: record.kind, key: record.key, ...(pupilKey === undefined ? {} : { pupilKey }) };
  return [
    record,
    context.issue(code, placeOfItem(item), {
      field,
      record: reference,
      ...(value === undefined ? {} : { value }),
    }),
  ];
}
