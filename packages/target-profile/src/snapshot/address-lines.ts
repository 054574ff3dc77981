import type { Address } from '@rollbook/model';
import type { NccisYoungPerson } from '../nccis/young-person.js';

export type NccisAddress = Pick<
  NccisYoungPerson,
  'addressLine1' | 'addressLine2' | 'addressLine3' | 'addressLine4' | 'town' | 'county' | 'postcode'
>;

/** The lines that the return has. */
const LINES = ['addressLine1', 'addressLine2', 'addressLine3', 'addressLine4'] as const;

/**
 * An address as the return has it. One by parts (BS 7666) has flat, house, street and locality on a line each, as in the
 * public samples; one by lines has them in their order, and what is beyond the fourth is put on the fourth (`joined`).
 * Where both are there the parts say it all. UPRN, grid reference and country have no place in the return.
 */
export function addressLines(address: Address): { readonly address: NccisAddress; readonly joined: boolean } {
  const { saon, paon, street, locality, lines = [] } = address;
  const byParts = street !== undefined || paon !== undefined || lines.length === 0;
  const all = [saon, ...lines, locality].filter((line) => line !== undefined);
  const given = byParts ? [saon, paon, street, locality] : all.slice(0, 3);
  if (!byParts && all.length > 3) given.push(all.slice(3).join(', '));
  const out: NccisAddress = {};
  const put = (field: keyof NccisAddress, value: string | undefined): void => {
    if (value !== undefined && value.trim() !== '') out[field] = value;
  };
  for (const [i, line] of LINES.entries()) put(line, given[i]);
  put('town', address.town ?? address.postTown);
  put('county', address.county ?? address.administrativeArea);
  put('postcode', address.postcode);
  return { address: out, joined: !byParts && all.length > LINES.length };
}
