import type { JsonValue } from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';

export type JsonObject = Record<string, JsonValue>;

/** Declarations of namespaces and schema, and `xsi:nil`, say nothing about a pupil. */
export function isMarkupAttribute(name: string): boolean {
  return name === 'xmlns' || name.includes(':');
}

/** The attributes that hold data, as `@name`; undefined when there are none. */
export function attributesJson(element: XmlElement): JsonObject | undefined {
  const { attributes } = element;
  if (attributes === undefined) return undefined;
  let json: JsonObject | undefined;
  for (const name in attributes) {
    if (!isMarkupAttribute(name)) (json ??= {})[`@${name}`] = attributes[name] ?? '';
  }
  return json;
}

/**
 * Sets a property, or adds to it: the second value of a name makes it a list. The name is one of the file, so it
 * may be `__proto__` or `constructor`.
 */
export function addJson(target: JsonObject, name: string, value: JsonValue): void {
  const existing = ownJson(target, name);
  if (existing === undefined) {
    // an assignment to `__proto__` would set the prototype
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  } else if (Array.isArray(existing)) existing.push(value);
  else target[name] = [existing, value];
}

/** The object's own property of that name. */
export function ownJson(target: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(target, name) ? target[name] : undefined;
}
