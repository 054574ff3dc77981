import type { PupilWithRecords } from '@rollbook/loader';
import type { CanonicalRecord, Pupil } from '@rollbook/model';

const file = { name: 'roll.csv', sha256: null, size: null, supplier: 'test', format: 'test' };

/** An invented pupil of a school of Leicester, with what is given over the defaults. */
export function makePupil(of: Partial<Pupil> = {}, records: readonly object[] = []): PupilWithRecords {
  const pupil: Pupil = {
    kind: 'pupil',
    key: 'upn:K999499921001',
    school: '8564001',
    provenance: { file, place: { row: 2 } },
    upn: 'K999499921001',
    surname: 'Lowe',
    forename: 'Ada',
    birthDate: '2009-11-20',
    sex: 'F',
    ...of,
  };
  return {
    school: '8564001',
    key: pupil.key,
    pupil,
    records: records.map(
      (record, index) =>
        ({
          ...{ key: `${pupil.key}|${index}`, pupilKey: pupil.key, school: '8564001' },
          provenance: { file, place: {} },
          ...record,
        }) as unknown as CanonicalRecord,
    ),
    ...{ guid: null, contactGuids: new Map(), personId: null, matchState: 'unknown', lastLoadId: 1 },
  };
}

export const enrolled = {
  kind: 'enrolment',
  current: true,
  status: 'C',
  entryDate: '2021-09-01',
  yearGroup: '12',
};

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
}
