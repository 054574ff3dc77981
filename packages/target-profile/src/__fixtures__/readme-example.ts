import { createLoader, type Store } from '@rollbook/loader';
import {
  activityDetailsOf,
  nccisFileName,
  peopleOf,
  writeNccisXml,
  youngPeople,
} from '@rollbook/target-profile';

export function monthlyReturn(store: Store, databaseId: string, leadLa: string, periodEnd: string) {
  const loader = createLoader({ store });
  const snapshot = youngPeople(loader.pupils(), {
    date: periodEnd,
    leadLa,
    ethnicity: 'include',
    sen: 'include',
    activityDetails: activityDetailsOf,
    onBalance: ({ written, leftOut }) => console.log(written, leftOut),
  });
  const people = peopleOf(snapshot, ({ code, field }) => console.log(code, field));
  const header = { databaseIds: [databaseId], sourceLeas: [leadLa], periodEnd };
  return { name: nccisFileName({ databaseId, periodEnd }), file: writeNccisXml(header, people) };
}
