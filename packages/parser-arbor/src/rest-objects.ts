import type { JsonValue } from '@rollbook/model';
import type { FlattenOptions, JsonObject } from '@rollbook/parser-kit';

const HREF = /^\/rest-v2\/[A-Za-z-]+\/([^/?]+)/;

/** `{"entityType": "date", "date": "2026-01-05 00:00:00"}` */
function dateText(value: JsonObject): string | undefined {
  return value.entityType === 'date' && typeof value.date === 'string' ? value.date : undefined;
}

/** An object with `id`, the number at the end of its `href`, in the place of it, and without its type. */
function reshape(object: JsonObject): JsonObject {
  if (typeof object.href !== 'string' && object.entityType === undefined) return object;
  const out: Record<string, JsonValue> = {};
  for (const name of Object.keys(object)) {
    if (name === 'entityType') continue;
    const value = object[name] as JsonValue;
    const id = name === 'href' && typeof value === 'string' ? HREF.exec(value)?.[1] : undefined;
    // `__proto__` as a name would set the prototype if it were assigned
    Object.defineProperty(out, id === undefined ? name : 'id', {
      value: id ?? value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return out;
}

/** How objects of the REST API become rows; rows of tables have nothing of theirs and stay as they are. */
export const restFlatten: FlattenOptions = { asText: dateText, reshape };
