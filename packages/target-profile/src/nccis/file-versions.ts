/** What the return's schema was in one requirement year: the DfE reissues it every April. */
export interface NccisFileVersion {
  /** First financial year of the requirement, such as `2015-16`. */
  readonly id: string;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Whether it has `SENSupportFlag`. */
  readonly senSupportFlag: boolean;
  /** How the header's element for a database is spelled. */
  readonly databaseElement: 'DatabaseId' | 'DatabaseID';
  /** No schema of that year was found; what is here comes from sample files or later lists. */
  readonly unconfirmed?: true;
}

/**
 * Versions by date, the oldest first. Sources: MI Return NCCIS 2015 (XSD), read in full; a public return of 2019
 * (CCISTool, samples), for `SENSupportFlag` and the spelling; the year in which the flag came is unconfirmed.
 */
export const nccisFileVersions: readonly NccisFileVersion[] = [
  { id: '2015-16', from: '2015-04-01', senSupportFlag: false, databaseElement: 'DatabaseId' },
  {
    id: '2018-19',
    from: '2018-04-01',
    senSupportFlag: true,
    databaseElement: 'DatabaseID',
    unconfirmed: true,
  },
];

export type NccisVersion = string;

/** A version by its id. @throws RangeError for another. */
export function nccisFileVersion(id: NccisVersion): NccisFileVersion {
  const found = nccisFileVersions.find((one) => one.id === id);
  if (!found) throw new RangeError(`Known versions: ${nccisFileVersions.map((one) => one.id).join(', ')}.`);
  return found;
}

/** The version in force on a day, `YYYY-MM-DD`; the first for days before it. @throws RangeError for another form. */
export function nccisFileVersionOn(date: string): NccisFileVersion {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError('A day is YYYY-MM-DD.');
  return nccisFileVersions.findLast(({ from }) => from <= date) ?? nccisFileVersion('2015-16');
}
