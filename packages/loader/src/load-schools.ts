import type { Store } from './store.js';
import { decodeText } from './store-text.js';

/** The schools that a load was about, by LAESTAB; null for records of no known school. Empty for a load that isn't there. */
export async function readLoadSchools(
  store: Pick<Store, 'read'>,
  loadId: number,
): Promise<(string | null)[]> {
  const rows = await store.read<{ school: string }>(
    'SELECT school FROM rollbook.file_load_school WHERE load_id = $1 ORDER BY school',
    [loadId],
  );
  return rows.map(({ school }) => (school === '' ? null : decodeText(school)));
}
