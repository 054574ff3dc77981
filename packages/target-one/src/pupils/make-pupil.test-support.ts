import type { CanonicalRecord, Pupil } from '@rollbook/model';
import type { TargetPupil } from './target-pupil.js';

export const file = {
  name: 'roll.csv',
  sha256: 'a'.repeat(64),
  size: 100,
  supplier: 'test',
  format: 'test',
} as const;

const at = (row: number) => ({ file, place: { row } });

/** An invented pupil; `of` is over the defaults, undefined takes a field away. */
export function makePupil(of: { [K in keyof Pupil]?: Pupil[K] | undefined } = {}, row = 2): Pupil {
  const pupil: Record<string, unknown> = {
    kind: 'pupil',
    key: 'upn:H801200001001',
    school: '8562001',
    provenance: at(row),
    upn: 'H801200001001',
    surname: 'Lowe',
    forename: 'Ada',
    birthDate: '2012-03-04',
    sex: 'F',
    ...of,
  };
  for (const [name, value] of Object.entries(pupil))
    if (value === undefined) Reflect.deleteProperty(pupil, name);
  return pupil as unknown as Pupil;
}

/** A record without its key parts that are always the same. */
export type Sketch = Omit<CanonicalRecord, 'key' | 'pupilKey' | 'provenance' | 'school'> & { key?: string };

export function makeTarget(
  pupil: Pupil = makePupil(),
  records: readonly object[] = [],
  of: Partial<TargetPupil> = {},
): TargetPupil {
  return {
    school: pupil.school ?? null,
    key: pupil.key,
    pupil,
    records: records.map(
      (record, index) =>
        ({
          key: `${pupil.key}|${index}`,
          pupilKey: pupil.key,
          school: pupil.school,
          provenance: at(index + 10),
          ...record,
        }) as unknown as CanonicalRecord,
    ),
    guid: '5f0e0000-0000-4000-8000-000000000001',
    contactGuids: new Map(),
    ...of,
  };
}

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
