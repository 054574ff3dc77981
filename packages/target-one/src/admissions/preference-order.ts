import type { JsonValue } from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';

/** Names under which an order of preference may stand: `Preference`, `PreferenceOrder`, `PrefRank`, `Pref2`. */
export const preferenceName = /^pref(?:erence)?s?(?:order|number|no|rank|ing)?\d*$/i;

/**
 * Whether an element gives the place of a school in a child's order of preference: by its name, and with nothing in it but a number
 * or a word. One that holds the school and reasons too is looked into.
 */
export function isPreferenceOrder({ name, children }: XmlElement): boolean {
  return children.length === 0 && preferenceName.test(name);
}

/**
 * What was kept of a pupil's file, without any order of preference: it belongs to the home authority, and goes into no file for a
 * school, whatever supplier gave it.
 */
export function withoutPreferences(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutPreferences);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !preferenceName.test(name.replace(/^@/, '')))
      .map(([name, inner]) => [name, withoutPreferences(inner)]),
  );
}
