import { isLaestab, type CanonicalRecord, type Pupil } from '@rollbook/model';
import { isRecord, type Batch } from '@rollbook/parser-kit';
import type { TargetPupil } from './target-pupil.js';

const NO_GUIDS: ReadonlyMap<string, string> = new Map();

/** Pupils of pages one by one: what `loader.pupils()` gives is pages of pupils. */
export async function* eachPupil<P extends TargetPupil>(
  pages: AsyncIterable<readonly P[]> | Iterable<readonly P[]>,
): AsyncGenerator<P, void, undefined> {
  for await (const page of pages) yield* page;
}

/** What came with a parser's batches beside pupils. */
export interface PupilsOfBatchesOptions {
  /** LAESTAB of the school for records that name none. */
  readonly school?: string;
  /** Called with what belongs to no pupil: records of kind `school` and `unreadable`, and those whose pupil isn't there. */
  readonly onOther?: (record: CanonicalRecord) => void;
}

/**
 * Pupils straight from a parser, without a store: records of one pupil stand together there, the pupil first. They have no
 * GUIDs (`withGuids` gives them some). Issues are passed over: ask the parser for them.
 */
export async function* pupilsOfBatches(
  batches: AsyncIterable<Batch>,
  options: PupilsOfBatchesOptions = {},
): AsyncGenerator<TargetPupil, void, undefined> {
  let pupil: Pupil | undefined;
  let records: CanonicalRecord[] = [];
  const ended = (): TargetPupil | undefined =>
    pupil && {
      school: schoolOf(pupil, options.school),
      key: pupil.key,
      pupil,
      records,
      guid: null,
      contactGuids: NO_GUIDS,
    };
  for await (const batch of batches) {
    for (const item of batch) {
      if (!isRecord(item)) continue;
      if (item.kind === 'pupil') {
        const before = ended();
        if (before) yield before;
        pupil = item;
        records = [];
      } else if (
        pupil !== undefined &&
        'pupilKey' in item &&
        item.pupilKey === pupil.key &&
        item.kind !== 'unreadable'
      ) {
        records.push(item);
      } else options.onOther?.(item);
    }
  }
  const last = ended();
  if (last) yield last;
}

function schoolOf({ school }: Pupil, fallback: string | undefined): string | null {
  const own = school ?? fallback;
  return own !== undefined && isLaestab(own) ? own : null;
}
