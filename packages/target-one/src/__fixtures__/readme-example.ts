import { createLoader, type Store } from '@rollbook/loader';
import {
  createOnePreview,
  eachPupil,
  oneCtfFileName,
  oneRejections,
  oneRejectionText,
  writeOneCtf,
  type TargetPupils,
} from '@rollbook/target-one';

export async function sendSchool(store: Store, school: string, onesPupils: TargetPupils) {
  const loader = createLoader({ store });
  const options = { include: ['sen', 'exclusions'] } as const;

  const preview = await createOnePreview({ ...options, known: onesPupils, today: '2026-01-15' });
  const rejected = [];
  for await (const pupil of eachPupil(loader.pupils({ school })))
    rejected.push(...oneRejections(preview.of(pupil)));
  console.log(preview.summary().schools, oneRejectionText(rejected, { school }));

  const name = oneCtfFileName({ school, sequence: 1 });
  const dateTime = '2026-01-15T09:30:00';
  const file = writeOneCtf({ ...options, school, dateTime }, eachPupil(loader.pupils({ school })));
  return { name, file };
}
