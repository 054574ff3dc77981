import type { Address } from '@rollbook/model';
import type { FieldValue, RecordDraft } from './record-draft.js';

/** An address in the making; its lines keep their position until it is done. */
export interface AddressParts {
  lines: string[];
  rest: Pick<Address, 'town' | 'county' | 'postcode' | 'country'>;
}

export function newAddress(): AddressParts {
  return { lines: [], rest: {} };
}

type AddressPart = 'town' | 'county' | 'postcode' | 'country';

type ReadPart = (address: AddressParts, value: FieldValue, draft: RecordDraft) => void;

function line(index: number): ReadPart {
  return (address, value, draft) => {
    while (address.lines.length < index) address.lines.push('');
    address.lines[index] = draft.text(`address.lines.${index + 1}`, value);
  };
}

function part(name: AddressPart): ReadPart {
  return (address, value, draft) => {
    address.rest[name] = draft.text(`address.${name}`, value);
  };
}

/** Parts of an address by their names in lower case. */
export const addressParts: ReadonlyMap<string, ReadPart> = new Map([
  ['address1', line(0)],
  ['address2', line(1)],
  ['address3', line(2)],
  ['town', part('town')],
  ['county', part('county')],
  ['postcode', part('postcode')],
  ['country', part('country')],
]);

/** The address, or undefined when it says nothing. A line that is missing before another is empty. */
export function finishAddress({ lines, rest }: AddressParts): Address | undefined {
  if (lines.length === 0 && Object.keys(rest).length === 0) return undefined;
  return lines.length === 0 ? rest : { lines, ...rest };
}
