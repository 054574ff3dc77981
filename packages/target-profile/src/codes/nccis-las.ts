import { defineCodeSet } from '@rollbook/model';

/**
 * Local authorities in the NCCIS return: those beyond England, which are codes of NCCIS alone, and any number that an
 * English authority may have. English numbers are not listed one by one, since authorities come and go: one passes as
 * `unlisted`.
 */
export const nccisLas = defineCodeSet({
  id: 'nccis-las',
  title: 'NCCIS local authority',
  source: 'DfE, NCCIS: MI Return NCCIS 2015 (XSD), LEAType',
  open: { form: /^[2-9]\d{2}$/ },
  entries: [
    { code: '000', label: 'Abroad', group: 'beyond-england' },
    { code: '001', label: 'Wales', group: 'beyond-england' },
    { code: '002', label: 'Scotland', group: 'beyond-england' },
    { code: '003', label: 'Other part of the United Kingdom', group: 'beyond-england' },
    { code: '004', label: 'Unknown area', group: 'unknown' },
  ],
});

/** True for what may lead on a young person: the number of an English authority, and none of 000 to 004. */
export function isLeadLa(code: string): boolean {
  return nccisLas.lookup(code).status === 'unlisted';
}

/**
 * Whether a young person may be sent on to `code`, by why they leave: transferred (`T`) to another authority of England,
 * or out of England (`E`) to one of 000 to 003; 004 never. By rules 35 and 41; that `E` takes no English number is from
 * the public checker's reading of rule 35.
 */
export function isTransferTarget(code: string, cohortStatus: 'T' | 'E'): boolean {
  if (cohortStatus === 'T') return isLeadLa(code);
  const found = nccisLas.lookup(code);
  return 'entry' in found && found.entry.group === 'beyond-england';
}
