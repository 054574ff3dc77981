import { type CodeOf, defineCodeSet } from '@rollbook/model';

/** Gender in the NCCIS return. */
export const nccisGenders = defineCodeSet({
  id: 'nccis-genders',
  title: 'NCCIS gender',
  source: 'DfE, NCCIS: MI Return NCCIS 2015 (XSD), GenderType (YP07)',
  entries: [
    { code: 'F', label: 'Female' },
    { code: 'M', label: 'Male' },
    { code: 'U', label: 'Unknown' },
    { code: 'W', label: 'Withheld' },
  ],
});

export type NccisGender = CodeOf<typeof nccisGenders>;

/**
 * The gender that stands for a sex code of a school's file. Nothing told is U; so is a code that NCCIS doesn't have (X in
 * some systems), which `known: false` says.
 */
export function toNccisGender(sex: string | undefined): {
  readonly code: NccisGender;
  readonly known: boolean;
} {
  if (sex === undefined) return { code: 'U', known: true };
  return nccisGenders.has(sex) ? { code: sex, known: true } : { code: 'U', known: false };
}
