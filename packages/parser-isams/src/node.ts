import type { JsonValue, Place } from '@rollbook/model';
import { elementToJson, noChildren, XmlElement } from '@rollbook/parser-kit';

/** An item of a list: a pupil, a contact, a mark, by whichever of the formats it came. */
export interface ListItem {
  /** Manager, of the Batch API only: `PupilManager`. */
  readonly manager: string;
  /** `CurrentPupils`; of the REST API the name of the array, `students`. */
  readonly list: string;
  readonly element: XmlElement;
  /** Where it stands: an element path or a JSON pointer. */
  readonly path: string;
  /** Of a row of a table, in place of line, column and path. */
  readonly place?: Place;
}

/** An element made from JSON, in the same shape as one of XML. */
class JsonElement extends XmlElement {
  readonly json: JsonValue;

  constructor(
    name: string,
    attributes: Record<string, string> | undefined,
    children: readonly XmlElement[],
    text: string,
    at: { line: number; column: number },
    json: JsonValue,
  ) {
    super(name, undefined, attributes, children, text, at.line, at.column);
    this.json = json;
  }
}

/** Deeper than any shape known; what lies below is kept as JSON text. */
const DEEPEST = 32;

/**
 * JSON as an element: keys with `@` are attributes, `#text` is the text, an array is several children of one name,
 * and a null is an element without content.
 */
export function elementFromJson(
  name: string,
  json: JsonValue,
  at: { line: number; column: number },
  depth = 0,
): XmlElement {
  if (json === null) return new JsonElement(name, undefined, noChildren, '', at, json);
  if (typeof json !== 'object') return new JsonElement(name, undefined, noChildren, String(json), at, json);
  if (depth > DEEPEST) return new JsonElement(name, undefined, noChildren, JSON.stringify(json), at, json);
  let attributes: Record<string, string> | undefined;
  const children: XmlElement[] = [];
  let text = '';
  const entries: [string, JsonValue][] = Array.isArray(json) ? [['item', json]] : Object.entries(json);
  for (const [key, value] of entries) {
    if (key === '#text') text = value === null || typeof value === 'object' ? '' : String(value);
    else if (key.startsWith('@') && (value === null || typeof value !== 'object')) {
      attributes ??= Object.create(null) as Record<string, string>;
      if (value !== null) attributes[key.slice(1)] = String(value);
    } else if (Array.isArray(value)) {
      for (const each of value) children.push(elementFromJson(key, each, at, depth + 1));
    } else children.push(elementFromJson(key, value, at, depth + 1));
  }
  return new JsonElement(name, attributes, children.length === 0 ? noChildren : children, text, at, json);
}

/** An element as JSON, for extensions: what came as JSON keeps its types. */
export function elementJson(element: XmlElement): JsonValue {
  return element instanceof JsonElement ? element.json : elementToJson(element);
}

/** Declarations of namespaces and schema, `xsi:nil`, and the mark of an old double say nothing about a pupil. */
export function isMarkupAttribute(name: string): boolean {
  return name === 'xmlns' || name === 'Legacy' || name.includes(':');
}
