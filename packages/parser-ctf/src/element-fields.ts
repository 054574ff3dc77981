import type { XmlElement } from '@rollbook/parser-kit';
import type { RecordDraft } from './record-draft.js';

/** Reads one child element into what is being made of its parent. */
export type ReadField<T> = (target: T, element: XmlElement, draft: RecordDraft) => void;

interface Field<T> {
  readonly read: ReadField<T>;
  /** A bit of its own, or 0 for an element that may stand several times. */
  readonly bit: number;
}

/** What the children of one element are, by their names. */
export type ElementFields<T> = ReadonlyMap<string, Field<T>>;

/**
 * @param single elements that may stand once at most
 * @param repeatable elements that may stand any number of times
 */
export function elementFields<T>(
  single: Readonly<Record<string, ReadField<T>>>,
  repeatable: Readonly<Record<string, ReadField<T>>> = {},
): ElementFields<T> {
  const fields = new Map<string, Field<T>>();
  Object.entries(single).forEach(([name, read], i) => {
    if (i > 30) throw new RangeError('more fields than there are bits');
    fields.set(name, { read, bit: 1 << i });
  });
  for (const [name, read] of Object.entries(repeatable)) fields.set(name, { read, bit: 0 });
  return fields;
}

/** Reads the children of a record's own element. Nothing is passed over: what is not known is kept. */
export function readRecord<T>(
  element: XmlElement,
  fields: ElementFields<T>,
  target: T,
  draft: RecordDraft,
): void {
  if (element.attributes !== undefined || element.text !== '') draft.keepOwnOddities(element);
  readChildren(element, fields, target, draft);
}

/** Reads the children of a container inside a record. */
export function readContainer<T>(
  element: XmlElement,
  fields: ElementFields<T>,
  target: T,
  draft: RecordDraft,
): void {
  // a container that has text in place of its children
  if (element.children.length === 0 && element.text.trim() !== '') draft.keepUnknown(element);
  draft.enter(element.name);
  readChildren(element, fields, target, draft);
  draft.leave();
}

function readChildren<T>(element: XmlElement, fields: ElementFields<T>, target: T, draft: RecordDraft): void {
  let seen = 0;
  for (const child of element.children) {
    const field = fields.get(child.name);
    if (field === undefined) {
      draft.keepUnknown(child);
      continue;
    }
    if ((seen & field.bit) !== 0) {
      draft.keepRepeated(child);
      continue;
    }
    seen |= field.bit;
    if (child.attributes !== undefined || child.children.length > 0) draft.keepOddities(child);
    field.read(target, child, draft);
  }
}
