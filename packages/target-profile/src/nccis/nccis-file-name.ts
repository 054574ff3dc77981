/**
 * Name of a monthly return, `NCCIS_123_2026-10-31.xml`: the database and the end of the period. The DfE's own form for names
 * isn't public (unconfirmed); this one has no spaces and no data of a person.
 *
 * @throws RangeError for a database id that isn't three digits, or a day in another form.
 */
export function nccisFileName(of: {
  readonly databaseId: string;
  readonly periodEnd: string;
  readonly format?: 'xml' | 'csv';
}): string {
  const { databaseId, periodEnd, format = 'xml' } = of;
  if (!/^\d{3}$/.test(databaseId)) throw new RangeError('A database has three digits.');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(periodEnd)) throw new RangeError('The end of the period is YYYY-MM-DD.');
  return `NCCIS_${databaseId}_${periodEnd}.${format}`;
}
