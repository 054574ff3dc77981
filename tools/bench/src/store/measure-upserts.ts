import type { CanonicalRecord } from '@rollbook/model';
import { createLoader, openPostgresStore } from '@rollbook/loader';
import { batchesOf, madeUpContacts, madeUpPupil } from './made-up-records.js';
import { upsertRowByRow } from './row-upserts.js';

export interface UpsertFigures {
  readonly records: number;
  /** Records a second. */
  readonly loader: number;
  /** Records a second, row by row, each committed. */
  readonly committedEach: number;
  /** Records a second, row by row, in one transaction. */
  readonly committedOnce: number;
  /** Seconds of the very same file again. */
  readonly again: number;
  /** Seconds of the loader's first load. */
  readonly first: number;
}

const SCHOOL = '9998888';

function* records(pupils: number): Generator<CanonicalRecord> {
  for (let n = 0; n < pupils; n++) {
    const pupil = madeUpPupil(n, SCHOOL);
    yield pupil;
    yield* madeUpContacts(pupil, n);
  }
}

/**
 * Loads pupils with two contacts each into PostgreSQL, beside row-by-row upserts of a part of them into tables of the
 * same columns.
 *
 * @param sample pupils for the row-by-row rates, which don't depend on how many there are
 */
export async function measureUpserts(
  connectionString: string,
  pupils: number,
  sample: number,
): Promise<UpsertFigures> {
  const rowByRow = async (commits: 'each' | 'end'): Promise<number> =>
    (3 * sample) / (await upsertRowByRow(connectionString, records(sample), commits));
  // Before and after the loader's, so that neither has the better moment.
  const before = await rowByRow('each');
  const store = await openPostgresStore({ connectionString });
  try {
    const loader = createLoader({ store });
    await loader.count('pupil');
    const file = { sha256: 'a'.repeat(64), size: 1 };
    const first = await loader.load(batchesOf(records(pupils)), { file });
    if (first.loaded !== 3 * pupils) throw new Error(`Of ${3 * pupils} records ${first.loaded} were loaded.`);
    const again = await loader.load(batchesOf(records(pupils)), { file });
    if (again.repeatOf !== first.loadId) throw new Error('The same file again was loaded again.');
    const committedOnce = await rowByRow('end');
    const after = await rowByRow('each');
    return {
      records: first.loaded,
      loader: first.loaded / first.seconds,
      committedEach: Math.max(before, after),
      committedOnce,
      first: first.seconds,
      again: again.seconds,
    };
  } finally {
    await store.close();
  }
}
