import type { CanonicalRecord } from '@rollbook/model';

/**
 * True for what stood in a return of the School Census. Rules on what a return must have or leave out don't hold
 * for extracts, which rightly hold more or less.
 */
export function isOfReturn(record: CanonicalRecord): boolean {
  return record.provenance.file.format === 'school-census';
}
