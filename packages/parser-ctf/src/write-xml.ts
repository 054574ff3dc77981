import type { JsonValue } from '@rollbook/model';
import { escapeAttribute, escapeText, replaceForbidden } from '@rollbook/parser-kit';
import { isMarkupAttribute, type JsonObject, ownJson } from './element-json.js';

/** Text as the content of an element. A character that XML 1.0 can not hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return escapeText(replaceForbidden(text));
}

/** An element with text; nothing for undefined and for empty text, which reads as absent. */
export function textElement(name: string, value: string | number | boolean | undefined): string {
  if (value === undefined || value === '') return '';
  return `<${name}>${typeof value === 'string' ? escapeXml(value) : value}</${name}>`;
}

/** An element around other elements; nothing when there is nothing in it. */
export function container(name: string, content: string): string {
  return content === '' ? '' : `<${name}>${content}</${name}>`;
}

const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function plain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Attributes of an object of extensions, without those that say nothing outside their own document. */
function jsonAttributes(value: JsonObject): string {
  let xml = '';
  for (const [key, child] of Object.entries(value)) {
    const name = key.slice(1);
    if (!key.startsWith('@') || isMarkupAttribute(name)) continue;
    if (!NAME.test(name)) throw new RangeError('the name of an extension can not be that of an attribute');
    xml += ` ${name}="${escapeAttribute(replaceForbidden(plain(child)))}"`;
  }
  return xml;
}

/** Children and text of an object of extensions. */
function jsonContent(value: JsonObject): string {
  let xml = '';
  for (const [key, child] of Object.entries(value)) {
    if (key === '#text') xml += escapeXml(plain(child));
    else if (!key.startsWith('@')) xml += jsonElement(key, child);
  }
  return xml;
}

/**
 * Extensions as the elements that they came from: an object is an element with children, an array is an element
 * several times, `@name` is an attribute and `#text` the text beside children.
 *
 * @throws RangeError when a name can not be the name of an element.
 */
export function jsonElement(name: string, value: JsonValue): string {
  if (Array.isArray(value)) return value.map((item) => jsonElement(name, item)).join('');
  if (!NAME.test(name)) throw new RangeError('the name of an extension can not be that of an element');
  if (!isObject(value))
    return value === null ? `<${name}/>` : `<${name}>${escapeXml(plain(value))}</${name}>`;
  return `<${name}${jsonAttributes(value)}>${jsonContent(value)}</${name}>`;
}

/** All extensions of a record, but for those of `handled` and the record's own attributes. */
export function jsonElements(
  extensions: Record<string, JsonValue> | undefined,
  handled?: ReadonlySet<string>,
): string {
  if (extensions === undefined) return '';
  let xml = '';
  for (const [name, value] of Object.entries(extensions)) {
    if (handled?.has(name) || name.startsWith('@')) continue;
    xml += name === '#text' ? escapeXml(plain(value)) : jsonElement(name, value);
  }
  return xml;
}

/** The element that a record was read from; nothing when there is nothing in it. */
export function recordElement(
  name: string,
  content: string,
  extensions: Record<string, JsonValue> | undefined,
  handled?: ReadonlySet<string>,
): string {
  const attributes = extensions === undefined ? '' : jsonAttributes(extensions);
  const whole = content + jsonElements(extensions, handled);
  return whole === '' && attributes === '' ? '' : `<${name}${attributes}>${whole}</${name}>`;
}

/**
 * A container with what the canonical records hold, and what the file had in it beside: an extension of the
 * same name that is an object goes inside, any other stands beside it.
 */
export function extendedContainer(
  name: string,
  content: string,
  extensions: Record<string, JsonValue> | undefined,
): string {
  const extra = extensions === undefined ? undefined : ownJson(extensions, name);
  if (extra === undefined) return container(name, content);
  if (isObject(extra)) return recordElement(name, content, extra);
  return container(name, content) + jsonElement(name, extra);
}
