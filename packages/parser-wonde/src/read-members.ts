import type { JsonValue } from '@rollbook/model';
import { isNothing, type JsonObject } from './json.js';
import type { RecordDraft } from './record-draft.js';

export type ReadMember<T> = (target: T, value: JsonValue, draft: RecordDraft, name: string) => void;

/** Readers by the name of the member. */
export type Members<T> = ReadonlyMap<string, ReadMember<T>>;

/** Reads every member that says something; what is not known goes to the extensions. */
export function readMembers<T>(object: JsonObject, members: Members<T>, target: T, draft: RecordDraft): void {
  for (const name of Object.keys(object)) {
    const value = object[name];
    // Null is a permission that the school has not given: it says nothing of the pupil
    if (value === undefined || isNothing(value)) continue;
    const read = members.get(name);
    if (read === undefined) draft.keepUnknown(name, value);
    else read(target, value, draft, name);
  }
}

/** Known, without a canonical field. */
export const keepMember: ReadMember<unknown> = (_, value, draft, name) => {
  draft.keep(name, value);
};

/** Times of the row itself, which are about the record in the MIS and not about a person. */
export const passOver: ReadMember<unknown> = () => undefined;

export const leaveOut: ReadMember<unknown> = (_, _value, draft, name) => {
  draft.leaveOut(name);
};

export function namesTo<T>(read: ReadMember<T>, ...names: string[]): [string, ReadMember<T>][] {
  return names.map((name) => [name, read]);
}
