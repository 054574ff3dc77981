import type { XmlElement } from '@rollbook/parser-kit';
import { elementJson, isMarkupAttribute } from './node.js';
import type { FieldValue, RecordDraft } from './record-draft.js';

/** Reads one value into what is being made of the item. */
export type ReadField<T> = (target: T, value: FieldValue, draft: RecordDraft) => void;

/** Reads an element that has children of its own. */
export type ReadElement<T> = (target: T, element: XmlElement, draft: RecordDraft) => void;

/**
 * What the parts of an item are. Names are in lower case, since the Batch API, the REST API and versions of iSAMS
 * differ in it; an attribute has `@` in front.
 */
export interface Fields<T> {
  readonly values: ReadonlyMap<string, ReadField<T>>;
  /** Values that may stand several times. */
  readonly repeatable?: ReadonlySet<string>;
  readonly elements?: ReadonlyMap<string, ReadElement<T>>;
  /** Names that are known and have no canonical field. */
  readonly kept: ReadonlySet<string>;
}

/** Reads attributes and children of an item. Nothing is passed over: what is not known is kept. */
export function readFields<T>(element: XmlElement, fields: Fields<T>, target: T, draft: RecordDraft): void {
  const { values, repeatable, elements, kept } = fields;
  /** Texts that were read, since versions of iSAMS say some things twice. */
  const seen = new Map<string, string>();
  const { attributes } = element;
  for (const attribute in attributes) {
    if (isMarkupAttribute(attribute)) continue;
    const raw = attributes[attribute] ?? '';
    const text = raw.trim();
    if (text === '') continue;
    const name = `@${attribute}`;
    const lower = name.toLowerCase();
    const read = values.get(lower);
    if (read !== undefined) {
      seen.set(lower, text);
      read(target, { name, text, element, raw }, draft);
    } else if (kept.has(lower)) draft.keep(name, raw);
    else draft.keepUnknown(name, raw, element);
  }
  for (const child of element.children) {
    if (child.attributes !== undefined && isDouble(child, attributes)) continue;
    const lower = child.name.toLowerCase();
    const whole = elements?.get(lower);
    if (whole !== undefined) {
      whole(target, child, draft);
      continue;
    }
    const read = child.children.length > 0 ? undefined : values.get(lower);
    if (read === undefined) {
      if (kept.has(lower)) draft.keep(child.name, elementJson(child));
      else draft.keepUnknown(child.name, elementJson(child), child);
      continue;
    }
    const raw = child.text;
    const text = raw.trim();
    if (child.attributes !== undefined) keepAttributes(child, draft);
    if (text === '') continue;
    if (seen.has(lower) && repeatable?.has(lower) !== true) {
      if (seen.get(lower) !== text) draft.keepRepeated(child);
    } else {
      seen.set(lower, text);
      read(target, { name: child.name, text, element: child, raw }, draft);
    }
  }
  const stray = element.text.trim();
  if (stray !== '') draft.keepUnknown('#text', element.text, element);
}

/** An element marked as an old double of an attribute, which holds the same. */
function isDouble(child: XmlElement, attributes: XmlElement['attributes']): boolean {
  if (child.attributes?.Legacy === undefined || attributes === undefined) return false;
  const wanted = child.name.toLowerCase();
  for (const name in attributes) {
    if (name.toLowerCase() === wanted) return attributes[name]?.trim() === child.text.trim();
  }
  return false;
}

/** Attributes of a child that is read for its text. */
function keepAttributes(child: XmlElement, draft: RecordDraft): void {
  for (const name in child.attributes) {
    if (!isMarkupAttribute(name)) {
      draft.keepUnknown(`${child.name}/@${name}`, child.attributes[name] ?? '', child);
    }
  }
}
