import { type Exclusion, exclusionKey } from '@rollbook/model';
import type { Item, XmlElement } from '@rollbook/parser-kit';
import { type FileContext, placeOfItem } from './file-context.js';
import { linkFields, mapLinked } from './linked-item.js';
import { type Lookups, textsOf } from './lookups.js';
import type { ListItem } from './node.js';
import type { IsamsMapOptions } from './options.js';
import type { PupilItems } from './pupil-link.js';
import { type Fields, type ReadField, readFields } from './read-fields.js';
import { RecordDraft } from './record-draft.js';

const typeNames = ['type', 'typename', 'category', 'categoryname', 'recordtype', 'detentiontype'] as const;

/** The DfE's category of a conduct or detention record whose type the options name as an exclusion. */
export function exclusionCategory(
  element: XmlElement,
  { exclusionTypes }: IsamsMapOptions,
): string | undefined {
  if (exclusionTypes === undefined) return undefined;
  const texts = textsOf(element);
  for (const name of typeNames) {
    const type = texts.get(name);
    if (type !== undefined && Object.hasOwn(exclusionTypes, type)) return exclusionTypes[type];
  }
  return undefined;
}

function date(field: 'startDate' | 'endDate'): ReadField<Exclusion> {
  return (exclusion, value, draft) => {
    const day = draft.date(field, value);
    if (day !== undefined) exclusion[field] ??= day;
  };
}

const comment: ReadField<Exclusion> = (exclusion, value, draft) => {
  exclusion.comment = draft.text('comment', value);
};

const fields: Fields<Exclusion> = {
  values: new Map<string, ReadField<Exclusion>>([
    ...linkFields<Exclusion>(),
    ...typeNames.map((name): [string, ReadField<Exclusion>] => [
      name,
      (_, value, draft) => {
        draft.keep(value.name, value.raw);
      },
    ]),
    ['startdate', date('startDate')],
    ['date', date('startDate')],
    ['detentiondate', date('startDate')],
    ['incidentdate', date('startDate')],
    ['enddate', date('endDate')],
    ['notes', comment],
    ['comment', comment],
    ['comments', comment],
  ]),
  kept: new Set(['@id', 'id', 'reason', 'staff', 'author', 'points', 'lastupdated']),
};

/** An exclusion that a school keeps among its conduct records or detentions. */
export function mapExclusion(
  context: FileContext,
  lookups: Lookups,
  item: ListItem,
  isLast: boolean,
  category: string,
): PupilItems[] | undefined {
  return mapLinked(context, lookups, item, isLast, 'exclusion', (pupilKey): Item[] | { missing: string } => {
    const { school } = context.options;
    const exclusion: Exclusion = {
      kind: 'exclusion',
      key: '',
      ...(school === undefined ? {} : { school }),
      provenance: { file: context.file, place: placeOfItem(item) },
      pupilKey,
      category,
    };
    const draft = new RecordDraft(context, item);
    readFields(item.element, fields, exclusion, draft);
    if (exclusion.startDate === undefined) return { missing: 'StartDate' };
    exclusion.key = exclusionKey(pupilKey, exclusion);
    return draft.finish(exclusion);
  });
}
