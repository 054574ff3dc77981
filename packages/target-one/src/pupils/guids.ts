import { v5 } from 'uuid';
import { keyWithinPupil } from './key-within-pupil.js';
import type { TargetPupil, TargetPupils } from './target-pupil.js';

/**
 * GUIDs by UUIDv5 over a council's own namespace: the same pupil has the same one in every file and for ever, and nobody
 * without the namespace finds it.
 */
export interface GuidOptions {
  /** A UUID that the council makes once and keeps. */
  readonly namespace: string;
}

/**
 * Gives pupils and contacts a GUID who have none. Those that the loader linked have their person's already, which is the
 * same at every school; it is kept.
 *
 * A GUID is made from what stays: the school and the id of its system, for want of which the record's key. A key that is
 * made of a UPN or of names changes with them, and the GUID with it: match pupils in the loader to be free of that. A
 * contact that a school knows by an id has one GUID for all its children there; one known by its name has one for each
 * child.
 *
 * @throws RangeError when the namespace is no UUID.
 */
export async function* withGuids(
  pupils: TargetPupils,
  { namespace }: GuidOptions,
): AsyncGenerator<TargetPupil, void, undefined> {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(namespace))
    throw new RangeError('The namespace of GUIDs is a UUID.');
  for await (const one of pupils) {
    const guid = one.guid ?? v5(seedOf('pupil', one.school, pupilSeed(one)), namespace);
    const contactGuids = new Map(one.contactGuids);
    for (const record of one.records) {
      if (record.kind !== 'contact' || contactGuids.has(record.key)) continue;
      const id = idOf(record.supplierIds);
      const seed =
        id === undefined
          ? seedOf('contact', guid, keyWithinPupil(record.key, one.key))
          : seedOf('contact', one.school, id);
      contactGuids.set(record.key, v5(seed, namespace));
    }
    yield { ...one, guid, contactGuids };
  }
}

/** Unambiguous: no part can be taken for two. */
function seedOf(...parts: (string | null)[]): string {
  return JSON.stringify(parts);
}

function pupilSeed({ pupil, key }: TargetPupil): string {
  return idOf(pupil.supplierIds) ?? `key:${key}`;
}

/** Ids that are the system's own key of a person, the best first; then any, by name. */
const PREFERRED = ['guid', 'personId', 'id'];

function idOf(ids: Readonly<Record<string, string>> | undefined): string | undefined {
  const names = Object.keys(ids ?? {}).filter((name) => ids?.[name] !== '');
  const name = PREFERRED.find((one) => names.includes(one)) ?? names.sort()[0];
  return name === undefined ? undefined : `id:${name}:${ids?.[name] ?? ''}`;
}
