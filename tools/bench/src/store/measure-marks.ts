import { createLoader, openPostgresStore } from '@rollbook/loader';
import type { CanonicalRecord } from '@rollbook/model';
import { batchesOf, madeUpMarks, madeUpPupil } from './made-up-records.js';

export interface MarkFigures {
  readonly pupils: number;
  readonly marks: number;
  readonly seconds: number;
  readonly marksPerSecond: number;
  /** Of this process, which the server isn't part of. */
  readonly peakMegabytes: number;
  readonly tableMegabytes: number;
  readonly indexMegabytes: number;
}

function* records(school: string, from: number, pupils: number, days: number): Generator<CanonicalRecord> {
  for (let n = from; n < from + pupils; n++) {
    const pupil = madeUpPupil(n, school);
    yield pupil;
    yield* madeUpMarks(pupil, n, days);
  }
}

/** Loads a year of marks, one file a school; or as one file with everything in it, for `schools` 1. */
export async function measureMarks(
  connectionString: string,
  { pupils, schools, days }: { pupils: number; schools: number; days: number },
  tell: (text: string) => void,
): Promise<MarkFigures> {
  const store = await openPostgresStore({ connectionString });
  try {
    const loader = createLoader({ store });
    await loader.count('pupil');
    const each = Math.ceil(pupils / schools);
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 100);
    let marks = 0;
    const started = performance.now();
    for (let school = 0; school < schools; school++) {
      const laestab = `999${String(4000 + school)}`;
      const most = Math.min(each, pupils - school * each);
      const result = await loader.load(batchesOf(records(laestab, school * each, most, days)));
      if (result.loaded !== result.received || result.received !== most * (1 + 2 * days))
        throw new Error(
          `School ${laestab}: ${result.loaded} of ${most * (1 + 2 * days)} records were loaded.`,
        );
      marks += result.byKind['attendance-mark']?.loaded ?? 0;
      tell(`${school + 1} of ${schools} schools, ${marks} marks, ${Math.round(result.seconds)} s`);
    }
    const seconds = (performance.now() - started) / 1000;
    clearInterval(watch);
    const [size] = await store.read<{ rows: string; heap: string; indexes: string }>(
      `SELECT (SELECT count(*) FROM rollbook.attendance_mark) AS rows,
         pg_table_size('rollbook.attendance_mark') AS heap, pg_indexes_size('rollbook.attendance_mark') AS indexes`,
    );
    if (Number(size?.rows) !== marks)
      throw new Error(`${marks} marks were loaded, and ${size?.rows ?? 'no'} are there.`);
    return {
      pupils,
      marks,
      seconds,
      marksPerSecond: marks / seconds,
      peakMegabytes: peak / 1e6,
      tableMegabytes: Number(size?.heap) / 1e6,
      indexMegabytes: Number(size?.indexes) / 1e6,
    };
  } finally {
    await store.close();
  }
}
