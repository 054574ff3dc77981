import type { JsonValue, Place } from '@rollbook/model';
import type { XmlElement, XmlRecord } from './element.js';

/** The first child element of that local name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  for (const candidate of element.children) if (candidate.name === name) return candidate;
  return undefined;
}

/** All child elements of that local name, in order. */
export function children(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((candidate) => candidate.name === name);
}

/** Text of the first child of that local name, untrimmed; undefined without the child, '' when it is empty. */
export function childText(element: XmlElement, name: string): string | undefined {
  return child(element, name)?.text;
}

/** The element at a path of local names below this one, such as `Header/SourceSchool/Estab`; the first of each. */
export function descendant(element: XmlElement, path: string): XmlElement | undefined {
  let found: XmlElement | undefined = element;
  for (const name of path.split('/')) {
    if (found === undefined) return undefined;
    found = child(found, name);
  }
  return found;
}

/** An attribute by its name as written (`xsi:nil`). */
export function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes?.[name];
}

/** Whether `xsi:nil` says that the element has no value, under any prefix. */
export function isNil(element: XmlElement): boolean {
  const { attributes } = element;
  if (attributes === undefined) return false;
  return Object.entries(attributes).some(
    ([name, value]) => (name === 'nil' || name.endsWith(':nil')) && (value === 'true' || value === '1'),
  );
}

/**
 * An element as plain JSON, for `extensions`: a string when it has text only; else an object with the children by
 * name (an array where a name repeats), attributes as `@name`, and text beside them as `#text`.
 */
export function elementToJson(element: XmlElement): JsonValue {
  const { attributes, text } = element;
  if (attributes === undefined && element.children.length === 0) return text;
  // Built as entries, so that a child named `__proto__` is a property like any other.
  const entries = new Map<string, JsonValue>();
  for (const name in attributes) entries.set(`@${name}`, attributes[name] ?? '');
  if (text !== '') entries.set('#text', text);
  const repeated = new Map<string, JsonValue[]>();
  for (const each of element.children) {
    const value = elementToJson(each);
    const list = repeated.get(each.name);
    if (list !== undefined) list.push(value);
    else if (entries.has(each.name)) {
      const both = [entries.get(each.name) ?? null, value];
      repeated.set(each.name, both);
      entries.set(each.name, both);
    } else entries.set(each.name, value);
  }
  return Object.fromEntries(entries);
}

/**
 * Path of an element inside a record, such as `/CTFile/CTFpupilData/Pupil[12]/FSMhistory/FSMinstance[2]`; a step
 * has a position where several children have its name. It searches the record, so it is for issues and not for
 * every value: where the way down is known, {@link placeOf} takes it.
 */
export function elementPath(record: XmlRecord, element: XmlElement): string {
  return findPath(record.element, element, record.path) ?? record.path;
}

function findPath(from: XmlElement, wanted: XmlElement, path: string): string | undefined {
  if (from === wanted) return path;
  const positions = new Map<string, number>();
  for (const each of from.children) {
    const position = (positions.get(each.name) ?? 0) + 1;
    positions.set(each.name, position);
    const found = findPath(each, wanted, '');
    if (found === undefined) continue;
    const several = position > 1 || children(from, each.name).length > 1;
    return `${path}/${each.name}${several ? `[${position}]` : ''}${found}`;
  }
  return undefined;
}

/**
 * Place of an element of a record: its line, column and path. `below`, when the caller knows it, is the path from
 * the record down (`FSMhistory/FSMinstance[2]`) and saves the search.
 */
export function placeOf(record: XmlRecord, element: XmlElement = record.element, below?: string): Place {
  const path = below === undefined ? elementPath(record, element) : `${record.path}/${below}`;
  return { line: element.line, column: element.column, path };
}
