import type { JsonValue } from '@rollbook/model';

export type JsonObject = Record<string, JsonValue>;

/**
 * Sets a property, or adds to it: the second value of a name makes it a list. The name is one of the file, so it
 * may be `__proto__` or `constructor`.
 */
export function addJson(target: JsonObject, name: string, value: JsonValue): void {
  const existing = Object.hasOwn(target, name) ? target[name] : undefined;
  if (existing === undefined) {
    // An assignment to `__proto__` would set the prototype.
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  } else if (Array.isArray(existing)) existing.push(value);
  else target[name] = [existing, value];
}
